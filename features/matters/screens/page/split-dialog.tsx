import { Button, Input } from 'antd';
import { useState } from 'react';
import { Field, useAct } from '#ui';
import { splitMatter } from '../../contract.ts';
import type { OrgId } from '../kinds.ts';
import { OrgSelect, OrgsSelect } from '../org-select.tsx';
import { pageTexts } from '../page-texts.ts';
import { MatterDialog } from './matter-dialog.tsx';
import type { SteerProps } from './steer-props.ts';

type Part = {
  readonly key: number;
  readonly title: string;
  readonly content: string;
  readonly lead: OrgId | undefined;
  readonly support: readonly OrgId[];
};

const blank = { title: '', content: '', lead: undefined, support: [] } as const;

export function SplitDialog({ page, close }: SteerProps) {
  const { matterId: id } = page.matter;
  const [parts, setParts] = useState<readonly Part[]>([
    { key: 1, ...blank },
    { key: 2, ...blank },
  ]);
  const sending = useAct(splitMatter, close);
  const set = (key: number, change: Partial<Part>) =>
    setParts(parts.map((part) => (part.key === key ? { ...part, ...change } : part)));
  const filled = parts.map(({ title, content, lead, support }) => ({
    ...{ title: title.trim(), content: content.trim(), lead, support: [...support] },
  }));
  return (
    <MatterDialog
      page={page}
      title={pageTexts.split}
      act={pageTexts.split}
      ready={filled.every(({ title, content }) => title !== '' && content !== '')}
      sending={sending}
      onAct={(version) => sending.mutate({ id, version, parts: filled })}
      onClose={close}
    >
      <p className="quiet">{pageTexts.splitNote}</p>
      {parts.map((part, at) => (
        <fieldset key={part.key} className="matter-part">
          <legend>{pageTexts.part(at + 1)}</legend>
          <Field label={pageTexts.partTitle} required>
            {(ties) => (
              <Input
                {...ties}
                maxLength={200}
                value={part.title}
                onChange={(event) => set(part.key, { title: event.target.value })}
              />
            )}
          </Field>
          <Field label={pageTexts.partContent} required>
            {(ties) => (
              <Input.TextArea
                {...ties}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={4000}
                value={part.content}
                onChange={(event) => set(part.key, { content: event.target.value })}
              />
            )}
          </Field>
          <Field label={pageTexts.lead}>
            {(ties) => <OrgSelect ties={ties} value={part.lead} pick={(lead) => set(part.key, { lead })} />}
          </Field>
          <Field label={pageTexts.support}>
            {(ties) => (
              <OrgsSelect ties={ties} value={part.support} pick={(support) => set(part.key, { support })} />
            )}
          </Field>
          {parts.length > 1 ? (
            <Button
              size="small"
              aria-label={`${pageTexts.removePart}${pageTexts.part(at + 1)}`}
              onClick={() => setParts(parts.filter((one) => one !== part))}
            >
              {pageTexts.removePart}
            </Button>
          ) : null}
        </fieldset>
      ))}
      {parts.length < 20 ? (
        <Button
          onClick={() =>
            setParts([...parts, { key: Math.max(...parts.map((one) => one.key)) + 1, ...blank }])
          }
        >
          {pageTexts.addPart}
        </Button>
      ) : null}
    </MatterDialog>
  );
}
