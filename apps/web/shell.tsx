import { useMemo } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { whoAmI } from '#features/identity';
import type { OutputOf } from '#http/client';
import { Empty, Frame, Page, type ScreenDeclaration } from '#ui';
import { ErrorBoundary } from './error-boundary.tsx';
import { InboxMark } from './inbox-mark.tsx';
import { PersonMenu } from './person-menu.tsx';
import { ScreenAt } from './screen-at.tsx';
import { screens } from './screens.ts';
import { texts } from './texts.ts';

type Me = OutputOf<typeof whoAmI>;

/** `/projects/new` is tried before `/projects/:id`. */
function bySpecificity(a: ScreenDeclaration, b: ScreenDeclaration): number {
  const key = (screen: ScreenDeclaration) => screen.path.replace(/:\w+/g, '\uffff');
  return key(a) < key(b) ? -1 : 1;
}

const inOrder = [...screens].sort(bySpecificity);

/** The frame, what of the navigation this person may use, and the screen of the address. */
export function Shell({ me, demonstration }: { readonly me: Me; readonly demonstration: boolean }) {
  const [location] = useLocation();
  const nav = useMemo(() => {
    return screens
      .filter((screen) => screen.nav !== undefined && isAllowed(screen, me))
      .sort((a, b) => (a.nav ?? 0) - (b.nav ?? 0))
      .map(({ path, name, nav: place = 0 }) => ({
        path,
        name,
        heading: texts.headings[Math.floor(place / 100)],
      }));
  }, [me]);
  const screen = (
    <ErrorBoundary place={location}>
      <Switch>
        {inOrder.map((screen) => (
          <Route key={screen.path} path={screen.path}>
            {(params) =>
              isAllowed(screen, me) ? (
                <ScreenAt screen={screen} params={params as Readonly<Record<string, string>>} />
              ) : (
                <NotAllowed path={screen.path} start={nav[0]?.path} />
              )
            }
          </Route>
        ))}
        <Route>
          <NoScreen path={location} start={nav[0]?.path} />
        </Route>
      </Switch>
    </ErrorBoundary>
  );
  const whole = inOrder.some((one) => one.whole && one.path === location && isAllowed(one, me));
  if (whole) return screen;
  return (
    <Frame
      city={me.cityName}
      demonstration={demonstration}
      nav={nav}
      person={
        <>
          <InboxMark />
          <PersonMenu me={me} />
        </>
      }
    >
      {screen}
    </Frame>
  );
}

function isAllowed(screen: ScreenDeclaration, me: Me): boolean {
  return screen.action === 'signed-in' || me.actions.includes(screen.action);
}

type Missing = { readonly path: string; readonly start: string | undefined };

/** Who has no desk starts at the first screen open to him. */
function NotAllowed({ path, start }: Missing) {
  if (path === '/' && start !== undefined && start !== '/') return <Redirect to={start} replace />;
  return (
    <Page title={texts.notAllowed}>
      <Empty why={texts.notAllowedWhy} remedy={<ToStart start={start} />} />
    </Page>
  );
}

function NoScreen({ path, start }: Missing) {
  if (path === '/' && start !== undefined) return <Redirect to={start} replace />;
  const [title, why] =
    path === '/' ? [texts.nothingAllowed, texts.nothingAllowedWhy] : [texts.notFound, texts.notFoundWhy];
  return (
    <Page title={title}>
      <Empty why={why} remedy={<ToStart start={start} />} />
    </Page>
  );
}

function ToStart({ start }: { readonly start: string | undefined }) {
  return start === undefined ? null : <a href={start}>{texts.toStart}</a>;
}
