import { type Static, Type } from 'typebox';
import { DayText, defineRoute, InstantText, idText, oneOf, orNull, Page, PageInput } from '#http/client';
import { channels, languages } from './word.ts';

const Named = Type.Object({ id: Type.String(), name: Type.String() });
const MatterId = idText<'Matter'>({ title: '事项' });
const Word = (title: string) => Type.String({ title, maxLength: 64 });

const QueueRow = Type.Object({
  matterId: MatterId,
  number: Type.String(),
  kind: Named,
  title: Type.String(),
  state: Named,
  channel: oneOf(channels),
  language: oneOf(languages),
  enterprise: orNull(Type.String()),
  district: orNull(Type.String()),
  category: orNull(Type.String()),
  content: Type.String(),
  takenAt: InstantText,
  dueOn: orNull(DayText),
  urgent: Type.Boolean(),
  guarded: Type.Boolean(),
  /** The unit the pack proposes for the category. */
  proposed: orNull(Named),
  version: Type.Integer(),
});
export type QueueRow = Static<typeof QueueRow>;

export const intakeQueue = defineRoute({
  method: 'GET',
  path: '/petitions/queue',
  permission: 'petition.view',
  input: Type.Object({ ...PageInput, kind: Type.Optional(Word('种类')) }),
  output: Page(QueueRow),
  refusals: [],
  summary: '收到而尚未交办的，先到期的在前',
});

const CallBackLine = Type.Object({
  at: InstantText,
  by: Type.String(),
  outcome: oneOf(['satisfied', 'dissatisfied', 'not-reached']),
  satisfaction: orNull(Type.Integer()),
  note: orNull(Type.String()),
});

export const viewPetition = defineRoute({
  method: 'GET',
  path: '/petitions/:id',
  permission: 'petition.view',
  input: Type.Object({ id: MatterId }),
  output: Type.Object({
    matterId: MatterId,
    number: Type.String(),
    kind: Named,
    title: Type.String(),
    state: Named,
    channel: oneOf(channels),
    language: oneOf(languages),
    category: orNull(Type.String()),
    content: Type.String(),
    claim: orNull(Type.String()),
    respondent: orNull(Type.String()),
    creditCode: orNull(Type.String()),
    district: orNull(Type.String()),
    takenAt: InstantText,
    lead: orNull(Named),
    proposed: orNull(Named),
    answeredAtOnce: Type.Boolean(),
    guarded: Type.Boolean(),
    version: Type.Integer(),
    /** Masked; null where who it is is not for the reader: units that support do not see it. */
    petitioner: orNull(
      Type.Object({
        enterprise: orNull(Type.String()),
        name: orNull(Type.String()),
        phone: orNull(Type.String()),
        email: orNull(Type.String()),
        address: orNull(Type.String()),
        confidential: Type.Boolean(),
      }),
    ),
    mayReveal: Type.Boolean(),
    callBacks: Type.Array(CallBackLine),
  }),
  refusals: ['petition.unknown', 'matter.unknown'],
  summary: '一件诉求或来电怎样收到、由谁提出（遮盖）、回访情况',
});
export type PetitionPage = Static<(typeof viewPetition)['output']>;

export const revealPetitioner = defineRoute({
  method: 'GET',
  path: '/petitions/:id/phone',
  permission: 'petition.reveal',
  audited: true,
  input: Type.Object({
    id: MatterId,
    reason: Type.String({ title: '查看事由', minLength: 2, maxLength: 200 }),
  }),
  output: Type.Object({
    enterprise: orNull(Type.String()),
    name: orNull(Type.String()),
    phone: orNull(Type.String()),
    email: orNull(Type.String()),
    address: orNull(Type.String()),
  }),
  refusals: ['petition.unknown', 'matter.unknown', 'secrecy.marked'],
  summary: '显示提出人的姓名、电话和地址，留下审计记录',
});

const WaitingRow = Type.Object({
  matterId: MatterId,
  number: Type.String(),
  kind: Named,
  title: Type.String(),
  unit: orNull(Type.String()),
  reply: orNull(Type.String()),
  answeredAt: orNull(InstantText),
  dueOn: orNull(DayText),
  /** How often nobody was reached since the answer. */
  tries: Type.Integer(),
  hasPhone: Type.Boolean(),
  version: Type.Integer(),
});
export type WaitingRow = Static<typeof WaitingRow>;

export const waitingCallBacks = defineRoute({
  method: 'GET',
  path: '/petitions/call-backs',
  permission: 'petition.call-back',
  input: Type.Object(PageInput),
  output: Page(WaitingRow),
  refusals: [],
  summary: '已答复、等待回访的，先期满的在前',
});

export const recordCallBack = defineRoute({
  method: 'POST',
  path: '/petitions/:id/call-backs',
  permission: 'petition.call-back',
  input: Type.Object({
    id: MatterId,
    version: Type.Integer({ title: '版本', minimum: 1 }),
    outcome: oneOf(['satisfied', 'dissatisfied', 'not-reached'], { title: '回访结果' }),
    satisfaction: Type.Optional(Type.Integer({ title: '满意度', minimum: 1, maximum: 5 })),
    note: Type.Optional(Type.String({ title: '说明', maxLength: 1000 })),
  }),
  output: Type.Object({ matterId: MatterId, state: Named, version: Type.Integer() }),
  refusals: [
    'petition.unknown',
    'matter.unknown',
    'matter.stale',
    'matter.not_your_move',
    'matter.not_in_state',
    'matter.closed',
    'petition.not_answered',
    'petition.no_score',
    'petition.choose_redo',
    'petition.no_reason',
    'petition.tries_over',
    'secrecy.marked',
  ],
  summary: '登记回访：满意则办结，不满意退回重办，未接通的记次数',
});
