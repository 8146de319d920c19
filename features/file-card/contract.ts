import { type Static, Type } from 'typebox';
import { DayText, defineRoute, idText, MonthText, oneOf, orNull } from '#http/client';

const OneProject = Type.Object({ id: idText<'project'>({ title: '项目' }) });

/** What the page prints, in its words; texts longer than their lines already end in 「……」. */
export const FileCardView = Type.Object({
  projectId: idText<'project'>(),
  title: Type.String(),
  under: Type.String(),
  light: orNull(oneOf(['green', 'yellow', 'red', 'grey'])),
  month: orNull(MonthText),
  /** Why this light, in a sentence; the notes beside it. */
  why: Type.String(),
  notes: Type.Array(Type.String()),
  facts: Type.Array(Type.Object({ label: Type.String(), value: Type.String(), wide: Type.Boolean() })),
  steps: Type.Array(Type.Object({ name: Type.String(), on: DayText })),
  /** Shares of the highest figure, January to December; null outside the reader's scope or without a plan. */
  curve: orNull(
    Type.Object({
      caption: Type.String(),
      plan: Type.Array(orNull(Type.Number())),
      done: Type.Array(orNull(Type.Number())),
    }),
  ),
  problem: Type.String(),
  matter: Type.String(),
  /** Phones are masked. */
  people: Type.String(),
  foot: Type.String(),
});
export type FileCardView = Static<typeof FileCardView>;

export const fileCard = defineRoute({
  method: 'GET',
  path: '/projects/:id/file-card',
  permission: 'file-card.view',
  input: OneProject,
  output: FileCardView,
  refusals: ['project.not_found'],
  summary: '一项目一档：一页 A4 的内容；金额、问题、电话按范围显示',
});

export const fileCardPdf = defineRoute({
  method: 'GET',
  path: '/projects/:id/file-card/pdf',
  permission: 'file-card.view',
  input: OneProject,
  binary: { contentType: 'application/pdf' },
  refusals: ['project.not_found', 'documents.no_chinese_font'],
  summary: '下载一项目一档（PDF，一页 A4，三号字）',
  audited: true,
});
