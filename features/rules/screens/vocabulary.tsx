import { Button, Input } from 'antd';
import { useState } from 'react';
import { readVocabulary, type VocabularyField } from '#features/intake';
import type { PlainDate } from '#kernel/plain-date';
import { type Column, DataTable, Filters, Page, Panel, Refused, Shown, useRoute } from '#ui';
import { readRuleFile } from '../contract.ts';
import { vocabularyWords, words } from '../texts.ts';
import { AddWording } from './add-wording.tsx';
import { Checked } from './checked.tsx';
import { type CityWords, changedWords, ownWords, withoutWord, withWord } from './city-words.ts';
import { DraftDialog } from './draft-dialog.tsx';
import { OverlayTable } from './overlay-table.tsx';
import { useCheck } from './use-check.ts';
import { VocabularyTrial } from './vocabulary-trial.tsx';
import './rules.css';

const file = 'vocabulary.yaml';

/** Which wordings of headers stand for which field; a city adds its own. */
export function Screen() {
  const vocabulary = useRoute(readVocabulary, {});
  const own = useRoute(readRuleFile, { file });
  return (
    <Page title={vocabularyWords.title} note={vocabularyWords.note}>
      <Shown query={vocabulary}>
        {({ fields, mayTry }) => (
          <Shown query={own}>
            {(kept) => (
              <>
                <Panel title={words.changes}>
                  <OverlayTable rows={kept.overlays} label={words.changes} />
                </Panel>
                <Vocabulary
                  key={kept.start}
                  fields={fields}
                  start={(kept.startValue ?? {}) as CityWords}
                  mayPropose={kept.mayPropose}
                  mayTry={mayTry}
                />
              </>
            )}
          </Shown>
        )}
      </Shown>
    </Page>
  );
}

type VocabularyProps = {
  readonly fields: readonly VocabularyField[];
  readonly start: CityWords;
  readonly mayPropose: boolean;
  readonly mayTry: boolean;
};

function Vocabulary({ fields, start, mayPropose, mayTry }: VocabularyProps) {
  const [value, change] = useState(start);
  const [find, setFind] = useState('');
  const [day, setDay] = useState<PlainDate>();
  const [drafting, draft] = useState(false);
  const changed = value !== start;
  const { found, error } = useCheck(file, changed && mayPropose ? { value } : undefined, day);
  const suits = ({ name, field, is }: VocabularyField) =>
    [name, field, ...is, ...ownWords(value, field)].some((word) => word.includes(find.trim()));
  const columns: readonly Column<VocabularyField>[] = [
    {
      key: 'name',
      title: vocabularyWords.field,
      phone: 'title',
      width: 140,
      render: ({ name, kind, ignored }) => (
        <>
          {name}
          <div className="quiet">
            {kind ? vocabularyWords.kinds[kind] : vocabularyWords.both}
            {ignored ? `，${vocabularyWords.ignored}` : ''}
          </div>
        </>
      ),
    },
    {
      key: 'own',
      title: vocabularyWords.city,
      render: ({ field }) => (
        <ul className="words">
          {ownWords(value, field).map((word) => (
            <li key={word} className="own">
              {word}
              {mayPropose ? (
                <Button
                  type="text"
                  aria-label={vocabularyWords.remove(word)}
                  onClick={() => change(withoutWord(value, field, word))}
                >
                  ×
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'known',
      title: vocabularyWords.known,
      render: ({ field, is }) => (
        <span className="wrapped" style={{ maxWidth: 640 }}>
          {is.filter((word) => !ownWords(start, field).includes(word)).join('、')}
        </span>
      ),
    },
  ];
  return (
    <>
      {drafting ? (
        <DraftDialog
          {...{ file, wanted: { value: changedWords(value) }, effectiveFrom: day, changeDay: setDay }}
          close={() => draft(false)}
        />
      ) : null}
      {mayPropose ? (
        <AddWording
          fields={fields}
          add={(field, word) => change(withWord(value, field, word))}
          acts={
            <Button type="primary" disabled={!changed} onClick={() => draft(true)}>
              {words.propose}
            </Button>
          }
        />
      ) : null}
      {error ? <Refused error={error} /> : null}
      {found && changed ? <Checked {...found} /> : null}
      {mayTry ? <VocabularyTrial value={changedWords(value)} /> : null}
      <Panel>
        <Filters>
          <Input
            allowClear
            aria-label={vocabularyWords.find}
            placeholder={vocabularyWords.find}
            value={find}
            onChange={(event) => setFind(event.target.value)}
            style={{ width: 260 }}
          />
        </Filters>
        <DataTable
          label={vocabularyWords.title}
          columns={columns}
          rows={fields.filter(suits)}
          rowKey={({ field }) => field}
          empty={{ why: vocabularyWords.none }}
        />
      </Panel>
    </>
  );
}
