import { useEffect, useRef, useState } from 'react';
import { CallRefused, newIdempotencyKey, type OutputOf } from '#http/client';
import { call } from '#ui';
import { type Draft, saveReview, type viewReview } from '../../contract.ts';
import { texts } from '../../texts.ts';

type Seen = OutputOf<typeof viewReview>;

const rest = 1200;

/** The review as it is on the screen, saved when the hands rest; what was typed stays when a save fails. */
export function useDraft(seen: Seen) {
  const [draft, setDraft] = useState<Draft>(seen.draft);
  const [faults, setFaults] = useState(seen.faults);
  const [saved, setSaved] = useState(texts.saved(timeOf(new Date(seen.editedAt))));
  const [error, setError] = useState<unknown>();
  const [version, setVersion] = useState(seen.version);
  const held = useRef({ version: seen.version, busy: false, next: undefined as Draft | undefined });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = seen.documentId;

  const save = async () => {
    const now = held.current;
    const asked = now.next;
    if (now.busy || !asked) return;
    now.busy = true;
    now.next = undefined;
    setSaved(texts.saving);
    try {
      const input = { id, version: now.version, draft: asked };
      const answer = await call(saveReview, input, { idempotencyKey: newIdempotencyKey() });
      now.version = answer.version;
      setVersion(answer.version);
      setFaults(answer.faults);
      setError(undefined);
      setSaved(texts.saved(timeOf(new Date())));
    } catch (failure) {
      now.next ??= asked;
      setError(failure);
      setSaved(texts.unsaved);
      now.busy = false;
      return;
    }
    now.busy = false;
    await save();
  };

  const change = (next: Draft) => {
    setDraft(next);
    held.current.next = next;
    setSaved(texts.saving);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), rest);
  };

  // Whoever leaves before the hands have rested has saved all the same.
  const leave = useRef(save);
  leave.current = save;
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void leave.current();
    },
    [],
  );

  const stale = error instanceof CallRefused && error.code === 'http.stale_version';
  return { draft, change, faults, version, saved, error, stale };
}

function timeOf(at: Date): string {
  return at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
}
