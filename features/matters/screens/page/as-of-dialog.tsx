import { Input } from 'antd';
import { useState } from 'react';
import { Dialog, Field } from '#ui';
import { instantFrom, localFrom } from '../day-words.ts';
import { pageTexts } from '../page-texts.ts';

type AsOfDialogProps = {
  readonly openedAt: string;
  readonly now: string;
  readonly look: (at: string) => void;
  readonly close: () => void;
};

/** From which instant to look back; between its opening and now. */
export function AsOfDialog({ openedAt, now, look, close }: AsOfDialogProps) {
  const [local, setLocal] = useState(localFrom(now));
  const at = instantFrom(local);
  return (
    <Dialog
      open
      title={pageTexts.asOfTitle}
      act={pageTexts.look}
      ready={at !== undefined && at <= now}
      onAct={() => at && look(at)}
      onClose={close}
    >
      <p className="quiet">{pageTexts.asOfNote}</p>
      <Field label={pageTexts.instant}>
        {(ties) => (
          <Input
            {...ties}
            type="datetime-local"
            min={localFrom(openedAt)}
            max={localFrom(now)}
            value={local}
            onChange={(event) => setLocal(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
