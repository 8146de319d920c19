import type { Light } from '#kernel/light';
import type { Month } from '#kernel/month';
import { defineRefusals, ensure } from '#kernel/refusal';
import type { SubjectId } from './subject.ts';

defineRefusals({
  'light_note.no_light': { status: 409, text: '该项目{month}没有灯，不能另作说明' },
  'light_note.needs_reason': { status: 422, text: '请写明理由' },
  'light_note.same_light': { status: 422, text: '所定的灯与计算结果相同，不必另定' },
  'light_note.same_value': { status: 409, text: '已是这一结论，无须重复' },
  'light_note.none_to_withdraw': { status: 409, text: '没有可以撤回的结论' },
  'light_note.stale': { status: 409, text: '他人已先写了结论，请看过最新的再写' },
});

/** How far the figures behind a light can be trusted. */
export type Confidence = 'high' | 'medium' | 'low';

/** 人工定灯, 可信度. */
export type LightNoteKind = 'override' | 'confidence';

export type LightNote = {
  readonly subjectId: SubjectId;
  readonly month: Month;
  readonly kind: LightNoteKind;
  /** Of its kind for the light, from 1; the highest stands. */
  readonly number: number;
  /** Null: taken back. */
  readonly value: Light | Confidence | null;
  /** The computed light it was written beside. */
  readonly computed: Light;
  readonly reason: string;
  readonly signedBy: string;
  readonly recordedAt: Date;
};

/** What may be said next of a light, given what stands. */
export function ensureNotable(
  next: Pick<LightNote, 'kind' | 'value' | 'reason'> & { readonly expectedNumber: number },
  computed: Light,
  standing: Pick<LightNote, 'number' | 'value'> | undefined,
): void {
  ensure(next.reason.trim() !== '', 'light_note.needs_reason');
  ensure(next.expectedNumber === (standing?.number ?? 0), 'light_note.stale');
  const stands = standing?.value ?? null;
  ensure(next.value !== null || stands !== null, 'light_note.none_to_withdraw');
  ensure(next.kind !== 'override' || next.value !== computed, 'light_note.same_light');
  ensure(next.value !== stands, 'light_note.same_value');
}
