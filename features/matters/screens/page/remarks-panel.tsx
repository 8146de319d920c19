import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Dialog, Field, Instant, Panel, useAct } from '#ui';
import { type MatterPage, remarkOnMatter, type TimelineEvent } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';

type PanelProps = { readonly page: MatterPage };

/** What everybody concerned reads, and what stays in the offices, are never in one list. */
export function RemarksPanel({ page }: PanelProps) {
  const [isWriting, write] = useState(false);
  const remarks = page.timeline.filter(({ type }) => type === 'remarked');
  const inner = remarks.filter((one) => one.inner);
  return (
    <Panel
      title={pageTexts.remarks}
      extra={
        page.may.remark && !page.asOf ? <Button onClick={() => write(true)}>{pageTexts.remark}</Button> : null
      }
    >
      <div className={page.outside ? undefined : 'matter-remarks'}>
        <section aria-label={pageTexts.outerRemarks}>
          <h3>{pageTexts.outerRemarks}</h3>
          <Remarks remarks={remarks.filter((one) => !one.inner)} />
        </section>
        {page.outside ? null : (
          <section className="matter-inner-side" aria-label={pageTexts.innerRemarks}>
            <h3>{pageTexts.innerRemarks}</h3>
            <Remarks remarks={inner} />
          </section>
        )}
      </div>
      {isWriting ? <RemarkDialog page={page} close={() => write(false)} /> : null}
    </Panel>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly TimelineEvent[] }) {
  if (remarks.length === 0) return <p className="quiet">{pageTexts.noRemarks}</p>;
  return (
    <ul className="matter-remark-list">
      {remarks.map((one) => (
        <li key={one.number}>
          <div className="matter-words">{one.text}</div>
          <div className="quiet">
            {one.org && one.org !== one.by ? `${one.org} ` : ''}
            {one.by} · <Instant at={one.at} />
          </div>
        </li>
      ))}
    </ul>
  );
}

type RemarkDialogProps = PanelProps & { readonly close: () => void };

function RemarkDialog({ page, close }: RemarkDialogProps) {
  const [text, setText] = useState('');
  const [inner, setInner] = useState(page.may.remarkInner);
  const act = useAct(remarkOnMatter, close);
  return (
    <Dialog
      open
      title={pageTexts.remark}
      act={pageTexts.remark}
      ready={text.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id: page.matter.matterId, text: text.trim(), inner })}
      onClose={close}
    >
      <Field label={pageTexts.remarkText} required>
        {(ties) => (
          <Input.TextArea
            {...ties}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {page.may.remarkInner ? (
        <Checkbox checked={inner} onChange={(event) => setInner(event.target.checked)}>
          {pageTexts.innerOnly}
        </Checkbox>
      ) : null}
    </Dialog>
  );
}
