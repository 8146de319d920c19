import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, idText, oneOf, orNull } from '#http/client';

const CommitmentId = idText<'Matter'>({ title: '政府承诺' });
const FileId = idText<'file'>({ title: '文件' });

/** What an office found: kept to, in danger, broken. */
export const verdicts = ['kept', 'at-risk', 'breached'] as const;

export const commitmentViews = ['open', 'check-late', 'at-risk', 'breached', 'due-late', 'closed'] as const;

const Check = Type.Object({
  verdict: oneOf(verdicts),
  on: DayText,
  by: Type.String(),
  note: orNull(Type.String()),
});

const Rectification = Type.Object({
  matterId: Type.String(),
  number: Type.String(),
  state: Type.String(),
  closed: Type.Boolean(),
});

const CommitmentRow = Type.Object({
  matterId: CommitmentId,
  number: Type.String(),
  title: Type.String(),
  content: Type.String(),
  /** To whom. */
  counterpart: Type.String(),
  category: orNull(Type.String()),
  document: Type.String(),
  promisedOn: orNull(DayText),
  dueOn: orNull(DayText),
  /** The last day is over and it is not kept yet. */
  dueLate: Type.Boolean(),
  /** 万元; null: no money is promised. */
  amount: orNull(Type.Number()),
  lead: orNull(Type.String()),
  state: Type.String(),
  closed: Type.Boolean(),
  breached: Type.Boolean(),
  /** What the unit says of itself, apart from the verdicts. */
  reported: orNull(Type.Object({ on: DayText, text: Type.String() })),
  /** The latest first. */
  checks: Type.Array(Check),
  nextCheckOn: orNull(DayText),
  checkLate: Type.Boolean(),
  rectification: orNull(Rectification),
  mayCheck: Type.Boolean(),
  version: Type.Integer(),
});
export type CommitmentRow = Static<typeof CommitmentRow>;

const Filter = {
  view: Type.Optional(oneOf(commitmentViews, { title: '情况' })),
  words: Type.Optional(Type.String({ title: '编号、标题或承诺对象', maxLength: 100 })),
};

const Count = Type.Integer();

export const listCommitments = defineRoute({
  method: 'GET',
  path: '/commitments',
  permission: 'commitment.view',
  input: Type.Object(Filter),
  output: Type.Object({
    today: DayText,
    /** Checked every so many months. */
    months: Type.Integer(),
    basis: Type.String(),
    counts: Type.Object({
      ...{ open: Count, 'check-late': Count, 'at-risk': Count },
      ...{ breached: Count, 'due-late': Count, closed: Count },
    }),
    mayOpen: Type.Boolean(),
    /** Overdue checks first, then by the last day. */
    rows: Type.Array(CommitmentRow),
  }),
  refusals: [],
  summary: '政府承诺台账：对谁承诺、承诺什么、何时兑现、单位报告、核查结论、违约整改',
});

export const exportCommitments = defineRoute({
  method: 'GET',
  path: '/commitments/export',
  permission: 'commitment.export',
  input: Type.Object(Filter),
  binary: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  refusals: [],
  summary: '导出政府承诺台账（XLSX）',
  audited: true,
});

export const checkCommitment = defineRoute({
  method: 'POST',
  path: '/commitments/:id/checks',
  permission: 'commitment.check',
  input: Type.Object({
    id: CommitmentId,
    version: Type.Integer({ minimum: 1, title: '版本' }),
    verdict: oneOf(verdicts, { title: '核查结论' }),
    note: Type.String({ title: '核查情况', minLength: 1, maxLength: 2000 }),
    /** Sent before, as files of a matter are. */
    evidence: Type.Optional(Type.Array(FileId, { title: '佐证材料', maxItems: 20 })),
    /** Of a breach. */
    requirement: Type.Optional(Type.String({ title: '整改要求', maxLength: 1000 })),
    dueOn: Type.Optional(dayText({ title: '整改期限' })),
  }),
  output: Type.Object({
    matterId: CommitmentId,
    version: Type.Integer(),
    /** The number of the rectification a breach became. */
    rectification: orNull(Type.String()),
  }),
  refusals: [
    'matter.unknown',
    'matter.stale',
    'matter.not_in_state',
    'matter.not_your_move',
    'matter.no_such_file',
    'commitment.needs_requirement',
    'commitment.due_past',
    'commitment.rectified_already',
    'secrecy.marked',
  ],
  summary: '核查一项政府承诺；认定违约的同时发出整改',
});
