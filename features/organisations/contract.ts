import { Type } from 'typebox';
import {
  DayText,
  Done,
  dayText,
  defineRoute,
  InstantText,
  idText,
  type OutputOf,
  orNull,
  Versioned,
} from '#http/client';

export * from './contract/difference.ts';

const OrgId = idText<'organisation'>({ title: '单位' });
const PostId = idText<'post'>({ title: '岗位' });
const PersonId = idText<'person'>({ title: '人员' });
const Order = Type.Integer({ title: '排序', minimum: 0, maximum: 999_999 });
const Name = Type.String({ title: '名称', minLength: 1, maxLength: 100 });
const ShortName = Type.String({ title: '简称', minLength: 1, maxLength: 50 });
const Alias = Type.String({ title: '别名', minLength: 1, maxLength: 100 });
const Aliases = Type.Array(Alias, { title: '别名', maxItems: 50 });
const PersonName = Type.String({ title: '姓名', minLength: 1, maxLength: 50 });
const Phone = Type.String({ title: '电话', maxLength: 40 });
const Reason = Type.String({ title: '理由', minLength: 1, maxLength: 500 });

export const OrganisationLine = Type.Object({
  orgId: OrgId,
  slug: Type.String(),
  kind: Type.String(),
  code: orNull(Type.String()),
  name: Type.String(),
  shortName: Type.String(),
  parentId: orNull(OrgId),
  officialOrder: Type.Integer(),
  validFrom: orNull(DayText),
  /** First day on which it is no more. */
  validTo: orNull(DayText),
  successorId: orNull(OrgId),
  aliases: Type.Array(Type.String()),
  version: Type.Integer(),
});

export const listOrganisations = defineRoute({
  method: 'GET',
  path: '/organisations',
  permission: 'organisation.view',
  input: Type.Object({ asOf: Type.Optional(dayText({ title: '日期' })) }),
  output: Type.Object({
    /** In official order; the tree follows from `parentId`. */
    rows: Type.Array(OrganisationLine),
    groups: Type.Array(
      Type.Object({
        groupId: idText<'organisation-group'>(),
        name: Type.String(),
        aliases: Type.Array(Type.String()),
        members: Type.Array(OrgId),
      }),
    ),
    mayEdit: Type.Boolean(),
  }),
  refusals: [],
  summary: '单位名录：树形、官方排序、别名、分组',
});

const PersonLine = Type.Object({
  personId: PersonId,
  name: Type.String(),
  orgId: orNull(OrgId),
  /** Masked; null: none on record, or outside the reader's scope. */
  phone: orNull(Type.String()),
  posts: Type.Array(
    Type.Object({
      appointmentId: idText<'appointment'>(),
      postId: PostId,
      title: Type.String(),
      fromOn: DayText,
      toOn: orNull(DayText),
    }),
  ),
  version: Type.Integer(),
});

export const readOrganisation = defineRoute({
  method: 'GET',
  path: '/organisations/:id',
  permission: 'organisation.view',
  input: Type.Object({ id: OrgId }),
  output: Type.Object({
    organisation: OrganisationLine,
    /** Spellings the pack gives; they cannot be taken away here. */
    packAliases: Type.Array(Type.String()),
    posts: Type.Array(
      Type.Object({
        postId: PostId,
        title: Type.String(),
        officialOrder: Type.Integer(),
        validTo: orNull(DayText),
        version: Type.Integer(),
      }),
    ),
    people: Type.Array(PersonLine),
    changes: Type.Array(
      Type.Object({
        at: InstantText,
        by: Type.String(),
        reason: orNull(Type.String()),
        changes: Type.Array(
          Type.Object({ field: Type.String(), before: orNull(Type.String()), after: orNull(Type.String()) }),
        ),
      }),
    ),
    may: Type.Object({ edit: Type.Boolean(), editPeople: Type.Boolean(), revealPhone: Type.Boolean() }),
  }),
  refusals: ['organisation.not_found'],
  summary: '单位及其岗位、人员、变更记录',
});

const treeRefusals = ['organisation.name_taken', 'organisation.parent_below', 'organisation.not_found'];

export const addOrganisation = defineRoute({
  method: 'POST',
  path: '/organisations',
  permission: 'organisation.edit',
  input: Type.Object({
    name: Name,
    shortName: Type.Optional(ShortName),
    kind: Type.String({ title: '类型', pattern: '^[a-z][a-z0-9-]*$', maxLength: 40 }),
    code: Type.Optional(orNull(Type.String({ title: '行政区划代码', pattern: '^[0-9]{6,12}$' }))),
    parentId: OrgId,
    officialOrder: Order,
    aliases: Type.Optional(Aliases),
    reason: Type.Optional(Reason),
  }),
  output: Type.Object({ orgId: OrgId }),
  refusals: treeRefusals,
  summary: '新增单位',
});

