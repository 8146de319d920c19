import { Radio } from 'antd';
import { useState } from 'react';
import { Field, useAct } from '#ui';
import { linkMatter, type MatterLine } from '../../contract.ts';
import { MatterPicker } from '../matter-picker.tsx';
import { pageTexts } from '../page-texts.ts';
import { MatterDialog } from './matter-dialog.tsx';
import type { SteerProps } from './steer-props.ts';

const ways = ['blocks', 'caused-by', 'spawned-from'] as const;

export function LinkDialog({ page, close }: SteerProps) {
  const { matterId: id } = page.matter;
  const [to, setTo] = useState<MatterLine['matterId']>();
  const [link, setLink] = useState<(typeof ways)[number]>('blocks');
  const sending = useAct(linkMatter, close);
  return (
    <MatterDialog
      page={page}
      title={pageTexts.links}
      act={pageTexts.link}
      ready={to !== undefined}
      sending={sending}
      onAct={(version) => to && sending.mutate({ id, version, to, link })}
      onClose={close}
    >
      <Field label={pageTexts.linkHow} required>
        {(ties) => (
          <Radio.Group
            {...ties}
            value={link}
            onChange={(event) => setLink(event.target.value)}
            options={ways.map((way) => ({ value: way, label: pageTexts.linkNames[way] }))}
          />
        )}
      </Field>
      <Field label={pageTexts.linkTo} required>
        {(ties) => <MatterPicker ties={ties} value={to} pick={setTo} except={id} />}
      </Field>
    </MatterDialog>
  );
}
