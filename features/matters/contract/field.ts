import { type Static, Type } from 'typebox';
import { DayText, InstantText, idText, oneOf, orNull } from '#http/client';

export const MatterId = idText<'Matter'>({ title: '事项' });
export const OrgId = idText<'organisation'>({ title: '单位' });
export const ProjectId = idText<'project'>({ title: '项目' });
export const FileId = idText<'file'>({ title: '文件' });
export const RequestId = idText<'LeaderRequest'>({ title: '请示' });

export const Word = Type.String({ maxLength: 64 });
/** An id of the kind's definition or of the pack. */
export function word(title: string) {
  return Type.String({ title, minLength: 1, maxLength: 64 });
}

export const Named = Type.Object({ id: Type.String(), name: Type.String() });

export function shortText(title: string, maxLength = 500) {
  return Type.String({ title, minLength: 1, maxLength });
}

/** An instant in the past the reader looks from; without it, as of now. */
export const AsOf = Type.Optional(
  Type.Unsafe<InstantText>({ type: 'string', format: 'date-time', title: '截至时刻' }),
);

export const fieldKinds = [
  'text',
  'files',
  'day',
  'score',
  'choice',
  'yes-no',
  'organisation',
  'number',
] as const;

/** Values by field: text, number, true, `2023-09-10`, a choice's id, an organisation's id, a list of file ids. */
export const GivenInput = Type.Record(Word, Type.Unknown(), { title: '填写内容' });

/** 1 the best, 5 the worst (GB/T 39046). */
export const satisfactionNames = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'] as const;

/**
 * `late`, `today`, `three`, `week`, `later` by days to the due day of the clock that ends first; `paused`: all its
 * clocks stand still; `none`: none runs.
 */
export const dueColumns = ['late', 'today', 'three', 'week', 'later', 'paused', 'none'] as const;

export const DueLine = Type.Object({
  column: oneOf(dueColumns),
  /** 还有 3 天、今天到期、超期 2 天、已暂停. In natural days; the page of the matter counts as its clock does. */
  text: Type.String(),
  /** Below zero: days overdue. */
  days: orNull(Type.Integer()),
  clock: orNull(Named),
  dueAt: orNull(InstantText),
  dueOn: orNull(DayText),
  /** In the time of warning or past it. */
  light: oneOf(['green', 'yellow', 'red', 'none']),
});

/** A line of the list, the board, a drill. */
export const MatterLine = Type.Object({
  matterId: MatterId,
  number: Type.String(),
  kind: Named,
  title: Type.String(),
  state: Named,
  closed: Type.Boolean(),
  project: orNull(Type.Object({ projectId: ProjectId, number: Type.String(), name: Type.String() })),
  enterprise: orNull(Type.String()),
  category: orNull(Type.String()),
  cause: orNull(Type.String()),
  urgent: Type.Boolean(),
  guarded: Type.Boolean(),
  lead: orNull(Named),
  support: Type.Array(Named),
  raiser: Type.String(),
  districts: Type.Array(Named),
  level: orNull(Named),
  source: Named,
  openedOn: DayText,
  closedOn: orNull(DayText),
  due: DueLine,
  bounces: Type.Integer(),
  redos: Type.Integer(),
  satisfaction: orNull(Type.Integer()),
  version: Type.Integer(),
});
export type MatterLine = Static<typeof MatterLine>;

/** Every act on a matter answers with it as it stands then. */
export const Moved = Type.Object({
  matterId: MatterId,
  number: Type.String(),
  state: Named,
  version: Type.Integer(),
});

export const OneMatter = { id: MatterId };
/** The version of the matter its author was looking at. */
export const SeenVersion = { version: Type.Integer({ minimum: 1, title: '版本' }) };

/** What any act on a matter may be refused with. */
export const heldRefusals = ['matter.unknown', 'matter.stale', 'secrecy.marked'] as const;
