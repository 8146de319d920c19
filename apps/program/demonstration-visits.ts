import { actorOf, type City, findAccountByLogin } from '#access';
import { getProject, type PersonId, responsibilityCoverage, updateProject } from '#engines/registry';
import { addDays } from '#kernel/plain-date';
import type { DemonstrationYear } from '#pack';
import { openByHand } from '../../features/matters/acts/open-matter.ts';
import { secretaryKind } from '../../features/secretaries/acts/choices.ts';
import { correctVisit, recordVisit } from '../../features/secretaries/acts/record-visit.ts';

type Said = Omit<Parameters<typeof recordVisit>[1], 'id' | 'visitedOn' | 'nextOn'>;

/** Of the secretary's projects the first is well accompanied, the second's next step is late, the third is silent. */
const visits: readonly {
  readonly of: number;
  readonly ago: number;
  readonly next?: number;
  readonly said: Said;
}[] = [
  {
    ...{ of: 0, ago: 26, next: 14 },
    said: {
      ...{ way: 'on-site', met: '项目公司负责人（演示）', findings: '主体施工正常，配套接入方案未定' },
      nextStep: '陪同到供电公司对接接入方案',
    },
  },
  {
    ...{ of: 0, ago: 5, next: -8 },
    said: {
      ...{ way: 'errand', met: '供电公司客户经理（演示）', findings: '接入方案已受理，须补充负荷资料' },
      ...{ nextStep: '取回补充资料的受理单' },
      ...{ blocker: '临时用电容量不足，桩基施工被迫错峰。', cause: 'energy' },
    },
  },
  {
    ...{ of: 1, ago: 18, next: 6 },
    said: {
      ...{ way: 'phone', met: '项目单位联系人（演示）', findings: '施工许可材料正在补正' },
      nextStep: '回访补正进度',
    },
  },
  { of: 2, ago: 47, said: { way: 'meeting', met: '所在街道（演示）', findings: '参加征收协调会，剩余两户' } },
];

/** The log of the demonstration's secretary; one of her blockers is a problem already. */
export async function fillVisits(city: City, { asOf, year }: DemonstrationYear): Promise<void> {
  const account = await findAccountByLogin(city.tx, 'mishu');
  if (!account) return;
  const actor = await actorOf(city.tx, account.accountId, city.today);
  const own = await projectsOf(city, actor.personId, year);
  for (const { of, ago, next, said } of visits) {
    const project = own[of];
    if (!project) continue;
    const day = addDays(asOf, -ago);
    const on: City = { ...city, actor, today: day, now: new Date(`${day}T14:30:00+08:00`) };
    const id = project.projectId;
    const asked = {
      ...{ ...said, id, visitedOn: day },
      ...(next === undefined ? {} : { nextOn: addDays(asOf, -next) }),
    };
    const { visitId } = await recordVisit(on, asked);
    if (said.blocker && said.cause)
      await openByHand(on, {
        ...{ kind: 'problem', title: `${project.project}：临时用电容量不足`, projectId: id },
        ...{ given: { content: said.blocker, cause: said.cause }, source: 'secretary', sourceKey: visitId },
      });
    if (of === 2)
      await correctVisit(on, {
        ...{ ...asked, visitId, expectedNumber: 1, withdrawn: false },
        ...{ findings: '参加征收协调会，剩余三户', reason: '户数记错' },
      });
  }
}

/** Her other projects name her by another telephone: they are put under the one person who has the account. */
async function projectsOf(city: City, personId: string | undefined, year: number) {
  const kind = secretaryKind(city)?.id;
  if (!kind || !personId) return [];
  const lines = await responsibilityCoverage(city, kind, year);
  const name = lines.flatMap(({ holders }) => holders).find((one) => one.personId === personId)?.name;
  const own = lines.filter(({ holders }) => name !== undefined && holders.some((one) => one.name === name));
  for (const { projectId, holders } of own) {
    if (holders.some((one) => one.personId === personId)) continue;
    const { version } = await getProject(city, projectId);
    const known = holders.map((one) =>
      one.name === name ? { ...one, personId: personId as PersonId, phone: null } : one,
    );
    const reason = '演示：登记为同一人员';
    await updateProject(city, { projectId, version, responsibilities: { [kind]: known }, reason });
  }
  return own;
}
