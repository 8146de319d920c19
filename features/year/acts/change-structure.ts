import { audit, type City, ensureDifferentPerson, ensureMay, ensureNotSecret } from '#access';
import { stateDuties, withdrawPlans } from '#engines/indicators';
import { getProject, type ProjectId, setApart } from '#engines/registry';
import type { InputOf } from '#http';
import { newId } from '#kernel/id';
import { formatMoney } from '#kernel/money';
import type { Month } from '#kernel/month';
import { ensure } from '#kernel/refusal';
import type * as contract from '../contract.ts';
import { type Amounts, type Difference, sumAmounts } from '../domain/amounts.ts';
import {
  type CountingLevel,
  ensureExact,
  ensureOpenMonth,
  ensureSameGroups,
  type StructureKind,
} from '../domain/restructure.ts';
import { addStructure, type StructureId, type StructurePart } from '../store/structure.ts';
import { quantityName, texts } from '../texts.ts';
import { makeCard, type NewCard } from './make-card.ts';
import { type Basis, basisOf, ensureMonthVerified, monthRoom } from './structure-basis.ts';

type Stated = { readonly fromMonth: Month; readonly reason: string; readonly approver: string };

/** One project becomes several that sum to it in every quantity, from a month on. */
export async function splitProject(city: City, input: InputOf<typeof contract.splitProject>) {
  const stated = explain(city, input);
  const bases = (await basesOf(city, [input.id], stated.fromMonth)) as [Basis];
  await ensureMonthVerified(city, bases, stated.fromMonth);
  const [whole] = bases;
  const parts = input.parts.map((part) => ({
    name: part.name.trim(),
    totalFen: fenOf(part.totalFen),
    doneBeforeFen: fenOf(part.doneBeforeFen),
    planYearFen: fenOf(part.planYearFen),
    monthsFen: part.monthsFen.map(fenOf),
    reportedFen: fenOf(part.reportedFen),
  }));
  ensureExact(whole.amounts, parts, differenceWords);
  const cards = parts.map(({ name, ...amounts }) => ({ name, amounts, counts: true, apart: null }));
  return restructure(city, 'split', [whole], cards, {
    ...stated,
    apart: texts.splitInto(parts.map(({ name }) => name)),
  });
}

/** Several projects of the same groups become one new card with the sum of each quantity. */
export async function mergeProjects(city: City, input: InputOf<typeof contract.mergeProjects>) {
  const stated = explain(city, input);
  const olds = await joinedBases(city, input.projectIds, stated.fromMonth, 'parent');
  const amounts = sumAmounts(olds.map((one) => one.amounts));
  const name = input.name.trim();
  const card = { name, amounts, counts: true, apart: null };
  return restructure(city, 'merge', olds, [card], { ...stated, apart: texts.mergedInto(name) });
}

/** A parent over several projects; only one of the two levels owes reports and counts. */
export async function bundleProjects(city: City, input: InputOf<typeof contract.bundleProjects>) {
  const stated = explain(city, input);
  const { counts } = input;
  const olds = await joinedBases(city, input.projectIds, stated.fromMonth, counts);
  const amounts = sumAmounts(olds.map((one) => one.amounts));
  const name = input.name.trim();
  const byParent = counts === 'parent';
  const card = { name, amounts, counts: byParent, apart: byParent ? null : texts.bundleOf };
  const apart = byParent ? texts.bundledInto(name) : null;
  return restructure(city, 'bundle', olds, [card], { ...stated, apart });
}

function explain(city: City, { fromMonth, reason, approver }: Stated): Stated {
  ensureMay(city, 'structure.change', {});
  const stated = { fromMonth, reason: reason.trim(), approver: approver.trim() };
  ensureNotSecret({ text: `${stated.reason}\n${stated.approver}` });
  ensureDifferentPerson(city.actor.name, stated.approver);
  return stated;
}

async function basesOf(city: City, ids: readonly ProjectId[], fromMonth: Month): Promise<Basis[]> {
  const bases: Basis[] = [];
  for (const id of ids) bases.push(await basisOf(city, await getProject(city, id), fromMonth));
  const room = await monthRoom(city, ids);
  const reported = bases.map(({ view, latestReported }) => ({ name: view.card.name, month: latestReported }));
  ensureOpenMonth(fromMonth, { ...room, reported });
  return bases;
}

/** Where the children go on counting, no sum changes, whatever groups they are in. */
async function joinedBases(
  city: City,
  ids: readonly ProjectId[],
  fromMonth: Month,
  counts: CountingLevel,
): Promise<Basis[]> {
  ensure(new Set(ids).size === ids.length, 'structure.twice');
  ensure(ids.length >= 2, 'structure.too_few');
  const olds = await basesOf(city, ids, fromMonth);
  if (counts === 'parent') {
    ensureSameGroups(olds.map(({ standing }) => standing));
    await ensureMonthVerified(city, olds, fromMonth);
  }
  return olds;
}

async function restructure(
  city: City,
  kind: StructureKind,
  olds: readonly Basis[],
  cards: readonly NewCard[],
  { apart, ...stated }: Stated & { readonly apart: string | null },
) {
  const { fromMonth, reason, approver } = stated;
  const projectIds: ProjectId[] = [];
  for (const card of cards) {
    const projectId = await makeCard(city, card, olds, { kind, ...stated });
    projectIds.push(projectId);
    if (card.apart) await setApart(city, { projectId, fromMonth, reason: card.apart });
  }
  const oldIds = olds.map(({ view }) => view.projectId);
  if (apart !== null) {
    for (const projectId of oldIds) await setApart(city, { projectId, fromMonth, reason: apart });
    await withdrawPlans(city, { subjectIds: oldIds, fromMonth, reason: apart, approver });
    await stateDuties(
      city,
      oldIds.map((subjectId) => ({ subjectId, fromMonth, category: 'none', owes: false, reason: apart })),
    );
  }
  const structureId: StructureId = newId<'structure'>();
  const part = (
    projectId: ProjectId,
    role: StructurePart['role'],
    counts: boolean,
    amounts: Amounts,
  ): StructurePart => ({ projectId, role, counts, ...amounts });
  await addStructure(city.tx, { structureId, kind, ...stated, by: city.actor.name }, [
    ...olds.map(({ view, amounts }) => part(view.projectId, 'before', apart === null, amounts)),
    ...cards.map(({ counts, amounts }, at) => part(projectIds[at] as ProjectId, 'after', counts, amounts)),
  ]);
  await audit(city, {
    action: `structure.${kind}`,
    object: 'structure',
    objectId: structureId,
    details: { fromMonth, reason, approver, before: oldIds, after: projectIds },
  });
  return { structureId, projectIds };
}

function differenceWords({ quantity, differenceFen }: Difference): string {
  const sign = differenceFen > 0n ? '多' : '少';
  const size = differenceFen > 0n ? differenceFen : -differenceFen;
  return `${quantityName(quantity)}${sign} ${formatMoney(size, '元')} 元`;
}

function fenOf(fen: string | null): bigint | null {
  return fen === null ? null : BigInt(fen);
}
