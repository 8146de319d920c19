import { Button, Input, Radio, Select } from 'antd';
import type { OutputOf } from '#http/client';
import { monthText } from '#kernel/month';
import { Field, type FieldTies, fieldError } from '#ui';
import { type checkReport, type MonthLine, matterLevels } from '../contract.ts';
import { texts } from '../texts.ts';
import { type Draft, type DraftField, exactMoney, readDraft } from './report-draft.ts';

type Contradictions = OutputOf<typeof checkReport>['contradictions'];

type FieldsProps = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errors: Partial<Record<DraftField, string>>;
  readonly refused: unknown;
  readonly contradictions: Contradictions;
  readonly before: MonthLine | undefined;
  readonly corrects: boolean;
  readonly reasonWanted: boolean;
};

const { fields } = texts;

/** Labels above, errors and contradictions beneath each field, in the order in which a clerk has the figures. */
export function ReportFields(props: FieldsProps) {
  const { draft, change, errors, refused, contradictions, before, corrects, reasonWanted } = props;
  const about = (name: DraftField) => contradictions.filter((one) => one.about === name);
  const wrong = (name: DraftField) => errors[name] ?? fieldError(refused, name);
  const text = (name: DraftField, label: string, hint?: string) => (
    <Field label={label} hint={hint} error={wrong(name)}>
      {(ties) => (
        <Input
          {...ties}
          value={String(draft[name] ?? '')}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const amount = (name: 'monthFen' | 'cumFen', label: string) => (
    <Field label={`${label}（${draft.unit}）`} error={wrong(name)}>
      {(ties) => (
        <Input
          {...ties}
          inputMode="decimal"
          className="number"
          value={draft[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const long = (name: 'progressText' | 'problem' | 'matter', label: string) => (
    <Field label={label} error={wrong(name)}>
      {(ties) => (
        <Input.TextArea
          {...ties}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={draft[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div className="field-pair">
        {amount('monthFen', fields.monthFen)}
        {amount('cumFen', fields.cumFen)}
      </div>
      <Doubts found={about('monthFen')} />
      <Expected draft={draft} before={before} take={(cumFen) => change({ cumFen })} />
      <Doubts found={about('cumFen')} />
      <div className="field-pair">
        <YesNo label={fields.started} value={draft.started} change={(started) => change({ started })} />
        {draft.started === false && draft.actualStart === ''
          ? null
          : text('actualStart', fields.actualStart, '如 2023-05-06 或 2023-05')}
      </div>
      <Doubts found={[...about('started'), ...about('actualStart')]} />
      <div className="field-pair">
        <YesNo label={fields.entered} value={draft.entered} change={(entered) => change({ entered })} />
        {draft.entered || draft.enteredOn !== ''
          ? text('enteredOn', fields.enteredOn, '如 2023-05-06 或 2023-05')
          : null}
      </div>
      <Doubts found={[...about('entered'), ...about('enteredOn')]} />
      {long('progressText', fields.progressText)}
      {long('problem', fields.problem)}
      {long('matter', fields.matter)}
      {draft.matter.trim() !== '' || draft.matterLevel ? (
        <Field label={fields.matterLevel}>
          {(ties) => (
            <Select
              {...ties}
              allowClear
              style={{ width: 160 }}
              value={draft.matterLevel}
              options={matterLevels.map((level) => ({ value: level, label: level }))}
              onChange={(matterLevel) => change({ matterLevel: matterLevel ?? null })}
            />
          )}
        </Field>
      ) : null}
      {text('reporter', fields.reporter)}
      {corrects ? (
        <Field
          label={texts.correctionReason}
          required={reasonWanted}
          hint={reasonWanted ? texts.correctionHint : undefined}
          error={wrong('correctionReason')}
        >
          {(ties: FieldTies) => (
            <Input
              {...ties}
              maxLength={500}
              value={draft.correctionReason}
              onChange={(event) => change({ correctionReason: event.target.value })}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

/** Beside the field they are about; they doubt, they do not forbid. */
function Doubts({ found }: { readonly found: Contradictions }) {
  return (
    <div role="status" style={found.length > 0 ? { margin: '-8px 0 14px' } : undefined}>
      {found.map((one) => (
        <span key={one.code} className="doubt">
          {texts.check}
          {one.text}
        </span>
      ))}
    </div>
  );
}

/** What the cumulative amount should be by last month's, one key away. */
function Expected(props: {
  readonly draft: Draft;
  readonly before: MonthLine | undefined;
  readonly take: (text: string) => void;
}) {
  const { draft, before, take } = props;
  const { monthFen, cumFen } = readDraft(draft).facts;
  const last = before?.reported?.cumFen;
  if (!monthFen || !before || !last) return null;
  const expected = BigInt(last) + BigInt(monthFen);
  if (cumFen === `${expected}`) return null;
  const text = exactMoney(expected, draft.unit);
  return (
    <p className="quiet" style={{ marginTop: -8 }}>
      {texts.cumHint(`${monthText(before.month)}累计`, text, draft.unit)}{' '}
      <Button className="in-cell" type="link" onClick={() => take(text)}>
        {texts.takeCum}
      </Button>
    </p>
  );
}

function YesNo(props: {
  readonly label: string;
  readonly value: boolean | null;
  readonly change: (value: boolean | null) => void;
}) {
  const words = { true: texts.yes, false: texts.no, null: texts.unsaid } as const;
  return (
    <Field label={props.label}>
      {(ties) => (
        <Radio.Group
          {...ties}
          aria-label={props.label}
          value={String(props.value)}
          onChange={(event) => props.change(JSON.parse(String(event.target.value)) as boolean | null)}
          options={Object.entries(words).map(([value, label]) => ({ value, label }))}
        />
      )}
    </Field>
  );
}
