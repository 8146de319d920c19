import { Button } from 'antd';
import { useState } from 'react';
import type { InputOf } from '#http/client';
import { Dialog, Shown, useAct, useRoute } from '#ui';
import { endSessions, listSessions } from '../contract.ts';
import { texts } from '../texts.ts';
import { useMay } from './may.ts';
import { SessionTable } from './session-table.tsx';

type AccountSessionsProps = { readonly accountId: InputOf<typeof listSessions>['id'] };

/** Where an account is signed in, and ending it from outside. */
export function AccountSessions({ accountId }: AccountSessionsProps) {
  const may = useMay();
  const [asking, ask] = useState(false);
  const sessions = useRoute(listSessions, { id: accountId });
  const end = useAct(endSessions, () => ask(false));
  return (
    <section aria-label={texts.accountSessions} style={{ marginTop: 24 }}>
      <div className="page-head">
        <h2 style={{ margin: 0 }}>{texts.accountSessions}</h2>
        {may('session.end') && sessions.data?.length ? (
          <div className="page-acts">
            <Button danger onClick={() => ask(true)}>
              {texts.endSessions}
            </Button>
          </div>
        ) : null}
      </div>
      <Shown query={sessions} rows={2}>
        {(rows) => <SessionTable sessions={rows} />}
      </Shown>
      <Dialog
        open={asking}
        title={texts.endSessions}
        act={texts.endSessions}
        destructive
        busy={end.isPending}
        error={end.error}
        onAct={() => end.mutate({ id: accountId })}
        onClose={() => ask(false)}
      >
        <p>{texts.endSessionsAsk}</p>
      </Dialog>
    </section>
  );
}
