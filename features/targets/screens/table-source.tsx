import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SentFile } from '#http/client';
import { type Column, DataTable } from '#ui';
import type { Finding } from '../contract.ts';
import { statisticsTexts as words } from '../texts.ts';

type Props = {
  readonly hint: string;
  readonly send: (input: { readonly file: SentFile }) => void;
  readonly busy: boolean;
};

/** A small table comes as a file or is pasted; both are read alike. */
export function TableSource({ hint, send, busy }: Props) {
  const [text, setText] = useState('');
  return (
    <>
      <label className="drop">
        {words.choose}
        <span className="quiet">{hint}</span>
        <input
          type="file"
          accept=".xlsx,.xls,.csv"
          disabled={busy}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) send({ file: { name: file.name, bytes: file } });
            event.target.value = '';
          }}
        />
      </label>
      <div className="field" style={{ marginTop: 12 }}>
        <label htmlFor="pasted-table">{words.paste}</label>
        <Input.TextArea
          id="pasted-table"
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div>
          <Button
            disabled={text.trim() === ''}
            loading={busy}
            onClick={() => send({ file: { name: '粘贴.csv', bytes: new TextEncoder().encode(text) } })}
          >
            {words.readPasted}
          </Button>
        </div>
      </div>
    </>
  );
}

const columns: readonly Column<Finding>[] = [
  { key: 'row', title: '行', number: true, render: (one) => one.row },
  { key: 'column', title: '列', render: (one) => one.column },
  { key: 'value', title: '值', render: (one) => one.value || '—' },
  { key: 'message', title: '原因', phone: 'title', render: (one) => one.message },
  { key: 'remedy', title: '办法', render: (one) => one.remedy },
];

export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <>
      <h3>{words.findings}</h3>
      <DataTable
        label={words.findings}
        columns={columns}
        rows={findings}
        rowKey={(one) => `${one.row} ${one.column}`}
        empty={{ why: '' }}
      />
    </>
  );
}
