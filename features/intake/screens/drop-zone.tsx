import { type DragEvent, useId, useState } from 'react';
import { sizeText } from '#ui';
import { texts } from '../texts.ts';

type DropZoneProps = {
  readonly file: File | undefined;
  readonly choose: (file: File) => void;
  readonly error: string | undefined;
};

/** Drop a file, or choose one: with mouse, keyboard or thumb. */
export function DropZone({ file, choose, error }: DropZoneProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) choose(dropped);
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
        onDrop={drop}
      >
        <input
          id={id}
          type="file"
          accept=".xlsx,.xls,.csv"
          aria-describedby={`${id}-note`}
          aria-invalid={error ? true : undefined}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) choose(chosen);
          }}
        />
        <span>{file ? texts.chosen(file.name, sizeText(file.size)) : texts.drop}</span>
        <span className="quiet">{texts.dropNote}</span>
      </label>
      <div id={`${id}-note`} className="field-error" role={error ? 'alert' : undefined}>
        {error}
      </div>
    </div>
  );
}
