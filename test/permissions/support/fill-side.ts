import type { OrgId, PersonId, PostId, ProjectId } from '#engines/registry';
import * as organisations from '../../../features/organisations/contract.ts';
import * as progress from '../../../features/progress/contract.ts';
import * as projects from '../../../features/projects/contract.ts';
import * as reporting from '../../../features/reporting/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import { marksOf, type SideName } from './marks.ts';

export const stages = [
  'planned',
  'reserve',
  'signed',
  'preparation',
  'started',
  'building',
  'built',
  'accepted',
  'operating',
  'paused',
  'ended',
] as const;
export type StageId = (typeof stages)[number];

export type Office = {
  readonly orgId: OrgId;
  readonly personId: PersonId;
  readonly postId: PostId;
  /** A post that nobody holds. */
  readonly freePostId: PostId;
  readonly appointmentId: string;
};

export type Offices = Readonly<Record<'district' | 'works' | 'department', Office>>;

export type MadeProject = { readonly id: ProjectId; readonly version: number };

const places = { east: '东江', west: '西江' } as const;

/** An office's person with a post and a telephone. */
export async function fillOffice(call: Client, orgId: OrgId, name: string, phone: string): Promise<Office> {
  const { personId } = await call(organisations.addPerson, { id: orgId, name, phone });
  const { postId } = await call(organisations.addPost, { id: orgId, title: '负责人' });
  const { postId: freePostId } = await call(organisations.addPost, { id: orgId, title: '副职' });
  const fromOn = '2023-01-01';
  const { appointmentId } = await call(organisations.appoint, { id: personId, postId, fromOn });
  return { orgId, personId, postId, freePostId, appointmentId };
}

/** A card whose every detail bears the side's mark, held by the side's district, unit, department and secretary. */
export function cardOf(
  side: SideName,
  offices: Offices,
  secretary: { readonly id: PersonId; readonly name: string },
) {
  const { word, phone, fen, totalFen } = marksOf(side);
  const money = {
    totalFen: `${totalFen}` as const,
    planYearFen: `${fen}` as const,
    doneBeforeFen: `${fen}` as const,
  };
  return {
    districts: [offices.district.orgId],
    nature: '新建',
    form: 'real-economy',
    detail: {
      content: word('建设内容'),
      remark: word('备注'),
      fundSource: word('资金来源'),
      company: word('项目单位'),
      periodStart: '2022-03',
      totalFen: money.totalFen,
    },
    entry: { year: 2023, category: '在建' as const, plannedStart: '2023-02', ...money },
    responsibilities: {
      'lead-department': [{ name: `${places[side]}主管部门`, orgId: offices.department.orgId }],
      'responsible-unit': [{ name: `${places[side]}建设公司`, orgId: offices.works.orgId, phone: phone(21) }],
      'service-secretary': [{ name: secretary.name, personId: secretary.id, phone: phone(22) }],
    },
  };
}

/** One project in every stage, and one more for what changes a project. */
export async function fillProjects(
  call: Client,
  side: SideName,
  card: ReturnType<typeof cardOf>,
): Promise<Record<StageId | 'moving', MadeProject>> {
  const made: Partial<Record<StageId | 'moving', MadeProject>> = {};
  for (const stage of [...stages, 'moving'] as const) {
    const name = `${places[side]}${stage}项目`;
    const at = stage === 'moving' ? 'preparation' : stage;
    const code =
      stage === 'moving' ? { code: `2306-${side === 'east' ? '829801' : '829802'}-04-01-100001` } : {};
    const { projectId: id, version } = await call(projects.createProject, {
      name,
      stage: at,
      ...card,
      ...code,
    });
    made[stage] = { id, version };
  }
  return made as Record<StageId | 'moving', MadeProject>;
}

/** Plans by the coordinator, reports by the district's filler: one verified, one sent back, one waiting for review. */
export async function fillYear(
  calls: Readonly<Record<'clerk' | 'filler' | 'reviewer', Client>>,
  side: SideName,
  made: Readonly<Record<StageId, MadeProject>>,
): Promise<void> {
  const { word, fen, halfFen } = marksOf(side);
  const monthsFen = Array.from({ length: 12 }, (_, at) => (at === 0 ? (`${fen}` as const) : ('0' as const)));
  const plan = { year: 2023, monthsFen, totalFen: `${fen}` as const };
  for (const { id } of [made.started, made.building]) {
    await calls.clerk(progress.savePlan, { id, expectedNumber: 0, ...plan });
    const report = {
      monthFen: `${halfFen}` as const,
      cumFen: `${halfFen}` as const,
      reporter: word('填报人'),
    };
    const said = { progressText: word('形象进度'), problem: word('存在问题'), matter: word('需协调事项') };
    await calls.filler(progress.saveReport, { id, month: '2023-05', expectedNumber: 0, ...report, ...said });
  }
  const revised = {
    ...plan,
    // A month later than planned: half of it is done by May, which makes it red.
    monthsFen: [...monthsFen.slice(-1), ...monthsFen.slice(0, -1)],
    reason: word('调整原因'),
    approver: word('批准人'),
  };
  await calls.clerk(progress.savePlan, { id: made.started.id, expectedNumber: 1, ...revised });
  const seen = { id: made.started.id, month: '2023-05' as const, reportNumber: 1 };
  await calls.clerk(progress.verifyReport, { ...seen, expectedNumber: 0 });
  const june = { month: '2023-06' as const, expectedNumber: 0, cumFen: `${halfFen}` as const };
  await calls.filler(progress.saveReport, { id: made.started.id, ...june });
  const drafted = { projectId: made.started.id, expectedVersion: 2, facts: { progressText: word('草稿') } };
  await calls.filler(reporting.saveDrafts, { month: '2023-05', rows: [drafted] });
  const back = { id: made.building.id, month: '2023-05' as const, reportNumber: 1 };
  await calls.reviewer(progress.returnReport, { ...back, reason: word('退回原因') });
}
