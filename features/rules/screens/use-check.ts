import { useEffect, useState } from 'react';
import type { OutputOf } from '#http/client';
import type { PlainDate } from '#kernel/plain-date';
import { call } from '#ui';
import { checkOverlay } from '../contract.ts';

export type Wanted = { readonly content: string } | { readonly value: unknown };
type Result = OutputOf<typeof checkOverlay>;

/** Checks what is being written once the writer pauses. What was found stays until something newer is. */
export function useCheck(file: string, wanted: Wanted | undefined, effectiveFrom: PlainDate | undefined) {
  const [found, setFound] = useState<Result>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const asked = wanted && JSON.stringify([file, wanted, effectiveFrom]);
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    const check = async () => {
      setBusy(true);
      try {
        const input = { file, ...wanted, ...(effectiveFrom ? { effectiveFrom } : {}) };
        setFound(await call(checkOverlay, input, { signal: stop.signal }));
        setError(undefined);
      } catch (failed) {
        if (!stop.signal.aborted) setError(failed);
      } finally {
        if (!stop.signal.aborted) setBusy(false);
      }
    };
    const timer = setTimeout(() => void check(), 500);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);
  return { found, error, busy };
}
