import { asTableOwner } from '#db/testing';
import * as year from '../../../features/year/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import type { fillProjects } from './fill-side.ts';
import type { OpenedProgram } from './open-program.ts';

type SideMade = { readonly made: Awaited<ReturnType<typeof fillProjects>> };

const of2023 = { year: 2023 };
const paper = {
  ...{ documentNumber: '三川发〔2023〕8号', documentTitle: '调整通知' },
  documentDay: '2023-06-01' as const,
};

/**
 * Of each side a proposed plan, a decision on its year's end with the year opened after it, and a bundle; a window that
 * was called off, and one within its days, whose id is given back.
 */
export async function plantYear(
  program: OpenedProgram,
  cityId: number,
  { clerk, head }: Readonly<Record<'clerk' | 'head', Client>>,
  sides: readonly SideMade[],
) {
  const off = { year: 2024, opensOn: '2024-02-01', closesOn: '2024-02-20' } as const;
  const { windowId: called } = await clerk(year.openWindow, { ...off, ...paper });
  await head(year.cancelWindow, { id: called, reason: '改期' });
  const days = { ...of2023, opensOn: '2023-06-01', closesOn: '2023-06-30' } as const;
  const { windowId: id } = await clerk(year.openWindow, { ...days, ...paper });
  const monthsFen = Array.from({ length: 12 }, () => '100' as const);
  for (const { made } of sides) {
    const { started, planned, reserve } = made;
    const proposal = { projectId: started.id, planNumber: 2, expectedNumber: 0, reason: '用地推迟' };
    await clerk(year.proposePlans, { id, proposals: [{ ...proposal, monthsFen }] });
    const decision = {
      projectId: started.id,
      decision: 'continue' as const,
      reason: '在建',
      expectedNumber: 0,
    };
    await clerk(year.decideCarryOver, { ...of2023, decisions: [decision] });
    await asTableOwner(
      program.db,
      `insert into city.year_opening (city_id, project_id, year, decision_number, done_before_fen, approved_by)
       values ($1, $2, 2023, 1, 100, '负责人')`,
      [cityId, started.id],
    );
    await clerk(year.bundleProjects, {
      ...{ projectIds: [planned.id, reserve.id], name: `打捆的${planned.id.slice(-8)}`, counts: 'children' },
      ...{ fromMonth: '2023-06', reason: '统一调度', approver: '市政府常务会议' },
    });
  }
  return id;
}
