import { Button, Input } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#http/client';
import { Dialog, Field, Panel, Shown, useAct, useRoute } from '#ui';
import { previewPublication, publishDocument, type viewDocument, withdrawPublication } from '../contract.ts';
import { texts } from '../texts.ts';

type Props = { readonly seen: OutputOf<typeof viewDocument> };

/** Whether everybody may see it, and who reviewed that. */
export function PublicationPanel({ seen }: Props) {
  const [doing, begin] = useState<'publish' | 'withdraw'>();
  const { publication } = seen;
  const isPublic = publication !== null && !publication.withdrawn;
  return (
    <Panel
      title={texts.publicTitle}
      extra={
        <>
          {isPublic ? <Button onClick={() => begin('withdraw')}>{texts.withdraw}</Button> : null}
          <Button onClick={() => begin('publish')}>{texts.publish}</Button>
        </>
      }
    >
      <p>{isPublic ? texts.publicNow(publication.number, publication.by) : texts.notPublic}</p>
      {doing === 'publish' ? <Publish seen={seen} close={() => begin(undefined)} /> : null}
      {doing === 'withdraw' ? <Withdraw seen={seen} close={() => begin(undefined)} /> : null}
    </Panel>
  );
}

type DialogProps = Props & { readonly close: () => void };

function Publish({ seen, close }: DialogProps) {
  const { documentId: id, version } = seen;
  const preview = useRoute(previewPublication, { id });
  const [reviewedBy, setReviewer] = useState('');
  const [opinion, setOpinion] = useState('');
  const act = useAct(publishDocument, close);
  return (
    <Dialog
      open
      title={texts.publish}
      act={texts.publish}
      busy={act.isPending}
      ready={reviewedBy.trim() !== '' && opinion.trim() !== ''}
      error={act.error}
      onAct={() => act.mutate({ id, version, reviewedBy, opinion })}
      onClose={close}
    >
      <p>{texts.publishNote}</p>
      <Shown query={preview} rows={3}>
        {({ measures }) => (
          <ul className="measure-preview">
            {measures.map(({ no, title, state }) => (
              <li key={no + title}>{`${no} ${title}：${state}`}</li>
            ))}
          </ul>
        )}
      </Shown>
      <Field label={texts.reviewer} required>
        {(ties) => (
          <Input
            {...ties}
            maxLength={60}
            value={reviewedBy}
            onChange={(event) => setReviewer(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.opinion} required>
        {(ties) => (
          <Input.TextArea
            {...ties}
            rows={2}
            maxLength={500}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

function Withdraw({ seen, close }: DialogProps) {
  const [reason, setReason] = useState('');
  const act = useAct(withdrawPublication, close);
  return (
    <Dialog
      open
      title={texts.withdraw}
      act={texts.withdraw}
      destructive
      busy={act.isPending}
      ready={reason.trim() !== ''}
      error={act.error}
      onAct={() => act.mutate({ id: seen.documentId, reason })}
      onClose={close}
    >
      <Field label={texts.reason} required>
        {(ties) => (
          <Input
            {...ties}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
