import { Button } from 'antd';
import type { OutputOf } from '#http/client';
import { type Column, DataTable } from '#ui';
import type { listChannels } from '../contract.ts';
import { texts } from '../texts.ts';
import { useAudience } from './audience.ts';

export type Channel = OutputOf<typeof listChannels>[number];

type ChannelTableProps = {
  readonly rows: readonly Channel[];
  readonly edit: (channel: Channel) => void;
  readonly test: (channel: Channel) => void;
};

export function ChannelTable({ rows, edit, test }: ChannelTableProps) {
  const { orgs, groups, roles } = useAudience();
  const named = (options: readonly { value: string; label: string }[], ids: readonly string[]) =>
    ids.map((id) => options.find(({ value }) => value === id)?.label ?? id);
  const audience = (channel: Channel) => {
    if (channel.kind === 'email') return texts.everyone;
    const names = [
      ...named(orgs, channel.orgIds),
      ...named(groups, channel.groupIds),
      ...named(roles, channel.roles),
    ];
    return names.join('、') || texts.nobody;
  };
  const columns: readonly Column<Channel>[] = [
    { key: 'name', title: texts.name, phone: 'title', render: ({ name }) => name },
    { key: 'kind', title: texts.channelKind, render: ({ kind }) => texts.kinds[kind] },
    {
      key: 'state',
      title: texts.state,
      render: ({ enabled }) => (enabled ? texts.inUse : <span className="quiet">{texts.outOfUse}</span>),
    },
    {
      key: 'address',
      title: texts.address,
      render: (channel) => <span className="wrapped">{addressText(channel)}</span>,
    },
    {
      key: 'audience',
      title: texts.audience,
      render: (channel) => <span className="wrapped">{audience(channel)}</span>,
    },
    {
      key: 'secret',
      title: texts.secret,
      render: ({ secret }) => {
        const said = texts.secretState[secret];
        return secret === 'unreadable' ? <span className="doubt">{said}</span> : said;
      },
    },
    {
      key: 'act',
      title: texts.act,
      render: (channel) => (
        <span style={{ display: 'inline-flex', gap: 8 }}>
          <Button size="small" aria-label={`${texts.edit}${channel.name}`} onClick={() => edit(channel)}>
            {texts.edit}
          </Button>
          <Button size="small" aria-label={`${texts.test}${channel.name}`} onClick={() => test(channel)}>
            {texts.test}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={texts.channels}
      columns={columns}
      rows={rows}
      rowKey={({ channelId }) => channelId}
      empty={{ why: texts.noChannels, remedy: texts.noChannelsRemedy }}
    />
  );
}

function addressText({ address }: Channel): string {
  return 'host' in address ? `${address.host}:${address.port}（${address.from}）` : address.url;
}
