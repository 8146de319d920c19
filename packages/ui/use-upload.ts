import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import {
  type CallRefused,
  type InputOf,
  makeClient,
  newIdempotencyKey,
  type OutputOf,
  type RouteDeclaration,
} from '#http/client';
import { fetchTelling } from './fetch-telling.ts';

type UploadRoute = RouteDeclaration & { readonly upload: true };

export type Upload<R extends UploadRoute> = {
  readonly send: (input: InputOf<R>) => void;
  readonly cancel: () => void;
  readonly busy: boolean;
  /** 0 to 1 of the file; at 1 the server is at work on it. */
  readonly sent: number;
  readonly error: CallRefused | null;
};

/** Sends one file and tells how far it is. The same file sent again after a lost connection counts once. */
export function useUpload<R extends UploadRoute>(route: R, done: (output: OutputOf<R>) => void): Upload<R> {
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const intention = useRef<{ readonly input: string; readonly key: string } | null>(null);
  const stop = useRef<AbortController | null>(null);
  const act = useMutation<OutputOf<R>, CallRefused, InputOf<R>>({
    mutationFn: (input) => {
      setSent(0);
      const same = signature(input);
      if (intention.current?.input !== same) intention.current = { input: same, key: newIdempotencyKey() };
      stop.current = new AbortController();
      const call = makeClient({ fetch: fetchTelling(setSent) });
      return call(route, input, { idempotencyKey: intention.current.key, signal: stop.current.signal });
    },
    onSuccess: async (output) => {
      intention.current = null;
      done(output);
      await queries.invalidateQueries();
    },
  });
  return {
    send: act.mutate,
    cancel: () => {
      stop.current?.abort();
      intention.current = null;
      act.reset();
    },
    busy: act.isPending,
    sent,
    error: act.error,
  };
}

function signature(input: object): string {
  return JSON.stringify(input, (_name, value: unknown) =>
    value instanceof File ? [value.name, value.size, value.lastModified] : value,
  );
}
