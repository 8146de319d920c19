import { useState } from 'react';
import { Dialog, Field, useUpload } from '#ui';
import { type BulletinView, sealBulletin } from '../contract.ts';
import { actNames } from '../texts.ts';

/** The scan of the stamped document; the program never draws a seal. */
export function SealDialog({
  bulletin,
  close,
}: {
  readonly bulletin: BulletinView;
  readonly close: () => void;
}) {
  const [file, choose] = useState<File>();
  const upload = useUpload(sealBulletin, close);
  return (
    <Dialog
      open
      title={actNames.seal}
      act={actNames.seal}
      ready={file !== undefined}
      busy={upload.busy}
      error={upload.error}
      onAct={() =>
        file &&
        upload.send({
          id: bulletin.bulletinId,
          version: bulletin.edition,
          file: { name: file.name, bytes: file },
        })
      }
      onClose={() => {
        upload.cancel();
        close();
      }}
    >
      <p className="quiet">在本单位用印后，把盖章件扫描上传。系统从不生成印章。</p>
      <Field label="盖章件扫描件" required hint="PDF、OFD 或图片">
        {(ties) => (
          <input
            {...ties}
            type="file"
            accept=".pdf,.ofd,.png,.jpg,.jpeg"
            onChange={(event) => choose(event.target.files?.[0])}
          />
        )}
      </Field>
    </Dialog>
  );
}
