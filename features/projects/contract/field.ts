import { Type } from 'typebox';
import { dayText, fenText, idText, oneOf, orNull } from '#http/client';

export const categories = ['在建', '新开工', '前期'] as const;
export const lights = ['green', 'yellow', 'red', 'grey'] as const;

export const ProjectId = idText<'project'>({ title: '项目' });
export const OrgId = idText<'organisation'>({ title: '单位' });
export const PersonId = idText<'person'>({ title: '人员' });
export const Category = oneOf(categories, { title: '类别' });
export const Light = oneOf(lights, { title: '灯' });
export const Year = Type.Integer({ minimum: 2000, maximum: 2100, title: '年度' });

export const District = Type.Object({ orgId: OrgId, name: Type.String() });
/** An id of the pack with the name it prints. */
export const Named = Type.Object({ id: Type.String(), name: Type.String() });

export function shortText(title: string, maxLength = 200) {
  return Type.String({ title, maxLength });
}

/** `2023`, `2023-05` or a day: as much as is known. */
export function partialDate(title: string) {
  return Type.String({
    title,
    pattern: '^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$',
    description: '如 2023、2023-05 或 2023-05-06',
  });
}

/** What follows the scope; null erases, absent leaves as it is. */
export const DetailInput = Type.Object(
  {
    content: Type.Optional(orNull(shortText('建设内容', 4000))),
    periodStart: Type.Optional(orNull(partialDate('建设起始'))),
    periodEnd: Type.Optional(orNull(partialDate('建设截止'))),
    totalFen: Type.Optional(orNull(fenText({ title: '总投资' }))),
    fundSource: Type.Optional(orNull(shortText('资金来源', 500))),
    company: Type.Optional(orNull(shortText('项目单位'))),
    uscc: Type.Optional(
      orNull(Type.String({ title: '统一社会信用代码', pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' })),
    ),
    remark: Type.Optional(orNull(shortText('备注', 2000))),
  },
  { title: '投资和建设情况' },
);

export const EntryInput = Type.Object(
  {
    year: Year,
    category: Category,
    plannedStart: Type.Optional(orNull(partialDate('计划开工'))),
    totalFen: Type.Optional(orNull(fenText({ title: '本年清单总投资' }))),
    planYearFen: Type.Optional(orNull(fenText({ title: '年度计划投资' }))),
    doneBeforeFen: Type.Optional(orNull(fenText({ title: '至上年底累计完成' }))),
  },
  { title: '年度清单' },
);

/** Without `phone` the number on record stays; null erases it. */
export const HolderInput = Type.Object({
  name: Type.String({ title: '姓名或单位', minLength: 1, maxLength: 100 }),
  orgId: Type.Optional(orNull(OrgId)),
  personId: Type.Optional(orNull(PersonId)),
  phone: Type.Optional(orNull(Type.String({ title: '电话', maxLength: 40 }))),
});

/** Holders by kind of responsibility; an empty list ends it. */
export const HoldersInput = Type.Record(Type.String({ maxLength: 64 }), Type.Array(HolderInput), {
  title: '责任人',
});

export const linkKinds = ['duplicate-of', 'merged-into', 'split-from', 'same-sponsor', 'related'] as const;

/** How the project stands to one it looks like, where both are kept. */
export const LinkInput = Type.Object(
  {
    otherId: ProjectId,
    kind: oneOf(['duplicate-of', 'split-from', 'same-sponsor', 'related'], { title: '关联方式' }),
    reason: Type.String({ title: '理由', minLength: 1, maxLength: 500 }),
  },
  { title: '关联' },
);

export const AsOf = Type.Optional(dayText({ title: '灯的日期' }));
