import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import {
  call,
  DayInput,
  Dialog,
  Empty,
  Field,
  Instant,
  Panel,
  Shown,
  sizeText,
  useAct,
  useRoute,
  useUpload,
} from '#ui';
import {
  type Attachment,
  addAttachment,
  listAttachments,
  openAttachment,
  type Project,
  removeAttachment,
} from '../contract.ts';
import { texts } from '../texts.ts';

type PanelProps = { readonly project: Project };
type Seen = PanelProps & { readonly attachment: Attachment };

/** Photos as pictures, documents by name; what somebody adds is told by its content. */
export function AttachmentsPanel({ project }: PanelProps) {
  const list = useRoute(listAttachments, { id: project.projectId });
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Attachment>();
  return (
    <Panel
      title={texts.attachments}
      extra={
        list.data?.mayAdd ? <Button onClick={() => setAdding(true)}>{texts.addAttachment}</Button> : null
      }
    >
      <Shown query={list} rows={2}>
        {({ attachments, mayAdd }) =>
          attachments.length === 0 ? (
            <Empty why={texts.noAttachments} remedy={mayAdd ? texts.noAttachmentsRemedy : undefined} />
          ) : (
            <ul className="attachments">
              {attachments.map((one) => (
                <li key={one.attachmentId}>
                  {one.kind === 'photo' ? <Picture project={project} attachment={one} /> : null}
                  <div>
                    <OpenButton project={project} attachment={one} />
                    <div className="quiet">
                      {one.takenOn ? `${texts.takenOn} ${one.takenOn} · ` : ''}
                      {sizeText(one.sizeBytes)} · {one.addedBy} <Instant at={one.addedAt} />
                    </div>
                    {one.mayRemove ? (
                      <Button size="small" danger onClick={() => setRemoving(one)}>
                        {texts.remove}
                      </Button>
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {isAdding ? <AddAttachment project={project} close={() => setAdding(false)} /> : null}
      {removing ? (
        <RemoveAttachment project={project} attachment={removing} close={() => setRemoving(undefined)} />
      ) : null}
    </Panel>
  );
}

function useContent({ project, attachment }: Seen): string | undefined {
  const { projectId: id } = project;
  const { attachmentId } = attachment;
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    let made: string | undefined;
    call(openAttachment, { id, attachmentId }, { signal: stop.signal })
      .then(({ bytes, contentType = '' }) => {
        made = URL.createObjectURL(new Blob([bytes.slice()], { type: contentType }));
        setAddress(made);
      })
      .catch(() => undefined);
    return () => {
      stop.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, attachmentId]);
  return address;
}

function Picture(seen: Seen) {
  const address = useContent(seen);
  return address ? <img src={address} alt={seen.attachment.caption} /> : <div className="picture-space" />;
}

/** Pictures and PDF files open in a window of their own, the rest is saved. */
function OpenButton({ project, attachment }: Seen) {
  const [isFailed, setFailed] = useState(false);
  const open = async () => {
    setFailed(false);
    const { attachmentId } = attachment;
    const file = await call(openAttachment, { id: project.projectId, attachmentId }).catch(() => undefined);
    if (!file) return setFailed(true);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file.bytes.slice()], { type: file.contentType ?? '' }));
    const isShown = /^(image\/|application\/pdf)/.test(attachment.mediaType);
    if (isShown) link.target = '_blank';
    else link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return (
    <>
      <Button type="link" className="attachment-name" onClick={() => void open()}>
        {attachment.caption}
        <span className="quiet">{attachment.fileName}</span>
      </Button>
      {isFailed ? <div className="field-error">{texts.openFailed}</div> : null}
    </>
  );
}

function AddAttachment({ project, close }: PanelProps & { readonly close: () => void }) {
  const [file, setFile] = useState<File>();
  const [caption, setCaption] = useState('');
  const [takenOn, setTakenOn] = useState<PlainDate>();
  const upload = useUpload(addAttachment, close);
  const send = () => {
    if (!file) return;
    const sent = { name: file.name, bytes: file };
    upload.send({ id: project.projectId, caption: caption.trim(), takenOn, file: sent });
  };
  return (
    <Dialog
      open
      title={texts.addAttachment}
      act={texts.upload}
      ready={file !== undefined && caption.trim() !== ''}
      busy={upload.busy}
      error={upload.error}
      onAct={send}
      onClose={close}
    >
      <Field label={texts.file} required hint={texts.fileNote}>
        {(ties) => (
          <input
            {...ties}
            type="file"
            accept=".jpg,.jpeg,.png,.webp,.pdf,.ofd,.doc,.docx,.xls,.xlsx"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        )}
      </Field>
      <Field label={texts.caption} required>
        {(ties) => (
          <Input
            {...ties}
            maxLength={200}
            value={caption}
            onChange={(event) => setCaption(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.takenOn}>
        {(ties) => <DayInput {...ties} value={takenOn} change={setTakenOn} />}
      </Field>
    </Dialog>
  );
}

function RemoveAttachment({ project, attachment, close }: Seen & { readonly close: () => void }) {
  const [reason, setReason] = useState('');
  const act = useAct(removeAttachment, close);
  const { attachmentId } = attachment;
  return (
    <Dialog
      open
      destructive
      title={`${texts.remove}「${attachment.caption}」`}
      act={texts.remove}
      ready={reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onAct={() => act.mutate({ id: project.projectId, attachmentId, reason })}
      onClose={close}
    >
      <Field label={texts.removeReason} required>
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