export const editOrganisation = defineRoute({
  method: 'PATCH',
  path: '/organisations/:id',
  permission: 'organisation.edit',
  input: Type.Object({
    id: OrgId,
    ...Versioned,
    name: Type.Optional(Name),
    shortName: Type.Optional(ShortName),
    parentId: Type.Optional(orNull(OrgId)),
    officialOrder: Type.Optional(Order),
    aliases: Type.Optional(Aliases),
    validTo: Type.Optional(orNull(dayText({ title: '撤销日期（当日起不再存在）' }))),
    successorId: Type.Optional(orNull(OrgId)),
    reason: Reason,
  }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: [...treeRefusals, 'organisation.stale', 'organisation.alias_of_pack'],
  summary: '修改单位名称、别名、排序、上级、存续；他人已先保存的，拒绝并附两版',
});

export const addPost = defineRoute({
  method: 'POST',
  path: '/organisations/:id/posts',
  permission: 'person.edit',
  input: Type.Object({
    id: OrgId,
    title: Type.String({ title: '岗位名称', minLength: 1, maxLength: 50 }),
    officialOrder: Type.Optional(Order),
  }),
  output: Type.Object({ postId: PostId }),
  refusals: ['organisation.not_found'],
  summary: '新增岗位',
});

export const editPost = defineRoute({
  method: 'PATCH',
  path: '/posts/:id',
  permission: 'person.edit',
  input: Type.Object({
    id: PostId,
    ...Versioned,
    title: Type.Optional(Type.String({ title: '岗位名称', minLength: 1, maxLength: 50 })),
    officialOrder: Type.Optional(Order),
    validTo: Type.Optional(orNull(dayText({ title: '撤销日期' }))),
  }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: ['post.not_found', 'http.stale_version'],
  summary: '修改或撤销岗位',
});

export const addPerson = defineRoute({
  method: 'POST',
  path: '/organisations/:id/people',
  permission: 'person.edit',
  input: Type.Object({ id: OrgId, name: PersonName, phone: Type.Optional(orNull(Phone)) }),
  output: Type.Object({ personId: PersonId }),
  refusals: ['organisation.not_found'],
  summary: '登记人员',
});

export const editPerson = defineRoute({
  method: 'PATCH',
  path: '/people/:id',
  permission: 'person.edit',
  input: Type.Object({
    id: PersonId,
    ...Versioned,
    name: Type.Optional(PersonName),
    orgId: Type.Optional(OrgId),
    /** Absent: as it is; null: none. */
    phone: Type.Optional(orNull(Phone)),
  }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: ['person.not_found', 'organisation.not_found', 'http.stale_version'],
  summary: '修改人员',
});

export const appoint = defineRoute({
  method: 'POST',
  path: '/people/:id/appointments',
  permission: 'person.edit',
  input: Type.Object({ id: PersonId, postId: PostId, fromOn: dayText({ title: '任职日期' }) }),
  output: Type.Object({ appointmentId: idText<'appointment'>() }),
  refusals: ['person.not_found', 'post.not_found', 'appointment.held'],
  summary: '任职',
});

export const endAppointment = defineRoute({
  method: 'POST',
  path: '/appointments/:id/end',
  permission: 'person.edit',
  input: Type.Object({ id: idText<'appointment'>({ title: '任职' }), toOn: dayText({ title: '免职日期' }) }),
  output: Done,
  refusals: ['appointment.not_found', 'appointment.ended', 'appointment.ends_before'],
  summary: '免职',
});

export const personPhone = defineRoute({
  method: 'GET',
  path: '/people/:id/phone',
  permission: 'person.reveal-phone',
  input: Type.Object({ id: PersonId }),
  output: Type.Object({ phone: Type.String() }),
  refusals: ['person.not_found', 'person.no_phone'],
  summary: '显示人员电话，留下审计记录',
  audited: true,
});

export const findPeople = defineRoute({
  method: 'GET',
  path: '/people',
  permission: 'organisation.view',
  input: Type.Object({ text: Type.String({ title: '姓名', minLength: 1, maxLength: 50 }) }),
  output: Type.Array(
    Type.Object({
      personId: PersonId,
      name: Type.String(),
      org: orNull(Type.String()),
      posts: Type.Array(Type.String()),
    }),
  ),
  refusals: [],
  summary: '按姓名找人，最多二十人',
});

/** An organisation with all that its page shows. */
export type OrganisationFile = OutputOf<typeof readOrganisation>;
export type Person = OrganisationFile['people'][number];
