import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, idText, oneOf, orNull } from '#http/client';
import { calledKinds } from './word.ts';

const Named = Type.Object({ id: Type.String(), name: Type.String() });
const MatterId = idText<'Matter'>({ title: '事项' });
const OrgId = idText<'organisation'>({ title: '承办单位' });

export const callForm = defineRoute({
  method: 'GET',
  path: '/petitions/calls/form',
  permission: 'petition.take',
  input: Type.Object({}),
  output: Type.Object({
    kinds: Type.Array(
      Type.Object({
        id: oneOf(calledKinds),
        name: Type.String(),
        /** Without an intake of its own, a call needs its number at 12345. */
        ownIntake: Type.Boolean(),
        categories: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), unit: orNull(OrgId) })),
      }),
    ),
    units: Type.Array(Type.Object({ orgId: OrgId, name: Type.String() })),
    mayImport: Type.Boolean(),
  }),
  refusals: [],
  summary: '来电登记所需的种类、类别和建议承办单位',
});
export type CallForm = Static<(typeof callForm)['output']>;

export const earlierCalls = defineRoute({
  method: 'GET',
  path: '/petitions/calls/earlier',
  permission: 'petition.take',
  input: Type.Object({ phone: Type.String({ title: '来电号码', minLength: 5, maxLength: 30 }) }),
  output: Type.Object({
    calls: Type.Array(
      Type.Object({
        matterId: MatterId,
        number: Type.String(),
        kind: Type.String(),
        title: Type.String(),
        state: Type.String(),
        closed: Type.Boolean(),
        enterprise: orNull(Type.String()),
        takenOn: DayText,
      }),
    ),
  }),
  refusals: [],
  summary: '同一号码以前提出过什么，未办结的在前',
});

export const enterpriseNames = defineRoute({
  method: 'GET',
  path: '/petitions/enterprises',
  permission: 'petition.take',
  input: Type.Object({ words: Type.String({ title: '企业名称', minLength: 2, maxLength: 60 }) }),
  output: Type.Object({ names: Type.Array(Type.String()) }),
  refusals: [],
  summary: '以前登记过的企业名称，供选用',
});

export const takeCall = defineRoute({
  method: 'POST',
  path: '/petitions/calls',
  permission: 'petition.take',
  input: Type.Object({
    kind: oneOf(calledKinds, { title: '种类' }),
    ticket: Type.Optional(Type.String({ title: '12345 工单编号', maxLength: 60 })),
    phone: Type.Optional(Type.String({ title: '来电号码', maxLength: 30 })),
    name: Type.Optional(Type.String({ title: '来电人', maxLength: 60 })),
    enterprise: Type.Optional(Type.String({ title: '企业', maxLength: 100 })),
    category: Type.String({ title: '类别', minLength: 1, maxLength: 64 }),
    content: Type.String({ title: '来电内容', minLength: 2, maxLength: 3000 }),
    urgent: Type.Optional(Type.Boolean({ title: '紧急' })),
    /** Given: answered while the caller was on the line, and closed with it. */
    reply: Type.Optional(Type.String({ title: '当场答复', maxLength: 2000 })),
    unit: Type.Optional(OrgId),
  }),
  output: Type.Object({
    matterId: MatterId,
    number: Type.String(),
    state: Named,
    unit: orNull(Type.String()),
  }),
  refusals: [
    'petition.phone_wrong',
    'petition.no_such_category',
    'petition.no_call_taking',
    'petition.reply_or_unit',
    'matter.kind_off',
    'matter.may_not_open',
    'matter.already_taken_in',
    'matter.no_such_unit',
    'matter.not_your_move',
    'matter.handler_never_closes',
    'secrecy.marked',
  ],
  summary: '登记一个来电：当场答复的即办结，其他的派单',
});

const Fault = Type.Object({
  row: Type.Integer(),
  column: Type.String(),
  value: Type.String(),
  reason: Type.String(),
  remedy: Type.String(),
});
export type TicketFault = Static<typeof Fault>;

export const importTickets = defineRoute({
  method: 'POST',
  path: '/petitions/tickets',
  permission: 'petition.import',
  upload: true,
  input: Type.Object({}),
  output: Type.Object({
    rows: Type.Integer(),
    /** Nothing is written while one row has a fault. */
    taken: Type.Integer(),
    faults: Type.Array(Fault),
  }),
  refusals: [
    'petition.no_ticket_column',
    'petition.no_tickets',
    'petition.too_many_tickets',
    'secrecy.marked',
    'sheets.empty_file',
    'sheets.not_a_workbook',
    'sheets.damaged',
    'sheets.macros',
    'sheets.password',
    'sheets.html_disguised',
    'sheets.binary_workbook',
    'sheets.open_document',
    'sheets.wps_et',
    'sheets.strange_encoding',
    'sheets.broken_csv',
    'sheets.file_too_large',
    'sheets.unpacks_too_large',
    'sheets.suspicious_ratio',
    'sheets.too_many',
    'sheets.old_unreadable',
    'sheets.old_too_slow',
    'matter.already_taken_in',
    'matter.kind_off',
  ],
  summary: '导入 12345 工单表（xlsx、xls、csv）：逐行检查，全部无误才写入',
});

export const ticketSpan = {
  from: dayText({ title: '自' }),
  to: dayText({ title: '至' }),
  format: Type.Optional(oneOf(['xlsx', 'csv'], { title: '格式' })),
};

export const exportTickets = defineRoute({
  method: 'GET',
  path: '/petitions/tickets/export',
  permission: 'petition.export',
  audited: true,
  input: Type.Object(ticketSpan),
  binary: { contentType: 'application/octet-stream' },
  refusals: ['petition.span_backwards'],
  summary: '导出工单办理结果，按工单编号逐张，供回传 12345',
});
