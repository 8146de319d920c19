import { Input } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import { type Column, DataTable, Page, Panel, Shown, useRoute } from '#ui';
import { listPermissions } from '../contract.ts';
import { texts } from '../texts.ts';

type Permission = OutputOf<typeof listPermissions>[number];

const columns: readonly Column<Permission>[] = [
  {
    key: 'sentence',
    title: texts.permission,
    phone: 'title',
    render: ({ sentence, off }) => (
      <span className="wrapped" style={{ maxWidth: 820 }}>
        {sentence}
        {off.length > 0 ? <span className="doubt">{texts.switchedOff(off.join('、'))}</span> : null}
      </span>
    ),
  },
  {
    key: 'action',
    title: texts.action,
    width: 260,
    render: ({ action }) => <code className="quiet">{action}</code>,
  },
];

/** All that anybody may do, in sentences. */
export function Screen() {
  const [words, setWords] = useState('');
  const permissions = useRoute(listPermissions, {});
  const suits = ({ sentence, action }: Permission) =>
    words
      .trim()
      .split(/\s+/)
      .every((word) => sentence.includes(word) || action.includes(word));
  return (
    <Page title={texts.permissions} note={texts.permissionsNote}>
      <Panel>
        <div className="filters">
          <Input
            allowClear
            aria-label={texts.permissionsFind}
            placeholder={texts.permissionsFind}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            style={{ width: 320 }}
          />
        </div>
        <Shown query={permissions}>
          {(rows) => (
            <DataTable
              label={texts.permissions}
              columns={columns}
              rows={rows.filter(suits)}
              rowKey={({ sentence, action }) => `${action} ${sentence}`}
              empty={{ why: texts.noPermissions }}
            />
          )}
        </Shown>
      </Panel>
    </Page>
  );
}
