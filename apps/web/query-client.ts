import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { whoAmI } from '#features/identity';
import { CallRefused } from '#http/client';

const sessionKey = [whoAmI.path];

/** The session has ended, unlike a wrong password at sign-in. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof CallRefused && error.code === 'http.sign_in_first';
}

/**
 * The client itself tries again when the network fails, so nothing is retried here. Whatever is answered with
 * 「sign in first」 asks for the session again; the gate then shows the sign-in page over the screen.
 */
export function makeQueryClient(): QueryClient {
  const askAgain = (error: unknown) => {
    if (isSignedOut(error)) void client.invalidateQueries({ queryKey: sessionKey });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] !== sessionKey[0]) askAgain(error);
      },
    }),
    mutationCache: new MutationCache({ onError: askAgain }),
    defaultOptions: {
      queries: { retry: false, staleTime: 15_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
