import { type Static, Type } from 'typebox';
import { DayText, dayText, defineRoute, InstantText, idText, oneOf, orNull } from '#http/client';
import { languages, publicKinds } from './word.ts';

const CityId = Type.Optional(Type.Integer({ title: '城市', minimum: 100000, maximum: 999999 }));
const Named = Type.Object({ id: Type.String(), name: Type.String() });
const text = (title: string, maxLength: number) => Type.String({ title, maxLength });
const some = (title: string, maxLength: number) => Type.Optional(text(title, maxLength));
const must = (title: string, maxLength: number) => Type.String({ title, minLength: 1, maxLength });

/** Number and code, as they were shown when it was raised. */
const Follow = {
  cityId: CityId,
  number: must('编号', 30),
  code: must('查询码', 40),
};
const FileId = idText<'file'>({ title: '附件' });

export const publicForm = defineRoute({
  method: 'GET',
  path: '/public/petitions/form',
  permission: 'public',
  input: Type.Object({ cityId: CityId }),
  output: Type.Object({
    city: Type.String(),
    kinds: Type.Array(
      Type.Object({
        id: oneOf(publicKinds),
        name: Type.String(),
        notice: orNull(Type.String()),
        languages: Type.Array(oneOf(languages)),
        categories: Type.Array(Named),
        /** How long it takes at most, as the limits of the kind say it: 受理 2个工作日. */
        limits: Type.Array(Type.Object({ clock: Type.String(), name: Type.String(), limit: Type.String() })),
      }),
    ),
    districts: Type.Array(Named),
    files: Type.Object({ most: Type.Integer(), megabytes: Type.Integer() }),
  }),
  refusals: ['city.unknown'],
  summary: '不用账号即可提出的事项：种类、类别、地区和要求',
});
export type PublicForm = Static<(typeof publicForm)['output']>;

export const raisePetition = defineRoute({
  method: 'POST',
  path: '/public/petitions',
  permission: 'public',
  atMost: { times: 20, perSeconds: 600 },
  input: Type.Object({
    cityId: CityId,
    kind: oneOf(publicKinds, { title: '种类' }),
    /** Made by the page when it was opened (UUIDv7): the same form sent twice is one petition. */
    submission: idText({ title: '表单' }),
    language: oneOf(languages, { title: '语言' }),
    enterprise: must('企业名称', 100),
    creditCode: some('统一社会信用代码', 18),
    districtId: Type.Optional(idText<'organisation'>({ title: '所在地区' })),
    category: must('类别', 64),
    content: Type.String({ title: '事项内容', minLength: 10, maxLength: 3000 }),
    request: must('希望解决的问题', 1000),
    respondent: some('被投诉单位', 200),
    confidential: Type.Optional(Type.Boolean({ title: '要求对身份保密' })),
    people: Type.Optional(Type.Integer({ title: '涉及人数', minimum: 1, maximum: 1_000_000 })),
    neededBy: Type.Optional(dayText({ title: '需要的日期' })),
    name: must('联系人', 60),
    phone: some('联系电话', 30),
    email: some('电子邮箱', 200),
    address: some('联系地址', 200),
    /** No person sees this field. */
    website: some('网站', 200),
  }),
  output: Type.Object({
    number: Type.String(),
    /** Shown now and never again. */
    code: Type.String(),
  }),
  refusals: [
    'city.unknown',
    'petition.not_open',
    'petition.form_outdated',
    'petition.looks_automatic',
    'petition.too_many_links',
    'petition.credit_code_wrong',
    'petition.no_way_back',
    'petition.phone_wrong',
    'petition.email_wrong',
    'petition.same_content',
    'petition.form_reused',
    'petition.no_such_district',
    'petition.no_such_category',
    'secrecy.marked',
    'matter.kind_off',
    'matter.fields_missing',
  ],
  summary: '提出诉求、援助或投诉，得到编号和查询码；无须登录',
});

const DayLine = Type.Object({
  day: DayText,
  basis: oneOf(['start', 'counted', 'weekend', 'holiday', 'makeup', 'paused', 'excluded', 'overdue']),
  /** The holiday, or the document that declares the period. */
  name: orNull(Type.String()),
  counts: Type.Boolean(),
  nth: Type.Integer(),
  left: Type.Integer(),
  provisional: Type.Boolean(),
});

