import { type Static, Type } from 'typebox';
import {
  DayText,
  Done,
  dayText,
  defineRoute,
  InstantText,
  idText,
  Nothing,
  oneOf,
  orNull,
  Versioned,
} from '#http/client';

const OverlayId = idText<'overlay'>({ title: '改动编号' });
const File = Type.String({
  title: '文件',
  pattern: '^[a-z0-9][a-z0-9./-]{0,80}$',
  description: '市包里的文件名，如 lists.yaml',
});
const Day = dayText({ title: '生效日' });
const Reason = Type.String({ title: '理由', minLength: 2, maxLength: 500 });
const Basis = Type.String({ title: '依据', minLength: 1, maxLength: 200 });

/** What the file shall say: as text, or as a value that is written as text. */
const Wanted = {
  content: Type.Optional(Type.String({ title: '内容', maxLength: 400_000 })),
  value: Type.Optional(Type.Unknown({ title: '内容' })),
};

export const DifferenceLine = Type.Object({
  kind: oneOf(['same', 'added', 'removed', 'gap']),
  text: Type.String(),
  before: orNull(Type.Integer()),
  after: orNull(Type.Integer()),
});
export type DifferenceLine = Static<typeof DifferenceLine>;

const Problem = Type.Object({
  file: Type.String(),
  line: Type.Integer(),
  message: Type.String(),
  remedy: Type.String(),
});
export type Problem = Static<typeof Problem>;

export const OverlayState = oneOf(['draft', 'approved', 'in-force', 'superseded', 'withdrawn', 'dropped']);

export const OverlayLine = Type.Object({
  overlayId: OverlayId,
  file: Type.String(),
  sectionName: Type.String(),
  state: OverlayState,
  effectiveFrom: DayText,
  reason: Type.String(),
  basis: Type.String(),
  /** Whoever wrote its revisions. */
  authors: Type.Array(Type.String()),
  /** Of the latest revision. */
  at: InstantText,
  number: Type.Integer(),
  approvedBy: orNull(Type.String()),
  withdrawnFrom: orNull(DayText),
  /** In force, yet left out, since it no longer fits. */
  unfit: Type.Boolean(),
  /** The shipped file is another one than it was written against. */
  drifted: Type.Boolean(),
});
export type OverlayLine = Static<typeof OverlayLine>;

const SectionLine = Type.Object({
  id: Type.String(),
  name: Type.String(),
  files: Type.Array(
    Type.Object({
      file: Type.String(),
      /** The layers of the shipped pack that have it, lowest first. */
      layers: Type.Array(Type.String()),
      inForce: orNull(OverlayId),
    }),
  ),
  /** Where else it is edited; null: here. */
  elsewhere: orNull(Type.String()),
  mayPropose: Type.Boolean(),
});
export type SectionLine = Static<typeof SectionLine>;

export const listRules = defineRoute({
  method: 'GET',
  path: '/rules',
  permission: 'overlay.view',
  input: Nothing,
  output: Type.Object({
    today: DayText,
    sections: Type.Array(SectionLine),
    overlays: Type.Array(OverlayLine),
  }),
  refusals: [],
  summary: '市包各部分，以及在屏幕上所作的改动',
});

export const readRuleFile = defineRoute({
  method: 'GET',
  path: '/rules/file',
  permission: 'overlay.view',
  input: Type.Object({ file: File }),
  output: Type.Object({
    file: Type.String(),
    sectionId: Type.String(),
    sectionName: Type.String(),
    /** Added to what lies below; otherwise it replaces that. */
    adds: Type.Boolean(),
    layers: Type.Array(Type.Object({ layer: Type.String(), city: Type.Boolean(), text: Type.String() })),
    inForce: orNull(Type.Object({ overlayId: OverlayId, text: Type.String() })),
    /** What an edit begins with. */
    start: Type.String(),
    startValue: Type.Unknown(),
    overlays: Type.Array(OverlayLine),
    mayPropose: Type.Boolean(),
  }),
  refusals: ['overlay.no_such_file', 'overlay.elsewhere'],
  summary: '市包一个文件的各层原文和现行内容',
});

