import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { CallRefused, type InputOf, newIdempotencyKey } from '#http/client';
import { call } from '#ui';
import { takeReturn } from '../../contract.ts';

type BatchId = InputOf<typeof takeReturn>['batchId'];

export type Taking = {
  readonly id: string;
  readonly file: File;
  readonly state: 'waiting' | 'checking' | 'taken' | 'refused';
  readonly text?: string;
};

/**
 * Sends many files one after another, so that each is refused or taken by itself and a lost connection costs one file.
 * The same file sent again after a lost answer counts once.
 */
export function useTakeReturns() {
  const queries = useQueryClient();
  const [takings, setTakings] = useState<readonly Taking[]>([]);
  const [busy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());
  const change = (id: string, to: Partial<Taking>) =>
    setTakings((all) => all.map((one) => (one.id === id ? { ...one, ...to } : one)));

  const sendAll = async (batchId: BatchId, files: readonly Taking[]): Promise<boolean> => {
    setBusy(true);
    let complete = true;
    for (const { id, file } of files) {
      change(id, { state: 'checking' });
      const key = keys.current.get(id) ?? newIdempotencyKey();
      keys.current.set(id, key);
      try {
        const sent = { name: file.name, bytes: file };
        await call(takeReturn, { batchId, file: sent }, { idempotencyKey: key });
        change(id, { state: 'taken' });
      } catch (error) {
        complete = false;
        const refused = error instanceof CallRefused ? error : undefined;
        // What the server refused is another attempt next time; what got lost on the way is the same one.
        if (refused && refused.status > 0) keys.current.delete(id);
        change(id, { state: 'refused', text: refused?.text ?? String(error) });
      }
    }
    setBusy(false);
    await queries.invalidateQueries();
    return complete;
  };

  return {
    takings,
    busy,
    /** Whether every file was taken. */
    take: (batchId: BatchId, files: readonly File[]): Promise<boolean> => {
      const fresh = files.map((file): Taking => ({ id: crypto.randomUUID(), file, state: 'waiting' }));
      setTakings(fresh);
      return sendAll(batchId, fresh);
    },
    retry: (batchId: BatchId): Promise<boolean> =>
      sendAll(
        batchId,
        takings.filter(({ state }) => state === 'refused'),
      ),
  };
}
