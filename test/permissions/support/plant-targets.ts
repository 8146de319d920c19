import * as milestones from '../../../features/milestones/contract.ts';
import * as starts from '../../../features/starts/contract.ts';
import * as targets from '../../../features/targets/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import type { MadeProject, Offices, StageId } from './fill-side.ts';
import { marksOf, type SideName } from './marks.ts';

type People = Readonly<Record<'filler' | 'reviewer', Client>>;

/** What the district saw of projects about to start, a permit that came late, a formality that was planned. */
export async function plantStarts(
  { filler, reviewer }: People,
  side: SideName,
  made: Readonly<Record<StageId | 'moving', MadeProject>>,
): Promise<void> {
  const { word } = marksOf(side);
  for (const { id } of [made.preparation, made.moving]) {
    const seen = { seenOn: '2023-06-01' as const, seenBy: word('核查人'), note: word('核查说明') };
    await reviewer(starts.checkStart, { id, outcome: 'confirmed', ...seen });
  }
  const proof = { kind: 'start-report', reference: word('开工报告文号'), note: word('开工报告说明') };
  await filler(starts.showStartProof, { id: made.started.id, ...proof });
  const approval = { id: 'approval', expectedNumber: 0, planned: '2023-04' as const };
  await filler(milestones.saveMilestones, {
    id: made.preparation.id,
    lines: [{ ...approval, doneOn: null, notNeeded: false }],
  });
}

/** A year's targets of the whole city, its districts and departments, and a total of the statistics bureau. */
export async function plantTargets(clerk: Client, sides: readonly Offices[]): Promise<void> {
  const line = { expectedNumber: 0, base: null, months: null };
  await clerk(targets.saveTargets, {
    ...{ year: 2023, indicator: 'own' },
    lines: [
      { ...line, kind: 'city', party: 'city', value: '20' },
      ...sides.flatMap(({ district, department }) => [
        { ...line, kind: 'district' as const, party: district.orgId, value: '10' as const },
        { ...line, kind: 'department' as const, party: department.orgId, value: '10' as const },
      ]),
    ],
  });
  const total = { indicator: 'investment', kind: 'city' as const, party: 'city', month: '2023-05' as const };
  await clerk(targets.recordTotals, {
    rows: [{ ...total, value: '1000000' }],
    ...{ source: '统计月报第5期', statedOn: '2023-06-15' },
  });
}
