import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import {
  type CallRefused,
  type InputOf,
  makeClient,
  newIdempotencyKey,
  type OutputOf,
  type RouteDeclaration,
} from '#http/client';

/** The browser's client: same origin, the session in its cookie. */
export const call = makeClient();

/** Reads a route; what was shown stays while the next page or filter loads. */
export function useRoute<R extends RouteDeclaration>(
  route: R,
  input: InputOf<R>,
  options: { readonly enabled?: boolean; readonly everySeconds?: number } = {},
): UseQueryResult<OutputOf<R>, CallRefused> {
  return useQuery<OutputOf<R>, CallRefused>({
    queryKey: [route.path, input],
    queryFn: ({ signal }) => call(route, input, { signal }),
    placeholderData: (previous) => previous,
    enabled: options.enabled ?? true,
    refetchInterval: options.everySeconds ? options.everySeconds * 1000 : false,
  });
}

/**
 * Acts through a route. One intention keeps one idempotency key until it succeeds, so that pressing the button again
 * after a lost connection acts once; then everything shown is read anew.
 */
export function useAct<R extends RouteDeclaration>(
  route: R,
  done?: (output: OutputOf<R>) => void,
): UseMutationResult<OutputOf<R>, CallRefused, InputOf<R>> {
  const queries = useQueryClient();
  const intention = useRef<{ readonly input: string; readonly key: string } | null>(null);
  return useMutation<OutputOf<R>, CallRefused, InputOf<R>>({
    mutationFn: (input) => {
      const same = JSON.stringify(input);
      if (intention.current?.input !== same) intention.current = { input: same, key: newIdempotencyKey() };
      return call(route, input, { idempotencyKey: intention.current.key });
    },
    onSuccess: async (output) => {
      intention.current = null;
      done?.(output);
      await queries.invalidateQueries();
    },
  });
}

/** Saves what a route answers with as a file of the reader's. */
export async function download<R extends RouteDeclaration & { readonly binary: object }>(
  route: R,
  input: InputOf<R>,
): Promise<void> {
  const file = (await call(route, input)) as {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly contentType?: string;
  };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file.bytes.slice()], { type: file.contentType ?? '' }));
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}
