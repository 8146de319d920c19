import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { canonicalHash, canonicalJson, type Plain } from '#documents';
import {
  getProjectBrief,
  listOrganisations,
  type OrgId,
  type ProjectId,
  projectIndex,
} from '#engines/registry';
import { newId } from '#kernel/id';
import { refuse } from '#kernel/refusal';
import { citySection, sectionOf } from '#pack';
import type { LetterFigures } from '../domain/figures.ts';
import type { Form, Signer } from '../domain/form.ts';
import { addLetter, addWording, type LetterId } from '../store/letter.ts';
import type { ProposalId } from '../store/proposal.ts';
import { ensureDrafts } from './drafting-office.ts';
import { firstWording } from './first-wording.ts';
import { lockedMonths } from './locked-months.ts';
import '../refusals.ts';

export type Composing = {
  readonly form: Form;
  readonly orgId: string;
  readonly projectId?: string | undefined;
  readonly signs: Signer;
  readonly workingDays: number;
  readonly content: string;
};

/** A letter that no proposal asked for: what the last locked month says of the project or unit is frozen with it. */
export async function composeByHand(city: City, asked: Composing): Promise<LetterId> {
  ensureMay(city, 'letter.compose', {});
  ensureDrafts(city, asked.form);
  ensureNotSecret({ text: asked.content });
  const organisations = await listOrganisations(city, { asOf: city.today });
  const org = organisations.find(({ orgId }) => orgId === asked.orgId) ?? refuse('letter.no_unit');
  const [locked] = await lockedMonths(city, 1);
  const project = asked.projectId ? await projectSubject(city, asked.projectId) : undefined;
  const unit = { kind: 'unit' as const, id: org.orgId as string, name: org.name };
  const { form, signs, workingDays } = asked;
  const figures: LetterFigures = {
    ...{ schema: 1, form, city: cityName(city), signs, workingDays, counted: [], rule: null, proposal: null },
    recipient: { id: org.orgId, name: org.name },
    subject: project?.subject ?? unit,
    district: project?.district ?? null,
    month: (project ? locked?.projects.get(project.subject.id) : locked?.units.get(org.orgId)) ?? null,
  };
  return keepLetter(city, figures, {
    ...{ proposalId: null, projectId: asked.projectId ?? null, content: asked.content },
  });
}

async function projectSubject(city: City, id: string) {
  const { card, number, districts } = await getProjectBrief(city, id as ProjectId);
  return {
    subject: { kind: 'project' as const, id, name: card.name, number },
    district: districts[0]?.name ?? null,
  };
}

export function cityName(city: City): string {
  const { name, fullName = name } = sectionOf(city.pack, citySection);
  return fullName;
}

type Kept = {
  readonly proposalId: ProposalId | null;
  readonly projectId: string | null;
  readonly content?: string;
};

/** Freezes the figures as a draft with its first words. */
export async function keepLetter(
  city: City,
  figures: LetterFigures,
  { proposalId, projectId, content }: Kept,
): Promise<LetterId> {
  const canonical = canonicalJson(figures as unknown as Plain);
  const hash = canonicalHash(canonical);
  const { accountId, personId = null, name } = city.actor;
  const letterId: LetterId = newId<'letter'>();
  const { form, signs, workingDays, recipient } = figures;
  const orgId = recipient.id as OrgId;
  await addLetter(city.tx, {
    ...{
      letterId,
      form,
      proposalId,
      projectId: projectId as ProjectId | null,
      orgId,
      signs,
      workingDays,
      hash,
    },
    ...{ figures: canonical, accountId, personId, composedBy: name, composedAt: city.now },
  });
  const wording = firstWording(city, figures, content);
  await addWording(city.tx, { letterId, number: 1, wording, accountId, personId, by: name, at: city.now });
  await audit(city, {
    ...{ action: 'letter.compose', object: 'letter', objectId: letterId },
    details: { form, to: recipient.name, hash, proposalId },
  });
  return letterId;
}

/** The districts and departments of a project, for the matter it opens. */
export async function projectPlace(city: City, projectId: string) {
  const [project] = await projectIndex(city, undefined, [projectId]);
  return (project?.districts ?? []).map(({ orgId }) => orgId as string);
}
