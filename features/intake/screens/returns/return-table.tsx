import { Button } from 'antd';
import { useState } from 'react';
import { type Column, download, PagedTable, Refused, useAct } from '#ui';
import { type BatchView, dropReturn, type ReturnView, returnMarked } from '../../contract.ts';
import { returnTexts as texts } from '../../texts.ts';
import { ReturnFindings } from './return-findings.tsx';

type ReturnTableProps = { readonly batch: BatchView; readonly files: readonly ReturnView[] };

/** Per file: whose it is, what is in it, its marked copy, and the way out again. */
export function ReturnTable({ batch, files }: ReturnTableProps) {
  const [looked, look] = useState<ReturnView>();
  const [error, setError] = useState<unknown>();
  const drop = useAct(dropReturn);
  const { batchId } = batch;
  const save = (importId: ReturnView['importId']) =>
    download(returnMarked, { batchId, importId }).catch(setError);
  const columns: readonly Column<ReturnView>[] = [
    { key: 'office', title: texts.office, phone: 'title', render: (file) => <Office file={file} /> },
    { key: 'file', title: texts.file, render: ({ fileName }) => <span className="wrapped">{fileName}</span> },
    { key: 'good', title: texts.good, number: true, render: ({ fates }) => fates.good },
    { key: 'blank', title: texts.blank, number: true, render: ({ fates }) => fates.blank },
    { key: 'rejected', title: texts.rejected, number: true, render: ({ fates }) => fates.rejected },
    {
      key: 'strays',
      title: texts.strayRows,
      number: true,
      render: ({ fates }) => fates.unknown + fates.similar + fates.outside,
    },
    {
      key: 'findings',
      title: texts.findings,
      number: true,
      render: (file) => `${file.errors}／${file.warnings}`,
    },
    {
      key: 'acts',
      title: texts.acts,
      render: (file) => (
        <span className="acts" style={{ margin: 0 }}>
          <Button size="small" onClick={() => look(file)}>
            {texts.look}
          </Button>
          <Button size="small" onClick={() => void save(file.importId)}>
            {texts.marked}
          </Button>
          {batch.status === 'read' ? (
            <Button
              size="small"
              disabled={drop.isPending}
              onClick={() => drop.mutate({ batchId, importId: file.importId })}
            >
              {texts.takeOut}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <>
      {error ? <Refused error={error} /> : null}
      {drop.error ? <Refused error={drop.error} /> : null}
      <PagedTable
        label={texts.tabs.files}
        columns={columns}
        rows={files}
        rowKey={({ importId }) => importId}
        empty={{ why: texts.noFiles }}
      />
      {looked ? <ReturnFindings batchId={batchId} file={looked} close={() => look(undefined)} /> : null}
    </>
  );
}

function Office({ file }: { readonly file: ReturnView }) {
  const { office, certain, leftOut, issuedFor, doubts } = file;
  return (
    <span className="wrapped">
      {office ?? <em>{texts.unknownOffice}</em>}
      {office && !certain ? <span className="quiet">（{texts.guessed}）</span> : null}
      {leftOut ? (
        <strong style={{ display: 'block' }}>
          {leftOut === 'other-month' ? texts.otherMonth(issuedFor ?? '') : texts.otherCity}
        </strong>
      ) : null}
      {doubts.map((doubt) => (
        <span key={doubt} className="quiet" style={{ display: 'block' }}>
          {doubt}
        </span>
      ))}
    </span>
  );
}
