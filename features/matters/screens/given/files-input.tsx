import { Button } from 'antd';
import { useRef, useState } from 'react';
import { newIdempotencyKey } from '#http/client';
import { call, type FieldTies, Refused } from '#ui';
import { sendMatterFile } from '../../contract.ts';
import { texts } from '../texts.ts';
import type { SentName } from './values.ts';

type FilesInputProps = {
  readonly ties: FieldTies;
  readonly files: readonly SentName[];
  readonly change: (files: readonly SentName[]) => void;
};

/** Files are sent one after the other as they are chosen; one that is refused does not hold up the others. */
export function FilesInput({ ties, files, change }: FilesInputProps) {
  const [sending, setSending] = useState<string>();
  const [errors, setErrors] = useState<readonly { readonly name: string; readonly error: unknown }[]>([]);
  const chosen = useRef<HTMLInputElement>(null);
  const send = async (list: readonly File[]) => {
    setErrors([]);
    let sent = files;
    for (const file of list) {
      setSending(file.name);
      try {
        const input = { file: { name: file.name, bytes: file } };
        const { fileId, name } = await call(sendMatterFile, input, { idempotencyKey: newIdempotencyKey() });
        sent = [...sent, { fileId, name }];
        change(sent);
      } catch (error) {
        setErrors((made) => [...made, { name: file.name, error }]);
      }
    }
    setSending(undefined);
    if (chosen.current) chosen.current.value = '';
  };
  return (
    <div className="matter-files-input">
      <input
        {...ties}
        ref={chosen}
        type="file"
        multiple
        disabled={sending !== undefined}
        accept=".jpg,.jpeg,.png,.webp,.pdf,.ofd,.doc,.docx,.xls,.xlsx"
        onChange={(event) => void send([...(event.target.files ?? [])])}
      />
      {sending ? <div role="status">{texts.uploading(sending)}</div> : null}
      {errors.map(({ name, error }) => (
        <div key={name}>
          {name}
          <Refused error={error} />
        </div>
      ))}
      {files.length > 0 ? (
        <ul className="matter-files">
          {files.map((file) => (
            <li key={file.fileId}>
              <span>{file.name}</span>
              <Button
                size="small"
                type="text"
                aria-label={texts.removeFile(file.name)}
                onClick={() => change(files.filter((one) => one !== file))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
