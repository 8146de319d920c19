import type { City } from '#access';
import { type AspectKey, getProject, type ProjectEdit, updateProject } from '#engines/registry';
import type { InputOf } from '#http';
import { type PlainDate, yearOf } from '#kernel/plain-date';
import { Refusal } from '#kernel/refusal';
import type { editProject as route } from '../contract.ts';
import { definedOnly, ensureForm, ensureTextsOpen } from './create-project.ts';
import { givenHolders } from './given-holders.ts';
import { projectFor } from './project-target.ts';
import { projectPage } from './read-project.ts';
import { tellIndicators } from './tell-indicators.ts';

export async function editProject(city: City, input: InputOf<typeof route>) {
  const { id, version, name, industry, nature, form, sponsorOrgId, detail, entry } = input;
  const now = await projectFor(city, 'project.edit', id);
  ensureTextsOpen(input);
  ensureForm(city, form);
  const responsibilities = givenHolders(city, input.responsibilities, now);
  const edit: ProjectEdit = {
    projectId: id,
    version,
    card: definedOnly({ name, industry, nature, form, sponsorOrgId }) as ProjectEdit['card'],
    ...(detail ? { detail: definedOnly(detail) } : {}),
    ...definedOnly({ code: input.code, districts: input.districts, reason: input.reason, link: input.link }),
    ...(entry ? { entry: definedOnly(entry) as ProjectEdit['entry'] } : {}),
    ...(responsibilities ? { responsibilities } : {}),
  } as ProjectEdit;
  const saved = await updateProject(city, edit).catch((error: unknown) =>
    withBothVersions(city, edit, error),
  );
  const touched = touchedBy(saved.changed);
  const onDay = effectiveDay(city.today, entry?.year);
  await tellIndicators(city, id, { onDay, touched });
  return { version: saved.version, changed: [...saved.changed] };
}

/** The refusal of a stale save carries the card as it stands, masked as on every page. */
async function withBothVersions(city: City, edit: ProjectEdit, error: unknown): Promise<never> {
  if (!(error instanceof Refusal) || error.code !== 'project.stale') throw error;
  const { name, version, current } = error.details;
  const now = await projectPage(city, await getProject(city, edit.projectId));
  throw new Refusal('project.stale', { name, version, current, now });
}

function touchedBy(changed: readonly AspectKey[]): { duties: boolean; groups: boolean } {
  const entry = changed.some((aspect) => aspect.startsWith('entry:'));
  return {
    duties: entry || changed.includes('detail'),
    groups: entry || changed.some((aspect) => /^(districts|responsibility:)/.test(aspect)),
  };
}

/** What is said of a past year's list holds from its last month on; of a coming one, from its January. */
function effectiveDay(today: PlainDate, year = yearOf(today)): PlainDate {
  if (year > yearOf(today)) return `${year}-01-01` as PlainDate;
  return year < yearOf(today) ? (`${year}-12-01` as PlainDate) : today;
}
