import { type City, ensureMay, ensureNotSecret } from '#access';
import * as registry from '#engines/registry';
import type { InputOf } from '#http';
import { yearOf } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import type { createProject as route } from '../contract.ts';
import { givenHolders } from './given-holders.ts';
import { tellIndicators } from './tell-indicators.ts';

defineRefusals({
  'project.form_unknown': { status: 422, text: '本市没有“{form}”这种项目类型，请从列表中选择' },
});

export async function createProject(city: City, input: InputOf<typeof route>) {
  const { responsibilities, entry, detail, link, ...card } = input;
  ensureMay(city, 'project.create', { holders: input.districts });
  ensureTextsOpen(input);
  ensureForm(city, input.form);
  const made = await registry.createProject(city, {
    ...card,
    ...(detail ? { detail: definedOnly(detail) } : {}),
    ...(link ? { link } : {}),
    ...(entry ? { entry: { ...noMoney, ...definedOnly(entry) } } : {}),
    responsibilities: givenHolders(city, responsibilities) ?? {},
  });
  const onDay = entry && entry.year > yearOf(city.today) ? (`${entry.year}-01-01` as const) : city.today;
  await tellIndicators(city, made.projectId, { onDay, touched: { duties: true, groups: true } });
  return made;
}

const noMoney = { plannedStart: null, totalFen: null, planYearFen: null, doneBeforeFen: null };

/** Nothing that bears a mark of secrecy is taken in, wherever on the card it stands. */
export function ensureTextsOpen({
  name,
  detail,
}: {
  name?: string;
  detail?: { [key: string]: unknown };
}): void {
  ensureNotSecret({ name, text: [name, ...Object.values(detail ?? {})].filter(isText).join('\n') });
}

export function ensureForm({ pack }: City, form: string | null | undefined): void {
  const forms = sectionOf(pack, registry.stagesSection).forms;
  ensure(!form || forms.some((one) => one.id === form), 'project.form_unknown', { form });
}

/** Absent is not null: an absent field keeps its value, null erases it. */
export function definedOnly<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
