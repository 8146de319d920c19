import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { useLocation } from 'wouter';
import { listCities } from '#features/cities';
import { whoAmI } from '#features/identity';
import type { OutputOf } from '#http/client';
import { Loading, Refused, type ScreenDeclaration, SecrecyNotice, useRoute } from '#ui';
import { isSignedOut } from './query-client.ts';
import { ScreenAt } from './screen-at.tsx';
import { screens } from './screens.ts';
import { Shell } from './shell.tsx';

type Me = OutputOf<typeof whoAmI>;

const SignIn = lazy(async () => ({
  default: (await import('../../features/identity/screens/sign-in.tsx')).SignIn,
}));
const FirstPassword = lazy(async () => ({
  default: (await import('../../features/identity/screens/first-password.tsx')).FirstPassword,
}));

/**
 * Nobody passes without a session. When one ends in the middle of work, the sign-in page covers the screen and
 * the screen stays below with all that was typed; somebody else who signs in finds a fresh one.
 */
export function SessionGate() {
  const [location] = useLocation();
  const open = screens.find(({ action, path }) => action === 'public' && path === location);
  return open ? <PublicPage screen={open} /> : <Gate />;
}

/** A page for everybody: no frame, no navigation, no question who it is. */
function PublicPage({ screen }: { readonly screen: ScreenDeclaration }) {
  return (
    <div className="entrance">
      <main className="public-main">
        <ScreenAt screen={screen} params={{}} />
      </main>
      <SecrecyNotice />
    </div>
  );
}

function Gate() {
  const queries = useQueryClient();
  const session = useRoute(whoAmI, {});
  const cities = useRoute(listCities, {});
  const me = session.data;

  const enter = async (next: Me) => {
    if (me && me.accountId !== next.accountId) queries.clear();
    queries.setQueryData([whoAmI.path, {}], next);
    await queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== whoAmI.path });
  };

  if (!me && !isSignedOut(session.error)) {
    return (
      <Entrance>
        {session.error ? (
          <Refused error={session.error} retry={() => session.refetch()} />
        ) : (
          <Loading rows={3} />
        )}
      </Entrance>
    );
  }

  const away = isSignedOut(session.error);
  const demonstration = cities.data?.find((city) => city.cityId === me?.cityId)?.demonstration ?? false;
  const mustChange = me?.mustChange === true && cities.data !== undefined && !demonstration;
  return (
    <>
      {away || mustChange ? (
        <Entrance>
          <Suspense fallback={<Loading rows={3} />}>
            {away ? (
              <SignIn cities={cities.data ?? []} again={me} entered={enter} />
            ) : (
              <FirstPassword changed={() => session.refetch()} />
            )}
          </Suspense>
        </Entrance>
      ) : null}
      {me && !mustChange ? (
        <div hidden={away}>
          <Shell key={me.accountId} me={me} demonstration={demonstration} />
        </div>
      ) : null}
    </>
  );
}

function Entrance({ children }: { readonly children: ReactNode }) {
  return (
    <div className="entrance">
      <main className="entrance-main">{children}</main>
      <SecrecyNotice />
    </div>
  );
}
