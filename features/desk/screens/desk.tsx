import { Empty, Page, Panel, Shown, useRoute } from '#ui';
import { type DeskView, desk } from '../contract.ts';
import { texts } from '../texts.ts';
import { AccountsPanel, AuditPanel } from './administration.tsx';
import { Attention } from './attention.tsx';
import { Changes } from './changes.tsx';
import { Matters } from './matters.tsx';
import { Reds } from './reds.tsx';
import { Waiting } from './waiting.tsx';
import { Week } from './week.tsx';

/** Everybody's day: what waits, what is red, what falls due, what changed. */
export function Screen() {
  const today = useRoute(desk, {}, { everySeconds: 300 });
  return (
    <Page title={texts.desk} note={today.data?.today}>
      <Shown query={today}>{(data) => <Parts view={data} />}</Shown>
    </Page>
  );
}

function Parts({ view }: { readonly view: DeskView }) {
  if (view.audience === 'guest') {
    return (
      <Panel>
        <Empty why={texts.guest} remedy={texts.guestRemedy} />
      </Panel>
    );
  }
  return (
    <>
      {view.accounts || view.audit ? (
        <div className="columns">
          {view.accounts ? <AccountsPanel accounts={view.accounts} /> : null}
          {view.audit ? <AuditPanel audit={view.audit} /> : null}
        </div>
      ) : null}
      {view.audience === 'office' ? (
        <div className="columns">
          <div>
            <Matters />
            <Waiting groups={view.waiting} today={view.today} />
            <Week view={view} />
            <Attention view={view} />
          </div>
          <div>
            <Reds view={view} />
            <Changes changes={view.changes} />
          </div>
        </div>
      ) : null}
    </>
  );
}