const Checked = {
  /** As it would be kept. */
  content: Type.String(),
  problems: Type.Array(Problem),
  difference: Type.Array(DifferenceLine),
  /** The same in sentences, where the part can be told so. */
  inWords: orNull(Type.Array(DifferenceLine)),
};

export const checkOverlay = defineRoute({
  method: 'POST',
  path: '/rules/check',
  permission: 'overlay.propose',
  input: Type.Object({ file: File, ...Wanted, effectiveFrom: Type.Optional(Day) }),
  output: Type.Object(Checked),
  refusals: ['overlay.no_such_file', 'overlay.elsewhere', 'overlay.content_missing'],
  summary: '检查要改成的内容：错误、与现行内容的差异；不保存',
});

export const proposeOverlay = defineRoute({
  method: 'POST',
  path: '/rules/overlays',
  permission: 'overlay.propose',
  input: Type.Object({ file: File, ...Wanted, effectiveFrom: Day, reason: Reason, basis: Basis }),
  output: Type.Object({ overlayId: OverlayId }),
  refusals: ['overlay.no_such_file', 'overlay.elsewhere', 'overlay.content_missing'],
  summary: '起草一项改动；有错误也保存，但不能批准',
});

export const reviseOverlay = defineRoute({
  method: 'PUT',
  path: '/rules/overlays/:id',
  permission: 'overlay.propose',
  input: Type.Object({
    id: OverlayId,
    ...Versioned,
    ...Wanted,
    effectiveFrom: Day,
    reason: Reason,
    basis: Basis,
  }),
  output: Type.Object({ version: Type.Integer() }),
  refusals: ['overlay.not_found', 'overlay.settled', 'overlay.content_missing', 'http.stale_version'],
  summary: '修改尚未批准的改动；他人已先保存的，拒绝并附两版',
});

export const viewOverlay = defineRoute({
  method: 'GET',
  path: '/rules/overlays/:id',
  permission: 'overlay.view',
  input: Type.Object({ id: OverlayId }),
  output: Type.Object({
    overlay: OverlayLine,
    ...Checked,
    /** How the shipped file changed since it was written; empty where it did not. */
    drift: Type.Array(DifferenceLine),
    revisions: Type.Array(
      Type.Object({
        number: Type.Integer(),
        byName: Type.String(),
        at: InstantText,
        effectiveFrom: DayText,
        reason: Type.String(),
        basis: Type.String(),
      }),
    ),
    steps: Type.Array(
      Type.Object({
        act: oneOf(['approve', 'withdraw']),
        byName: Type.String(),
        at: InstantText,
        fromOn: orNull(DayText),
        reason: orNull(Type.String()),
      }),
    ),
    may: Type.Object({ edit: Type.Boolean(), approve: Type.Boolean(), withdraw: Type.Boolean() }),
    /** Why it cannot be approved by whoever looks; null where it can. */
    hindrance: orNull(Type.String()),
  }),
  refusals: ['overlay.not_found'],
  summary: '一项改动：内容、检查结果、差异和经过',
});
export type OverlayView = Static<typeof viewOverlay.output>;

const settling = ['overlay.not_found', 'overlay.settled', 'overlay.lights_too_early', 'http.stale_version'];

export const approveOverlay = defineRoute({
  method: 'POST',
  path: '/rules/overlays/:id/approve',
  permission: 'overlay.approve',
  input: Type.Object({ id: OverlayId, ...Versioned }),
  output: Done,
  refusals: [
    ...settling,
    'overlay.author_approves',
    'overlay.day_past',
    'overlay.faulty',
    'overlay.unchanged',
  ],
  summary: '批准一项改动，自生效日起施行；起草人不能批准自己的',
});

export const withdrawOverlay = defineRoute({
  method: 'POST',
  path: '/rules/overlays/:id/withdraw',
  permission: 'overlay.view',
  input: Type.Object({
    id: OverlayId,
    ...Versioned,
    reason: Reason,
    fromOn: Type.Optional(dayText({ title: '自何日起撤下' })),
  }),
  output: Done,
  refusals: [...settling, 'overlay.author_withdraws', 'overlay.day_past'],
  summary: '作废未批准的改动，或自某日起撤下已批准的，恢复此前的内容',
});
