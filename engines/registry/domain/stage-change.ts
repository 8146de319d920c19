import { compileCondition, type Facts } from '#kernel/condition';
import { defineRefusals, ensure, refuse } from '#kernel/refusal';
import type { Stage, StageDemand, StagesSection } from './stage.ts';

defineRefusals({
  'stage.unknown': { status: 422, text: '没有“{stage}”这个阶段' },
  'stage.not_next': { status: 409, text: '“{from}”之后不能直接进入“{to}”，可进入：{next}' },
  'stage.same': { status: 409, text: '项目已处于“{to}”阶段' },
  'stage.evidence_missing': { status: 422, text: '进入“{to}”须有佐证，还缺：{missing}' },
  'stage.fact_unknown': { status: 422, text: '不能判断进入“{to}”需要哪些佐证：请先登记{fields}' },
  'stage.before_last_change': { status: 409, text: '变更日期{onDay}早于上一次变更日期{since}' },
  'stage.in_future': { status: 422, text: '变更日期{onDay}在今天之后' },
  'stage.evidence_unknown': { status: 422, text: '没有“{kind}”这种佐证' },
});

/** One proof shown: its kind, and where it can be seen. */
export type Evidence = {
  readonly kind: string;
  readonly on?: string;
  readonly fileId?: string;
  readonly reference?: string;
  readonly note?: string;
};

/** Names of project fields in refusals. */
const fieldNames: Readonly<Record<string, string>> = {
  form: '项目类型（实体、房地产、轻资产）',
  industry: '行业',
  nature: '建设性质',
  totalFen: '总投资',
  category: '年度类别',
};

export function stageNamed(section: StagesSection, id: string): Stage {
  return section.stages.find((one) => one.id === id) ?? refuse('stage.unknown', { stage: id });
}

/** Refuses a change the stages do not allow or whose evidence is not complete, naming what is missing. */
export function ensureStageChange(
  section: StagesSection,
  change: {
    readonly from: string;
    readonly to: string;
    readonly facts: Facts;
    readonly evidence: readonly Evidence[];
  },
): void {
  const to = stageNamed(section, change.to);
  const from = stageNamed(section, change.from);
  ensure(from.id !== to.id, 'stage.same', { to: to.name });
  const next = from.to.map((id) => stageNamed(section, id).name).join('、') || '无';
  ensure(from.to.includes(to.id), 'stage.not_next', { from: from.name, to: to.name, next });
  const nameOf = (kind: string) =>
    section.evidence.find((one) => one.id === kind)?.name ?? refuse('stage.evidence_unknown', { kind });
  for (const { kind } of change.evidence) nameOf(kind);
  const shown = new Set(change.evidence.map((one) => one.kind));
  const missing = demandsOf(to, change).flatMap((demand) => missingOf(demand, shown, nameOf));
  ensure(missing.length === 0, 'stage.evidence_missing', { to: to.name, missing: missing.join('；') });
}

/** The demands that apply; refused where the project's own data leave that open. */
export function demandsOf(
  to: Stage,
  change: { readonly from: string; readonly facts: Facts },
): StageDemand[] {
  return to.demands.filter(({ from, when }) => {
    if (from && !from.includes(change.from)) return false;
    if (!when) return true;
    const verdict = compileCondition(when)(change.facts);
    if (verdict.result !== 'unknown') return verdict.result === 'met';
    const open = verdict.parts.filter((part) => part.result === 'unknown').map((part) => part.field);
    const fields = [...new Set(open)].map((field) => fieldNames[field] ?? field).join('、');
    return refuse('stage.fact_unknown', { to: to.name, fields });
  });
}

/** Of the demands that apply, those that the proofs shown leave open; one that cannot be judged is open. */
export function unmetDemands(
  to: Stage,
  about: { readonly facts: Facts; readonly shown: ReadonlySet<string> },
): StageDemand[] {
  return to.demands.filter(({ when, anyOf }) => {
    if (when && compileCondition(when)(about.facts).result === 'not-met') return false;
    return !anyOf.some((way) => way.every((kind) => about.shown.has(kind)));
  });
}

/** What a demand asks for, in words. */
export function demandNames(section: StagesSection, { anyOf, clause }: StageDemand): string {
  const nameOf = (kind: string) => section.evidence.find((one) => one.id === kind)?.name ?? kind;
  const words = anyOf.map((way) => way.map(nameOf).join('和')).join('，或');
  return clause ? `${words}（${clause}）` : words;
}

/** Empty where one alternative is complete; else what each alternative still needs, in words. */
function missingOf(
  demand: StageDemand,
  shown: ReadonlySet<string>,
  nameOf: (kind: string) => string,
): string[] {
  const open = demand.anyOf.map((set) => set.filter((kind) => !shown.has(kind)));
  if (open.some((set) => set.length === 0)) return [];
  const words = open.map((set) => set.map(nameOf).join('和')).join('，或');
  return [demand.clause ? `${words}（${demand.clause}）` : words];
}

/** The batches of every set that a stage falls into: 三个一批, 五个一批 are only labels over stages. */
export function batchesOf(
  section: StagesSection,
  stageId: string,
): { set: string; batch: string; name: string }[] {
  return section.batchSets.flatMap((set) =>
    set.batches
      .filter((batch) => batch.stages.includes(stageId))
      .map((batch) => ({ set: set.id, batch: batch.id, name: batch.name })),
  );
}

/**
 * The stage a yearly list implies: never back, and never out of a closed stage. The order of the pack decides what
 * is further on.
 */
export function stageByCategory(
  section: StagesSection,
  category: string,
  current: string | undefined,
): string {
  const stated = stageNamed(section, section.categories[category] ?? category);
  if (current === undefined) return stated.id;
  const now = stageNamed(section, current);
  return now.closed || now.order >= stated.order ? now.id : stated.id;
}
