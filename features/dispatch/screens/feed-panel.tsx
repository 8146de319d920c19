import { Button } from 'antd';
import { useState } from 'react';
import { Instant, Panel, Refused, useAct } from '#ui';
import { openFeed, revokeFeed } from '../contract.ts';

/** The reader's own feed: its address is shown once. */
export function FeedPanel({ since }: { readonly since: string | null }) {
  const [address, show] = useState<string>();
  const open = useAct(openFeed, ({ path }) => show(`${window.location.origin}${path}`));
  const revoke = useAct(revokeFeed, () => show(undefined));
  return (
    <Panel title="在手机或办公软件的日历中订阅">
      {(open.error ?? revoke.error) ? <Refused error={open.error ?? revoke.error} /> : null}
      <p>
        {since ? (
          <>
            您的订阅地址自 <Instant at={since} /> 起有效。
          </>
        ) : (
          '您还没有订阅地址。'
        )}
        日历里只有会议名称、日期和页面地址，没有项目内容。知道地址的人都能看到，请勿转发；地址只显示一次。
      </p>
      {address ? (
        <p role="status">
          <code style={{ overflowWrap: 'anywhere' }}>{address}</code>
        </p>
      ) : null}
      <div className="acts">
        <Button loading={open.isPending} onClick={() => open.mutate({})}>
          {since ? '换一个地址' : '取得地址'}
        </Button>
        {since ? (
          <Button loading={revoke.isPending} onClick={() => revoke.mutate({})}>
            撤销
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}
