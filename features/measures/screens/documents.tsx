import './measures.css';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import {
  type Column,
  DataTable,
  Dialog,
  Field,
  LightCounts,
  Page,
  Panel,
  Refused,
  Shown,
  useAct,
  useRoute,
  useUpload,
} from '#ui';
import { type DocumentLine, listDocuments, pasteDocument, uploadDocument } from '../contract.ts';
import { stateNames, texts } from '../texts.ts';

/** Every document and how far it is; coordinators hand in the next one here. */
export function Screen() {
  const list = useRoute(listDocuments, {});
  const [, go] = useLocation();
  const [isPasting, paste] = useState(false);
  const [text, setText] = useState('');
  const chosen = useRef<HTMLInputElement>(null);
  const toReview = ({ documentId }: { readonly documentId: string }) =>
    go(`/policy-documents/${documentId}/review`);
  const sending = useUpload(uploadDocument, toReview);
  const pasting = useAct(pasteDocument, toReview);
  return (
    <Page
      title={texts.documents}
      note={list.data?.mayUpload ? texts.takeHint : undefined}
      acts={
        list.data?.mayUpload ? (
          <>
            <input
              ref={chosen}
              type="file"
              hidden
              aria-label={texts.upload}
              accept=".txt,.html,.htm,.docx,.pdf"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) sending.send({ file: { name: file.name, bytes: file } });
                event.target.value = '';
              }}
            />
            <Button onClick={() => paste(true)}>{texts.paste}</Button>
            <Button type="primary" loading={sending.busy} onClick={() => chosen.current?.click()}>
              {sending.busy ? texts.reading : texts.upload}
            </Button>
          </>
        ) : undefined
      }
    >
      {sending.error ? <Refused error={sending.error} /> : null}
      <Shown query={list}>
        {({ documents }) => (
          <Panel>
            <DataTable
              label={texts.documents}
              columns={columns}
              rows={documents}
              rowKey={(row) => row.documentId}
              empty={{ why: texts.noDocuments, remedy: texts.noDocumentsRemedy }}
            />
          </Panel>
        )}
      </Shown>
      <Dialog
        open={isPasting}
        title={texts.paste}
        act={texts.read}
        busy={pasting.isPending}
        ready={text.trim() !== ''}
        error={pasting.error}
        onAct={() => pasting.mutate({ text })}
        onClose={() => paste(false)}
      >
        <Field label={texts.paste} required>
          {(ties) => (
            <Input.TextArea
              {...ties}
              rows={14}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </Dialog>
    </Page>
  );
}

const columns: readonly Column<DocumentLine>[] = [
  {
    key: 'title',
    title: texts.title,
    phone: 'title',
    render: (row) => <Link href={pathOf(row)}>{row.title}</Link>,
  },
  { key: 'number', title: texts.docNumber, render: (row) => row.docNumber ?? '—' },
  { key: 'state', title: texts.state, render: (row) => stateNames[row.state] },
  { key: 'measures', title: texts.measures, number: true, render: (row) => row.measures },
  {
    key: 'doubts',
    title: texts.doubts,
    number: true,
    render: (row) => (row.state === 'issued' ? '—' : row.openDoubts),
  },
  {
    key: 'done',
    title: texts.done,
    number: true,
    render: ({ progress }) => (progress ? texts.progressOf(progress.done, progress.total) : '—'),
  },
  {
    key: 'lights',
    title: texts.lights,
    render: ({ progress }) =>
      progress ? (
        <LightCounts counts={{ red: progress.red, yellow: progress.yellow, green: progress.green }} />
      ) : (
        '—'
      ),
  },
  { key: 'late', title: texts.late, number: true, render: ({ progress }) => progress?.lateReports ?? '—' },
  { key: 'by', title: texts.uploader, render: (row) => row.uploader, phone: 'hidden' },
];

function pathOf({ documentId, state }: DocumentLine): string {
  return `/policy-documents/${documentId}${state === 'review' ? '/review' : ''}`;
}
