import { actorOf, type City, findAccountByLogin, systemActor } from '#access';
import { actOnMatter, type HeldMatter, kindRulesOf } from '#engines/matters';
import { findOrganisation } from '#engines/registry';
import type { InputOf } from '#http';
import { newId } from '#kernel/id';
import { raisePetition } from '../../features/petitions/acts/raise-petition.ts';
import { openCall } from '../../features/petitions/acts/take-call.ts';
import type { raisePetition as route } from '../../features/petitions/contract.ts';
import type { Program } from './program.ts';

type Raised = Omit<InputOf<typeof route>, 'submission'>;

/** Raised on the public pages and not yet given to a unit. */
const raised: readonly Raised[] = [
  {
    ...{ kind: 'appeal', language: 'zh', category: 'land', enterprise: '启明精密铸造有限公司（演示）' },
    content: '二期厂房用地红线与市政管线重叠，方案两次被退回，希望有关单位到现场会商。',
    request: '请组织现场会商，明确可以调整的范围和办理时间',
    ...{ name: '演示联系人甲', phone: '0000-0000001' },
  },
  {
    ...{ kind: 'foreign-complaint', language: 'ja', category: 'commitment', confidential: true },
    ...{ enterprise: '演示精机（中国）有限公司', respondent: '某开发区管委会' },
    content: '投資契約に定めた工業用水の供給開始が半年遅れており、設備の試運転ができません。',
    request: '供給開始日を書面で示してください',
    ...{ name: '演示联系人乙', email: 'demo@example.com' },
  },
];

const asked = {
  phone: '0000-0000003',
  name: '演示来电人',
  enterprise: '远山装配工程有限公司（演示）',
} as const;

/**
 * What came in from outside during the demonstration: two that wait for a unit, a call answered at once, one that was
 * answered by a unit and waits to be called back. Each in a transaction of its own, since one that raises sees the
 * city as its raiser does from then on.
 */
export async function fillPetitions(program: Program, cityId: number): Promise<void> {
  const open = <T>(act: (city: City) => Promise<T>) =>
    program.world.open({ cityId, actor: systemActor }, { readOnly: false, origin: {} }, act);
  for (const one of raised)
    await open((city) => raisePetition(city, { ...one, submission: openedLongAgo() as never }));
  await open(async (system) => {
    const account = await findAccountByLogin(system.tx, 'keyuan');
    if (!account) return;
    const city = { ...system, actor: await actorOf(system.tx, account, system.today) };
    const category = kindRulesOf(city.pack, 'aid').choices['category']?.at(0)?.id ?? 'other';
    const call = { kind: 'aid', category, ...asked } as const;
    const question = '问开复工援助从哪里申请、要带什么材料';
    await openCall(city, { ...call, content: question, reply: '已告知网上提出的地址和材料清单' }, 'call');
    const unit = (await findOrganisation(city, '市交通运输局'))?.orgId;
    if (!unit) return;
    const content = '复工设备运输车辆需要通行证，今天到高速口';
    const sent = await openCall(city, { ...call, content, unit }, 'call');
    await answer(city, sent);
  });
}

async function answer(city: City, { row }: HeldMatter): Promise<void> {
  await actOnMatter(city, {
    ...{ matterId: row.matterId, version: row.version, action: 'answer' },
    given: { reply: '通行证已办好，并告知行车路线' },
    seats: () => ['lead'],
  });
}

/** A form is not filled in faster than a person can: this one was opened in 2023. */
function openedLongAgo(): string {
  return `01890000${newId().slice(8)}`;
}
