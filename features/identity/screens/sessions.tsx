import { Button } from 'antd';
import { useState } from 'react';
import { Dialog, Page, Panel, Shown, useAct, useRoute } from '#ui';
import { listMySessions, signOutEverywhere } from '../contract.ts';
import { texts } from '../texts.ts';
import { SessionTable } from './session-table.tsx';

export function Screen() {
  const [asking, ask] = useState(false);
  const sessions = useRoute(listMySessions, {});
  const end = useAct(signOutEverywhere, () => window.location.assign('/'));
  return (
    <Page
      title={texts.sessions}
      note={texts.sessionsNote}
      acts={<Button onClick={() => ask(true)}>{texts.endAll}</Button>}
    >
      <Panel>
        <Shown query={sessions}>{(rows) => <SessionTable sessions={rows} />}</Shown>
      </Panel>
      <Dialog
        open={asking}
        title={texts.endAll}
        act={texts.endAll}
        onAct={() => end.mutate({})}
        onClose={() => ask(false)}
        busy={end.isPending}
        error={end.error}
        destructive
      >
        <p>{texts.endAllAsk}</p>
      </Dialog>
    </Page>
  );
}
