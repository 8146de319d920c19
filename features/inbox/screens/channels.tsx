import { Button } from 'antd';
import { useState } from 'react';
import { Page, Panel, Shown, useRoute } from '#ui';
import { listChannels } from '../contract.ts';
import { texts } from '../texts.ts';
import { ChannelForm } from './channel-form.tsx';
import { type Channel, ChannelTable } from './channel-table.tsx';
import { FailurePanel } from './failure-panel.tsx';
import { TestChannel } from './test-channel.tsx';
import { UnreachedPanel } from './unreached-panel.tsx';

/** The ways out, and what did not get out: for the system administrator. */
export function Screen() {
  const channels = useRoute(listChannels, {});
  const [edited, edit] = useState<Channel | 'new'>();
  const [tested, test] = useState<Channel>();
  return (
    <Page
      title={texts.channels}
      note={texts.channelsNote}
      acts={
        <Button type="primary" onClick={() => edit('new')}>
          {texts.create}
        </Button>
      }
    >
      <Panel>
        <Shown query={channels}>{(rows) => <ChannelTable rows={rows} edit={edit} test={test} />}</Shown>
      </Panel>
      <FailurePanel />
      <UnreachedPanel />
      {edited ? (
        <ChannelForm channel={edited === 'new' ? undefined : edited} close={() => edit(undefined)} />
      ) : null}
      {tested ? <TestChannel channel={tested} close={() => test(undefined)} /> : null}
    </Page>
  );
}
