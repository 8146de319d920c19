import { type DragEvent, useId, useState } from 'react';
import { returnTexts as texts } from '../../texts.ts';

type DropFilesProps = {
  readonly label: string;
  readonly note: string;
  readonly many?: boolean;
  readonly choose: (files: readonly File[]) => void;
  readonly disabled?: boolean;
  readonly error?: string | undefined;
};

/** Drop files, or choose them: with mouse, keyboard or thumb. */
export function DropFiles({ label, note, many = true, choose, disabled = false, error }: DropFilesProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const given = (files: FileList | null) => {
    const list = [...(files ?? [])];
    if (list.length > 0) choose(many ? list : list.slice(0, 1));
  };
  return (
    <div className="field">
      <label
        className={over ? 'drop drop-over' : 'drop'}
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          if (!disabled) given(event.dataTransfer.files);
        }}
      >
        <input
          id={id}
          type="file"
          multiple={many}
          disabled={disabled}
          accept={many ? '.xlsx,.xls,.csv' : '.xlsx'}
          aria-describedby={`${id}-note`}
          aria-invalid={error ? true : undefined}
          onChange={(event) => {
            given(event.target.files);
            event.target.value = '';
          }}
        />
        <span>{label}</span>
        <span className="quiet">{note}</span>
      </label>
      <div id={`${id}-note`} className="field-error" role={error ? 'alert' : undefined}>
        {error}
      </div>
    </div>
  );
}

export const dropReturns = { label: texts.drop, note: texts.dropNote } as const;
