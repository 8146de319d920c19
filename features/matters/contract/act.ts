import { Type } from 'typebox';
import { defineRoute, oneOf } from '#http/client';
import {
  GivenInput,
  heldRefusals,
  MatterId,
  Moved,
  OneMatter,
  OrgId,
  SeenVersion,
  shortText,
  word,
} from './field.ts';
import { NewMatterInput } from './open.ts';

const reason = shortText('理由', 1000);

export const actOnMatter = defineRoute({
  method: 'POST',
  path: '/matters/:id/acts',
  permission: 'matter.act',
  input: Type.Object({
    ...OneMatter,
    ...SeenVersion,
    action: word('办理动作'),
    given: GivenInput,
    lead: Type.Optional(OrgId),
    support: Type.Optional(Type.Array(OrgId, { title: '配合单位', maxItems: 20 })),
  }),
  output: Moved,
  refusals: [
    ...heldRefusals,
    'matter.no_such_action',
    'matter.not_in_state',
    'matter.not_your_move',
    'matter.fields_missing',
    'matter.field_wrong',
    'matter.no_such_file',
    'matter.no_such_unit',
    'matter.bounce_needs_unit',
    'matter.bounce_to_itself',
    'matter.handler_never_closes',
    'matter.dissatisfied',
    'matter.no_lead',
    'matter.closed',
  ],
  summary: '办理事项：受理、转办、反馈、确认等，可做的动作见事项页',
});

export const pauseMatter = defineRoute({
  method: 'POST',
  path: '/matters/:id/pauses',
  permission: 'matter.pause',
  input: Type.Object({
    ...OneMatter,
    ...SeenVersion,
    clock: word('时限'),
    /** One of the kind's pauses. */
    pause: word('暂停事由'),
    reason,
    plannedDays: Type.Integer({ title: '计划暂停天数', minimum: 1, maximum: 3650 }),
  }),
  output: Moved,
  refusals: [
    ...heldRefusals,
    'matter.no_clock_runs',
    'matter.not_pausable',
    'matter.already_paused',
    'matter.no_reason',
    'matter.no_such_pause',
    'matter.pause_too_long',
    'matter.own_approval',
    'matter.not_the_approver',
  ],
  summary: '批准暂停计时：由市包规定的批准单位办理，承办单位自己不能批准',
});

export const resumeMatter = defineRoute({
  method: 'POST',
  path: '/matters/:id/resumptions',
  permission: 'matter.resume',
  input: Type.Object({ ...OneMatter, ...SeenVersion, clock: word('时限'), reason }),
  output: Moved,
  refusals: [...heldRefusals, 'matter.no_clock_runs', 'matter.not_paused', 'matter.not_your_move'],
  summary: '恢复计时',
});

export const handOverMatter = defineRoute({
  method: 'POST',
  path: '/matters/:id/hand-over',
  permission: 'matter.steer',
  input: Type.Object({ ...OneMatter, ...SeenVersion, lead: OrgId, reason }),
  output: Moved,
  refusals: [...heldRefusals, 'matter.closed', 'matter.no_reason', 'matter.no_such_unit'],
  summary: '改定牵头单位；不计为转办',
});

export const setMatterSupport = defineRoute({
  method: 'POST',
  path: '/matters/:id/support',
  permission: 'matter.steer',
  input: Type.Object({
    ...OneMatter,
    ...SeenVersion,
    support: Type.Array(OrgId, { title: '配合单位', maxItems: 20 }),
    reason,
  }),
  output: Moved,
  refusals: [...heldRefusals, 'matter.closed', 'matter.no_reason', 'matter.no_such_unit'],
  summary: '确定配合单位',
});

export const setMatterLevel = defineRoute({
  method: 'POST',
  path: '/matters/:id/level',
  permission: 'matter.steer',
  input: Type.Object({ ...OneMatter, ...SeenVersion, level: word('协调层级'), reason }),
  output: Moved,
  refusals: [...heldRefusals, 'matter.closed', 'matter.no_reason', 'matter.no_such_level'],
  summary: '凭理由改定协调层级',
});

export const remarkOnMatter = defineRoute({
  method: 'POST',
  path: '/matters/:id/remarks',
  permission: 'matter.remark',
  input: Type.Object({
    ...OneMatter,
    text: shortText('意见', 2000),
    /** Never leaves the offices. */
    inner: Type.Boolean({ title: '仅内部可见' }),
  }),
  output: Moved,
  refusals: [...heldRefusals, 'matter.inner_by_office'],
  summary: '写一条意见',
});

export const attachToMatter = defineRoute({
  method: 'POST',
  path: '/matters/:id/files',
  permission: 'matter.attach',
  upload: true,
  input: Type.Object({ ...OneMatter, inner: Type.Boolean({ title: '仅内部可见' }) }),
  output: Moved,
  refusals: [
    ...heldRefusals,
    'matter.inner_by_office',
    'files.empty',
    'files.too_large',
    'files.kind_not_accepted',
    'files.macros',
    'files.password',
    'files.disk_full',
  ],
  summary: '给事项附文件',
});

export const linkMatter = defineRoute({
  method: 'POST',
  path: '/matters/:id/links',
  permission: 'matter.link',
  input: Type.Object({
    ...OneMatter,
    ...SeenVersion,
    to: MatterId,
    link: oneOf(['blocks', 'caused-by', 'spawned-from'], { title: '关联方式' }),
  }),
  output: Moved,
  refusals: [...heldRefusals, 'matter.link_to_itself'],
  summary: '关联两个事项',
});

export const splitMatter = defineRoute({
  method: 'POST',
  path: '/matters/:id/parts',
  permission: 'matter.steer',
  input: Type.Object({
    ...OneMatter,
    ...SeenVersion,
    /** Each part is a matter of the same kind; what a part does not say it takes from the first. */
    parts: Type.Array(
      Type.Object({
        title: NewMatterInput.title,
        content: shortText('内容', 4000),
        lead: NewMatterInput.lead,
        support: NewMatterInput.support,
      }),
      { title: '拆分为', minItems: 1, maxItems: 20 },
    ),
  }),
  output: Type.Object({ parts: Type.Array(Moved) }),
  refusals: [
    ...heldRefusals,
    'matter.closed',
    'matter.not_split',
    'matter.fields_missing',
    'matter.no_such_unit',
    'matter.may_not_open',
  ],
  summary: '把事项拆成几个，各自计时；原事项仍须办结',
});

export const mergeMatter = defineRoute({
  method: 'POST',
  path: '/matters/:id/merger',
  permission: 'matter.steer',
  input: Type.Object({ ...OneMatter, ...SeenVersion, into: MatterId, reason }),
  output: Moved,
  refusals: [
    ...heldRefusals,
    'matter.closed',
    'matter.no_reason',
    'matter.link_to_itself',
    'matter.merge_other_kind',
  ],
  summary: '并入另一个同种事项，本事项随之了结',
});
