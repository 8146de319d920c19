import { Type } from 'typebox';
import { fenText, idText, orNull } from '#http/client';

export const ProjectId = idText<'project'>({ title: '项目' });
export const WindowId = idText<'plan-window'>({ title: '调整窗口' });
export const Year = Type.Integer({ minimum: 2000, maximum: 2100, title: '年度' });
export const Reason = Type.String({ title: '理由', minLength: 1, maxLength: 500 });
export const Approver = Type.String({ title: '批准人', minLength: 1, maxLength: 100 });
export const MonthsFen = Type.Array(orNull(fenText({ title: '月度计划' })), {
  title: '十二个月的计划',
  minItems: 12,
  maxItems: 12,
});
export const Fen = (title: string) => orNull(fenText({ title }));
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
