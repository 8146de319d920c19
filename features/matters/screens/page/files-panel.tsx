import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Dialog, Empty, Field, Instant, Panel, useUpload } from '#ui';
import { attachToMatter, type MatterPage } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';
import { texts } from '../texts.ts';
import { FileName } from './file-name.tsx';

type PanelProps = { readonly page: MatterPage };

export function FilesPanel({ page }: PanelProps) {
  const [isAdding, setAdding] = useState(false);
  const mayAttach = page.may.attach && !page.asOf;
  return (
    <Panel
      title={pageTexts.files}
      extra={mayAttach ? <Button onClick={() => setAdding(true)}>{pageTexts.attach}</Button> : null}
    >
      {page.files.length === 0 ? (
        <Empty why={pageTexts.noFiles} remedy={pageTexts.noFilesRemedy} />
      ) : (
        <ul className="matter-files">
          {page.files.map((file) => (
            <li key={file.fileId}>
              <FileName matterId={page.matter.matterId} file={file} />
              {file.inner ? <span className="matter-inner">{pageTexts.innerMark}</span> : null}
              <span className="quiet">
                {file.field ? `${file.field} · ` : ''}
                <Instant at={file.addedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {isAdding ? <AttachDialog page={page} close={() => setAdding(false)} /> : null}
    </Panel>
  );
}

function AttachDialog({ page, close }: PanelProps & { readonly close: () => void }) {
  const [file, setFile] = useState<File>();
  const [inner, setInner] = useState(false);
  const upload = useUpload(attachToMatter, close);
  const send = () => {
    if (!file) return;
    upload.send({ id: page.matter.matterId, inner, file: { name: file.name, bytes: file } });
  };
  return (
    <Dialog
      open
      title={pageTexts.attach}
      act={pageTexts.attach}
      ready={file !== undefined}
      busy={upload.busy}
      error={upload.error}
      onAct={send}
      onClose={close}
    >
      <p className="quiet">{pageTexts.attachNote}</p>
      <Field label={pageTexts.file} required hint={texts.filesHint}>
        {(ties) => (
          <input
            {...ties}
            type="file"
            accept=".jpg,.jpeg,.png,.webp,.pdf,.ofd,.doc,.docx,.xls,.xlsx"
            onChange={(event) => setFile(event.target.files?.[0])}
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
