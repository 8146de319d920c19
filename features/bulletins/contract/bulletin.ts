import { type Static, Type } from 'typebox';
import { DayText, InstantText, idText, MonthText, oneOf, orNull } from '#http/client';
import { flowActs, flowStates } from '#kernel/document-flow';

export const BulletinId = idText<'bulletin'>({ title: '通报' });

export const State = oneOf(flowStates, { title: '环节' });
export const Act = oneOf(flowActs);

const words = (title: string, maxLength: number, minLength = 0) =>
  Type.String({ title, maxLength, minLength });
const section = (title: string) => words(title, 4000);

export const Sections = Type.Object({
  opening: section('首段'),
  progress: section('投资完成情况'),
  lights: section('亮灯情况'),
  districts: section('分地区情况'),
  ranking: section('进度排名'),
  lists: section('分清单情况'),
  newlyRed: section('新转红灯项目'),
  behind: section('落后较多的项目'),
  missing: section('未报送情况'),
  requests: section('工作要求'),
});

export const WordingView = Type.Object(
  {
    form: oneOf(['通报', '简报'], { title: '文种' }),
    mark: words('版头名称', 40, 1),
    title: words('标题', 120, 1),
    issuer: words('发文机关', 60, 1),
    to: words('主送机关', 300),
    copies: words('抄送机关', 500),
    printedBy: words('印发机关', 60, 1),
    publicity: oneOf(['主动公开', '依申请公开', '不予公开'], { title: '公开属性' }),
    sections: Sections,
  },
  { title: '通报文字' },
);

export const BulletinHead = Type.Object({
  bulletinId: BulletinId,
  month: MonthText,
  version: Type.Integer(),
  /** Of its month the latest; an earlier one is kept and no more acted upon. */
  latest: Type.Boolean(),
  state: State,
  issue: orNull(Type.Integer()),
  documentNumber: orNull(Type.String()),
  issuedOn: orNull(DayText),
  released: Type.Boolean(),
  hash: Type.String(),
  reason: orNull(Type.String()),
  composedBy: Type.String(),
  composedAt: InstantText,
});
export type BulletinHead = Static<typeof BulletinHead>;

export const StepView = Type.Object({
  number: Type.Integer(),
  act: Act,
  by: Type.String(),
  at: InstantText,
  opinion: orNull(Type.String()),
  /** What was entered with it, in words. */
  facts: Type.Array(Type.Object({ name: Type.String(), text: Type.String() })),
});

const Column = Type.Object({
  title: Type.String(),
  share: Type.Optional(Type.Number()),
  align: Type.Optional(oneOf(['left', 'center', 'right'])),
});

export const PrintedBlock = Type.Object({
  kind: oneOf(['heading', 'paragraph', 'table']),
  /** Of headings, with its number. */
  level: Type.Optional(Type.Integer()),
  text: Type.Optional(Type.String()),
  caption: Type.Optional(Type.String()),
  columns: Type.Optional(Type.Array(Column)),
  rows: Type.Optional(Type.Array(Type.Array(Type.String()))),
});

/** The document as its pages read. */
export const PrintedView = Type.Object({
  mark: orNull(Type.String()),
  head: Type.Object({
    mark: Type.String(),
    issue: Type.String(),
    number: orNull(Type.String()),
    left: Type.String(),
    right: Type.String(),
  }),
  title: Type.String(),
  to: orNull(Type.String()),
  body: Type.Array(PrintedBlock),
  signature: Type.Object({ issuer: Type.String(), date: Type.String() }),
  note: Type.String(),
  copies: orNull(Type.String()),
  printed: Type.Object({ office: Type.String(), date: Type.String() }),
});
export type PrintedView = Static<typeof PrintedView>;
