import { type Static, Type } from 'typebox';
import { defineRoute, InstantText, MonthText, monthText, Nothing, oneOf, orNull } from '#http/client';
import { Form, LetterId, LetterLine, MonthView, Named, ProposalId, Signer, State } from './field.ts';

const Rule = Type.Object({
  id: Type.String(),
  text: Type.String(),
  when: Type.String(),
  periods: Type.Integer(),
  document: Form,
  documentName: Type.String(),
  toName: Type.String(),
  workingDays: Type.Integer(),
  signs: Signer,
  signsName: Type.String(),
  basis: Type.String(),
});
export type PressureRule = Static<typeof Rule>;

const Decision = Type.Object({
  decision: oneOf(['issue', 'none']),
  reason: orNull(Type.String()),
  by: Type.String(),
  at: InstantText,
});

const Proposal = Type.Object({
  proposalId: ProposalId,
  month: MonthText,
  document: Form,
  hash: Type.String(),
  madeAt: InstantText,
  district: Type.String(),
  subject: Type.Object({
    kind: oneOf(['project', 'unit']),
    id: Type.String(),
    name: Type.String(),
    number: orNull(Type.String()),
  }),
  /** `instead`: whom the row names is none of the city's offices, so it goes to the district. */
  recipient: Type.Object({ ...Named.properties, instead: Type.Boolean() }),
  rule: Rule,
  months: Type.Array(Type.Object({ ...MonthView.properties, counted: Type.Boolean() })),
  decision: orNull(Decision),
  letter: orNull(Type.Object({ letterId: LetterId, state: State })),
});
export type Proposal = Static<typeof Proposal>;

export const listProposals = defineRoute({
  method: 'GET',
  path: '/pressure/proposals',
  permission: 'pressure.view',
  input: Type.Object({ month: Type.Optional(monthText({ title: '月份' })) }),
  output: Type.Object({
    month: orNull(MonthText),
    months: Type.Array(MonthText),
    lastLocked: orNull(MonthText),
    /** The last locked month was not gone through yet. */
    isBehind: Type.Boolean(),
    mayPropose: Type.Boolean(),
    mayDecide: Type.Boolean(),
    tables: Type.Object({
      newYear: oneOf(['restart', 'continue']),
      newYearBasis: Type.String(),
      projects: Type.Array(Rule),
      units: Type.Array(Rule),
    }),
    proposals: Type.Array(Proposal),
  }),
  refusals: ['pressure.copy_altered'],
  summary: '某月的提醒督办建议：项目表和单位表，各条的规则、依据月份和决定',
});

export const makeProposals = defineRoute({
  method: 'POST',
  path: '/pressure/proposals',
  permission: 'pressure.propose',
  input: Nothing,
  output: Type.Object({ month: MonthText, made: Type.Integer(), total: Type.Integer() }),
  refusals: ['pressure.nothing_locked'],
  summary: '按最近锁定的月份提出建议；再做一次不会重复',
});

export const decideProposal = defineRoute({
  method: 'POST',
  path: '/pressure/proposals/:id/decision',
  permission: 'pressure.decide',
  input: Type.Object({
    id: ProposalId,
    decision: oneOf(['issue', 'none'], { title: '决定' }),
    reason: Type.Optional(Type.String({ title: '理由', maxLength: 500 })),
  }),
  output: Type.Object({ letterId: orNull(LetterId) }),
  refusals: [
    'pressure.no_proposal',
    'pressure.decided',
    'pressure.no_reason',
    'pressure.copy_altered',
    'secrecy.marked',
  ],
  summary: '决定发不发：拟发的按冻结的数据拟稿，不发的写明理由',
});

export const replayProposal = defineRoute({
  method: 'GET',
  path: '/pressure/proposals/:id/replay',
  permission: 'pressure.view',
  input: Type.Object({ id: ProposalId }),
  output: Type.Object({
    hash: Type.String(),
    /** The rules kept with it lead to the same row. */
    fromKept: Type.Boolean(),
    /** What locked figures and the pack in force say today. */
    today: oneOf(['same', 'other', 'none']),
    rulesChanged: Type.Boolean(),
  }),
  refusals: ['pressure.no_proposal', 'pressure.copy_altered'],
  summary: '重算一条建议：用留存的数据，以及用今天的锁定数据和规则',
});

export const viewHistory = defineRoute({
  method: 'GET',
  path: '/pressure/subjects/:kind/:id',
  permission: 'pressure.view',
  input: Type.Object({
    kind: oneOf(['project', 'unit'], { title: '对象' }),
    id: Type.String({ format: 'uuid', title: '项目或单位' }),
  }),
  output: Type.Object({
    kind: oneOf(['project', 'unit']),
    name: Type.String(),
    months: Type.Array(
      Type.Object({
        month: MonthText,
        light: orNull(oneOf(['green', 'yellow', 'red', 'grey'])),
        rank: orNull(Type.Integer()),
        ranked: orNull(Type.Integer()),
      }),
    ),
    proposals: Type.Array(
      Type.Object({
        proposalId: ProposalId,
        month: MonthText,
        document: Form,
        documentName: Type.String(),
        rule: Type.String(),
        decision: orNull(
          Type.Object({
            decision: oneOf(['issue', 'none']),
            reason: orNull(Type.String()),
            by: Type.String(),
          }),
        ),
      }),
    ),
    letters: Type.Array(LetterLine),
  }),
  refusals: ['project.not_found', 'organisation.not_found', 'pressure.copy_altered'],
  summary: '一个项目或单位的压力传导记录：各月亮灯或排名、建议、函件和结果',
});
