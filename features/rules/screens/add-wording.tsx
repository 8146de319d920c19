import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { VocabularyField } from '#features/intake';
import { Field, Panel } from '#ui';
import { vocabularyWords } from '../texts.ts';

type AddWordingProps = {
  readonly fields: readonly VocabularyField[];
  readonly add: (field: string, word: string) => void;
  readonly acts: ReactNode;
};

/** A field and a further wording of it. */
export function AddWording({ fields, add, acts }: AddWordingProps) {
  const [field, setField] = useState<string>();
  const [word, setWord] = useState('');
  const ready = field !== undefined && word.trim() !== '';
  const put = () => {
    if (!field || word.trim() === '') return;
    add(field, word.trim());
    setWord('');
  };
  return (
    <Panel title={vocabularyWords.add} extra={acts}>
      <div className="field-pair">
        <Field label={vocabularyWords.field}>
          {(ties) => (
            <Select<string>
              {...ties}
              showSearch={{ optionFilterProp: 'label' }}
              value={field ?? null}
              onChange={(chosen) => setField(chosen)}
              options={fields.map(({ field: value, name, kind }) => ({
                value,
                label: kind ? `${name}（${vocabularyWords.kinds[kind]}）` : name,
              }))}
            />
          )}
        </Field>
        <Field label={vocabularyWords.wording} hint={vocabularyWords.wordingHint}>
          {(ties) => (
            <Input
              {...ties}
              maxLength={60}
              value={word}
              onChange={(event) => setWord(event.target.value)}
              onPressEnter={put}
            />
          )}
        </Field>
      </div>
      <Button disabled={!ready} onClick={put}>
        {vocabularyWords.add}
      </Button>
    </Panel>
  );
}