const ClockLine = Type.Object({
  clock: Type.String(),
  name: Type.String(),
  run: Type.Integer(),
  state: oneOf(['running', 'paused', 'ended']),
  limit: Type.String(),
  left: Type.String(),
  dueOn: DayText,
  dueAt: InstantText,
  provisional: Type.Boolean(),
  /** Of clocks that count days; a clock of hours has none. */
  days: Type.Array(DayLine),
});
export type FollowedClock = Static<typeof ClockLine>;

const asks = ['confirm', 'reject', 'withdraw', 'correct', 'supplement'] as const;

const Followed = Type.Object({
  number: Type.String(),
  kind: oneOf(publicKinds),
  kindName: Type.String(),
  language: oneOf(languages),
  state: Named,
  closed: Type.Boolean(),
  openedAt: InstantText,
  category: Named,
  content: Type.String(),
  unit: orNull(Type.String()),
  clocks: Type.Array(ClockLine),
  events: Type.Array(
    Type.Object({
      step: Type.Integer(),
      at: InstantText,
      /** The raiser's own, or of the office that handles it. */
      own: Type.Boolean(),
      /** The action's id, `opened`, `remarked` or `attached`. */
      id: Type.String(),
      name: Type.String(),
      text: Type.String(),
    }),
  ),
  files: Type.Array(Type.Object({ fileId: FileId, name: Type.String(), own: Type.Boolean() })),
  satisfaction: orNull(Type.Integer()),
  /** What the raiser can do now. */
  asks: Type.Array(oneOf(asks)),
  version: Type.Integer(),
});
export type Followed = Static<typeof Followed>;

const followRefusals = ['city.unknown', 'petition.wrong_code', 'petition.locked', 'matter.unknown'] as const;

/** A POST, so that the code stands in no address. */
export const followPetition = defineRoute({
  method: 'POST',
  path: '/public/petitions/follow',
  permission: 'public',
  atMost: { times: 30, perSeconds: 60 },
  input: Type.Object(Follow),
  output: Followed,
  refusals: followRefusals,
  summary: '凭编号和查询码看办理情况、到期日和逐日计算表',
});

export const actAsRaiser = defineRoute({
  method: 'POST',
  path: '/public/petitions/acts',
  permission: 'public',
  atMost: { times: 30, perSeconds: 60 },
  input: Type.Object({
    ...Follow,
    version: Type.Integer({ title: '版本', minimum: 1 }),
    action: oneOf(asks, { title: '操作' }),
    satisfaction: Type.Optional(Type.Integer({ title: '满意度', minimum: 1, maximum: 5 })),
    text: some('理由或情况', 2000),
  }),
  output: Followed,
  refusals: [
    ...followRefusals,
    'matter.stale',
    'petition.not_now',
    'petition.no_reason',
    'petition.no_score',
    'petition.choose_redo',
    'petition.no_material',
    'petition.too_many_links',
    'secrecy.marked',
  ],
  summary: '提出人补充、补正、评价、不满意退回或撤回；凭编号和查询码',
});

export const sendPetitionFile = defineRoute({
  method: 'POST',
  path: '/public/petitions/files',
  permission: 'public',
  atMost: { times: 20, perSeconds: 600 },
  upload: true,
  input: Type.Object(Follow),
  output: Followed,
  refusals: [
    ...followRefusals,
    'petition.not_now',
    'petition.too_many_files',
    'files.empty',
    'files.too_large',
    'files.kind_not_accepted',
    'files.macros',
    'files.password',
    'files.disk_full',
    'secrecy.marked',
  ],
  summary: '给自己提出的事项附材料；凭编号和查询码，按内容检查',
});

/** A POST, so that the code stands in no address. */
export const openPetitionFile = defineRoute({
  method: 'POST',
  path: '/public/petitions/files/open',
  permission: 'public',
  atMost: { times: 60, perSeconds: 60 },
  input: Type.Object({ ...Follow, fileId: FileId }),
  binary: { contentType: 'application/octet-stream' },
  refusals: [...followRefusals, 'matter.no_such_file', 'files.not_found', 'files.content_missing'],
  summary: '下载自己的材料和办理单位给出的结果材料；凭编号和查询码',
});
