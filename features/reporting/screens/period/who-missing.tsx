import { Button, Modal, message } from 'antd';
import { useState } from 'react';
import { type Column, DataTable } from '#ui';
import type { DistrictCount, PeriodBoard } from '../../contract.ts';
import { texts } from '../texts.ts';

type Missing = DistrictCount['missing'][number];

const people = (names: readonly string[]) => (names.length > 0 ? names.join('、') : texts.noContact);

/** By district in official order, always on screen; one click copies the words for the chat group. */
export function WhoMissing({ board }: { readonly board: PeriodBoard }) {
  const [open, look] = useState<DistrictCount>();
  const columns: readonly Column<DistrictCount>[] = [
    { key: 'district', title: texts.district, phone: 'title', render: (row) => row.district },
    { key: 'owed', title: texts.owed, number: true, render: (row) => row.owed },
    { key: 'submitted', title: texts.submittedCount, number: true, render: (row) => row.submitted },
    { key: 'verified', title: texts.verifiedCount, number: true, render: (row) => row.verified },
    { key: 'returned', title: texts.returnedCount, number: true, render: (row) => row.returned },
    {
      key: 'missing',
      title: texts.missingCount,
      number: true,
      render: (row) =>
        row.missing.length === 0 ? (
          '0'
        ) : (
          <Button
            type="link"
            className="in-cell"
            aria-label={texts.missingOf(row.district, row.missing.length)}
            onClick={() => look(row)}
          >
            {row.missing.length}
          </Button>
        ),
    },
    { key: 'contacts', title: texts.contacts, render: (row) => people(row.contacts) },
  ];
  const missing = board.districts.reduce((sum, row) => sum + row.missing.length, 0);
  return (
    <>
      {board.owed > 0 && missing === 0 ? <p>{texts.allIn}</p> : null}
      {board.chaser ? <CopyChaser text={board.chaser} /> : null}
      <DataTable
        label={texts.whoMissing}
        columns={columns}
        rows={board.districts}
        rowKey={(row) => row.districtId ?? row.district}
        empty={{ why: texts.nothingOwed, remedy: texts.nothingOwedRemedy }}
      />
      {open ? <MissingList district={open} close={() => look(undefined)} /> : null}
    </>
  );
}

const missingColumns: readonly Column<Missing>[] = [
  { key: 'name', title: texts.project, phone: 'title', render: (row) => row.name },
  { key: 'kind', title: texts.state, render: (row) => texts.missingKinds[row.kind] },
  { key: 'reason', title: texts.returnReason, render: (row) => row.returnReason ?? '—' },
  { key: 'unit', title: texts.fillingUnit, render: (row) => row.unit ?? '—' },
  { key: 'contacts', title: texts.contacts, render: (row) => people(row.contacts) },
];

function MissingList({ district, close }: { readonly district: DistrictCount; readonly close: () => void }) {
  return (
    <Modal
      open
      width={860}
      title={texts.missingOf(district.district, district.missing.length)}
      footer={null}
      onCancel={close}
      destroyOnHidden
    >
      <DataTable
        label={texts.whoMissing}
        columns={missingColumns}
        rows={district.missing}
        rowKey={(row) => row.projectId}
        empty={{ why: texts.allIn }}
      />
    </Modal>
  );
}

/** Where the browser does not let a page write to the clipboard, the words are there to be selected. */
function CopyChaser({ text }: { readonly text: string }) {
  const [toast, toastPlace] = message.useMessage();
  const [isShown, show] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      void toast.success(texts.chaserCopied);
    } catch {
      show(true);
    }
  };
  return (
    <div style={{ marginBottom: 12 }}>
      {toastPlace}
      <div className="acts" style={{ marginTop: 0 }}>
        <Button type="primary" onClick={() => void copy()}>
          {texts.copyChaser}
        </Button>
        <Button onClick={() => show(!isShown)} aria-expanded={isShown}>
          {texts.showChaser}
        </Button>
      </div>
      {isShown ? (
        <textarea
          className="chaser"
          aria-label={texts.copyChaser}
          readOnly
          value={text}
          onFocus={(event) => event.target.select()}
        />
      ) : null}
    </div>
  );
}
