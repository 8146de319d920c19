import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { Page, Panel, Refused, Shown, useAct, useRoute } from '#ui';
import { listMessages, readAllMessages } from '../contract.ts';
import { texts } from '../texts.ts';
import { MessageTable } from './message-table.tsx';

/** What this account was told: unread first, each leading to the page it is about. */
export function Screen() {
  const [unread, showUnread] = useState(false);
  const [page, turn] = useState(1);
  const messages = useRoute(listMessages, { page, unread }, { everySeconds: 60 });
  const markAll = useAct(readAllMessages);
  const waiting = messages.data?.unread ?? 0;
  return (
    <Page
      title={texts.inbox}
      note={texts.inboxNote}
      acts={
        <>
          <Button
            aria-pressed={unread}
            onClick={() => {
              showUnread(!unread);
              turn(1);
            }}
          >
            {unread ? texts.all : texts.onlyUnread}
          </Button>
          <Button
            disabled={waiting === 0}
            loading={markAll.isPending}
            onClick={() => markAll.mutate({ unread: waiting })}
          >
            {texts.markAll}
          </Button>
          <Link href="/inbox/settings">{texts.settings}</Link>
        </>
      }
    >
      {markAll.error ? <Refused error={markAll.error} /> : null}
      <Panel>
        <Shown query={messages}>
          {(shown) => <MessageTable shown={shown} unread={unread} turn={turn} />}
        </Shown>
      </Panel>
    </Page>
  );
}
