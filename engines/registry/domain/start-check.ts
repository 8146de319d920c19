import type { PlainDate } from '#kernel/plain-date';
import { defineRefusals, ensure } from '#kernel/refusal';
import type { ProjectId } from './identity.ts';
import type { Stage, StartCheckRule } from './stage.ts';

defineRefusals({
  'stage.check_missing': {
    status: 422,
    text: '进入“{to}”须先经现场核查认定。请区市县审核员到现场核查，在“开工认定”中登记后再转入',
  },
  'stage.check_refused': {
    status: 409,
    text: '{seenOn}现场核查不认定：{ground}。条件具备后须重新核查认定，才能转入“{to}”',
  },
  'stage.check_own': { status: 409, text: '现场核查由您本人登记，须由另一人转入“{to}”' },
  'start.seen_in_future': { status: 422, text: '核查日期{seenOn}在今天之后' },
  'start.ground_wrong': {
    status: 422,
    text: '不认定的须选明情形，可选：{grounds}；予以认定的不选',
  },
  'start.evidence_kind': { status: 422, text: '“{kind}”不是开工的佐证，可选：{kinds}' },
  'start.evidence_in_future': { status: 422, text: '佐证日期{on}在今天之后' },
  'start.reference_empty': { status: 422, text: '请写明文号、编号，或在哪里可以查到这份佐证' },
});

/** What somebody of the district saw on site. `ground` says why it does not count. */
export type StartCheck = {
  readonly checkId: string;
  readonly projectId: ProjectId;
  readonly outcome: 'confirmed' | 'refused';
  readonly seenOn: PlainDate;
  readonly seenBy: string;
  readonly ground: string | null;
  readonly note: string | null;
  readonly fileId: string | null;
  readonly actorId: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/** A proof of the start shown apart from a change of stage. */
export type StartEvidence = {
  readonly projectId: ProjectId;
  readonly kind: string;
  readonly reference: string;
  readonly on: PlainDate | null;
  readonly note: string | null;
  readonly fileId: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

export function groundName(rule: StartCheckRule, id: string | null): string | null {
  return id === null ? null : (rule.grounds.find((one) => one.id === id)?.name ?? id);
}

/** A stage that is checked on site is entered only on the district's word, by somebody else than who gave it. */
export function ensureChecked(
  to: Stage,
  rule: StartCheckRule,
  { check, actorId }: { readonly check: StartCheck | undefined; readonly actorId: string },
): void {
  if (!to.checked) return;
  ensure(check, 'stage.check_missing', { to: to.name });
  const { seenOn, ground } = check;
  ensure(check.outcome === 'confirmed', 'stage.check_refused', {
    ...{ to: to.name, seenOn, ground: groundName(rule, ground) ?? '' },
  });
  ensure(check.actorId !== actorId, 'stage.check_own', { to: to.name });
}

/** A ground is named where, and only where, the start is not taken for one. */
export function ensureGround(
  rule: StartCheckRule,
  outcome: StartCheck['outcome'],
  ground: string | null,
): void {
  const known = rule.grounds.some((one) => one.id === ground);
  const grounds = rule.grounds.map((one) => one.name).join('、');
  ensure(outcome === 'refused' ? known : ground === null, 'start.ground_wrong', { grounds });
}
