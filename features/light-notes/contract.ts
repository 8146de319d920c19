import { type Static, Type } from 'typebox';
import { Done, defineRoute, InstantText, idText, MonthText, monthText, oneOf, orNull } from '#http/client';

export { noteWord } from './note-words.ts';

const ProjectId = idText<'project'>({ title: '项目' });
const Light = oneOf(['green', 'yellow', 'red', 'grey']);

export const confidences = ['high', 'medium', 'low'] as const;
export const overrides = ['green', 'yellow', 'red'] as const;

/** One of the two kinds of note; `value` null: taken back. */
const NoteLine = Type.Object({
  projectId: ProjectId,
  month: MonthText,
  kind: oneOf(['override', 'confidence']),
  number: Type.Integer(),
  value: orNull(Type.String()),
  /** The computed light it was written beside. */
  computed: Light,
  reason: Type.String(),
  signedBy: Type.String(),
  at: InstantText,
});
export type NoteLine = Static<typeof NoteLine>;

/** Few, however many projects there are: lists and walls mark with it what they show. */
export const monthNotes = defineRoute({
  method: 'GET',
  path: '/light-notes',
  permission: 'light-note.view',
  input: Type.Object({}),
  output: Type.Object({ month: orNull(MonthText), notes: Type.Array(NoteLine) }),
  refusals: [],
  summary: '所示月份各项目的人工定灯和可信度，计算的灯不变',
});

export const projectNotes = defineRoute({
  method: 'GET',
  path: '/projects/:id/light-notes',
  permission: 'light-note.view',
  input: Type.Object({ id: ProjectId }),
  output: Type.Object({
    /** The month shown and its computed light; null: no light, so nothing to note. */
    month: orNull(MonthText),
    computed: orNull(Light),
    may: Type.Object({ override: Type.Boolean(), rateConfidence: Type.Boolean() }),
    /** All of them, the latest first, with those taken back. */
    notes: Type.Array(NoteLine),
  }),
  refusals: ['project.not_found'],
  summary: '一个项目的人工定灯和可信度：结论、理由、署名、历次',
});

const About = {
  id: ProjectId,
  month: monthText({ title: '月份' }),
  /** The number of the latest note of its kind for the month that was read; 0: none. */
  expectedNumber: Type.Integer({ minimum: 0, title: '所见序号' }),
  reason: Type.String({ title: '理由', minLength: 1, maxLength: 300 }),
};

const refusals = [
  'project.not_found',
  'light_note.no_light',
  'light_note.needs_reason',
  'light_note.same_light',
  'light_note.same_value',
  'light_note.none_to_withdraw',
  'light_note.stale',
  'secrecy.marked',
];

export const overrideLight = defineRoute({
  method: 'POST',
  path: '/projects/:id/light-override',
  permission: 'light-note.override',
  input: Type.Object({ ...About, light: orNull(oneOf(overrides, { title: '定为' })) }),
  output: Done,
  refusals,
  summary: '在计算的灯旁另定一灯，署名并写明理由；为空即撤回。计算的灯和汇总不变',
});

export const rateConfidence = defineRoute({
  method: 'POST',
  path: '/projects/:id/light-confidence',
  permission: 'light-note.rate-confidence',
  input: Type.Object({ ...About, confidence: orNull(oneOf(confidences, { title: '可信度' })) }),
  output: Done,
  refusals,
  summary: '评定一盏灯所用数据的可信度，署名并写明理由；为空即撤回',
});
