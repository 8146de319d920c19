import { Button } from 'antd';
import { Link } from 'wouter';
import type { OutputOf } from '#http/client';
import { type Column, DataTable, Instant, Refused, useAct } from '#ui';
import { type listMessages, readMessages } from '../contract.ts';
import { texts } from '../texts.ts';

type Shown = OutputOf<typeof listMessages>;
type Message = Shown['rows'][number];

type MessageTableProps = {
  readonly shown: Shown;
  readonly unread: boolean;
  readonly turn: (page: number) => void;
};

/** Opening what a message is about marks it as read. */
export function MessageTable({ shown, unread, turn }: MessageTableProps) {
  const mark = useAct(readMessages);
  const read = ({ inboxId, readAt }: Message) => {
    if (readAt === null) mark.mutate({ inboxIds: [inboxId] });
  };
  const columns: readonly Column<Message>[] = [
    {
      key: 'state',
      title: texts.state,
      width: 140,
      render: (message) => (
        <span style={{ whiteSpace: 'nowrap' }}>
          {message.readAt === null ? (
            <strong>{texts.unread}</strong>
          ) : (
            <span className="quiet">{texts.read}</span>
          )}
          {message.urgency === 'urgent' ? (
            <span className="light light-red" style={{ marginLeft: 6 }}>
              {texts.urgent}
            </span>
          ) : null}
        </span>
      ),
    },
    {
      key: 'message',
      title: texts.message,
      phone: 'title',
      render: (message) => (
        <div style={{ maxWidth: 640, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          <Link
            href={message.path}
            onClick={() => read(message)}
            style={{ fontWeight: message.readAt === null ? 600 : 400 }}
          >
            {message.title}
          </Link>
          <div style={{ whiteSpace: 'pre-line', fontWeight: 400 }}>{message.text}</div>
        </div>
      ),
    },
    { key: 'kind', title: texts.kind, render: ({ kindName }) => kindName },
    { key: 'told', title: texts.toldAt, render: ({ toldAt }) => <Instant at={toldAt} /> },
    {
      key: 'act',
      title: texts.act,
      render: (message) =>
        message.readAt === null ? (
          <Button
            size="small"
            aria-label={`${texts.markRead}：${message.title}`}
            onClick={() => read(message)}
          >
            {texts.markRead}
          </Button>
        ) : (
          <Instant at={message.readAt} />
        ),
    },
  ];
  return (
    <>
      {mark.error ? <Refused error={mark.error} /> : null}
      <DataTable
        label={texts.inbox}
        columns={columns}
        rows={shown.rows}
        rowKey={({ inboxId }) => inboxId}
        empty={unread ? { why: texts.noUnread } : { why: texts.none, remedy: texts.noneRemedy }}
        paging={{ page: shown.page, size: shown.pageSize, total: shown.total, turn }}
      />
    </>
  );
}
