import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '#ui';
import { type MatterPage, openMatterFile } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';
import { texts } from '../texts.ts';

type FileNameProps = {
  readonly matterId: MatterPage['matter']['matterId'];
  readonly file: { readonly fileId: MatterPage['files'][number]['fileId']; readonly name: string };
};

/** A picture opens over the page, a PDF in a window of its own; anything else is saved. */
export function FileName({ matterId, file }: FileNameProps) {
  const [picture, setPicture] = useState<string>();
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    return () => {
      if (picture) URL.revokeObjectURL(picture);
    };
  }, [picture]);
  const open = async () => {
    setFailed(false);
    const found = await call(openMatterFile, { id: matterId, fileId: file.fileId }).catch(() => undefined);
    if (!found) return setFailed(true);
    const type = shownType(file.name) ?? found.contentType ?? '';
    const address = URL.createObjectURL(new Blob([found.bytes.slice()], { type }));
    if (type.startsWith('image/')) return setPicture(address);
    const link = document.createElement('a');
    link.href = address;
    if (type === 'application/pdf') link.target = '_blank';
    else link.download = found.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return (
    <span className="matter-file">
      <Button type="link" className="in-cell" onClick={() => void open()}>
        {file.name}
      </Button>
      {isFailed ? (
        <span role="alert" className="field-error">
          {pageTexts.openFailed}
        </span>
      ) : null}
      {picture ? (
        <Modal
          open
          width="min(1100px, 96vw)"
          title={file.name}
          footer={
            <Button onClick={() => setPicture(undefined)} type="primary">
              {texts.close}
            </Button>
          }
          onCancel={() => setPicture(undefined)}
        >
          <img src={picture} alt={file.name} style={{ maxWidth: '100%' }} />
        </Modal>
      ) : null}
    </span>
  );
}

/** By its ending; only what a browser shows without running anything. */
function shownType(name: string): string | undefined {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const types: Readonly<Record<string, string>> = {
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    webp: 'image/webp',
    pdf: 'application/pdf',
  };
  return types[ending];
}
