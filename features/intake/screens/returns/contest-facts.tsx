import { Money } from '#ui';
import type { ContenderView } from '../../contract.ts';
import { returnTexts as texts } from '../../texts.ts';

type ContestFactsProps = {
  readonly contender: ContenderView;
  readonly differ: readonly string[];
  readonly unit: string;
};

/** Shown even where the files agree on them. */
const always: readonly string[] = ['monthFen', 'cumFen'];

/** What one file says of the project; where it differs from another, in bold. */
export function ContestFacts({ contender, differ, unit }: ContestFactsProps) {
  const { sheet, row, proposed, monthFen, cumFen, started, actualStart, entered, enteredOn } = contender;
  const flag = (value: boolean | null) => (value === null ? '—' : value ? texts.yes : texts.no);
  const facts = [
    ['monthFen', <Money key="monthFen" fen={monthFen} />, `（${unit}）`],
    ['cumFen', <Money key="cumFen" fen={cumFen} />, `（${unit}）`],
    ['started', flag(started), ''],
    ['actualStart', actualStart ?? '—', ''],
    ['entered', flag(entered), ''],
    ['enteredOn', enteredOn ?? '—', ''],
    ['progress', contender.progress ?? '—', ''],
    ['problem', contender.problem ?? '—', ''],
  ] as const;
  return (
    <>
      <div className="quiet">
        {texts.row(sheet, row)}
        {proposed ? ` · ${texts.proposedOnly}` : ''}
      </div>
      <dl className="facts">
        {facts
          .filter(([name]) => differ.includes(name) || always.includes(name))
          .map(([name, value, of]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>
                {texts.facts[name]}
                {of}
              </dt>
              <dd>{differ.includes(name) ? <strong>{value}</strong> : value}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
