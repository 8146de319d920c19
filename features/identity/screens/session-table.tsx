import type { OutputOf } from '#http/client';
import { type Column, DataTable, Instant } from '#ui';
import type { listMySessions } from '../contract.ts';
import { texts } from '../texts.ts';

type Session = OutputOf<typeof listMySessions>[number];

const columns: readonly Column<Session>[] = [
  {
    key: 'device',
    title: texts.device,
    phone: 'title',
    render: (session) => (
      <>
        {deviceOf(session.userAgent)}
        {session.current ? <strong>（{texts.thisOne}）</strong> : null}
      </>
    ),
  },
  { key: 'ip', title: texts.address, render: (session) => session.ip ?? '—' },
  { key: 'created', title: texts.signedInAt, render: (session) => <Instant at={session.createdAt} /> },
  { key: 'seen', title: texts.lastSeen, render: (session) => <Instant at={session.lastSeenAt} /> },
  { key: 'expires', title: texts.expires, render: (session) => <Instant at={session.expiresAt} /> },
];

export function SessionTable({ sessions }: { readonly sessions: readonly Session[] }) {
  return (
    <DataTable
      label={texts.accountSessions}
      columns={columns}
      rows={sessions}
      rowKey={(session) => session.sessionId}
      empty={{ why: texts.noSessions }}
    />
  );
}

const systems = [
  [/iPhone|iPad/, '苹果手机或平板'],
  [/Android/, '安卓手机或平板'],
  [/HarmonyOS/, '鸿蒙手机或平板'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
] as const;

function deviceOf(userAgent: string | null): string {
  if (userAgent === null) return '—';
  return systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? userAgent.slice(0, 40);
}
