import { Button } from 'antd';
import type { CallRefused } from '#http/client';
import { Money, Refused } from '#ui';
import type { ReportView } from '../contract.ts';
import { texts } from '../texts.ts';
import type { readDraft, Unit } from './report-draft.ts';

type StaleProps = {
  readonly refused: CallRefused;
  readonly mine: ReturnType<typeof readDraft>['facts'];
  readonly unit: Unit;
  readonly keepMine: (number: number) => void;
  readonly takeTheirs: (number: number, report: ReportView) => void;
};

type Name = keyof typeof texts.fields & keyof ReportView;
const names = Object.keys(texts.fields).filter((name) => name !== 'reportedOn') as Name[];

/** Both versions, where they differ; whoever is second decides, having seen the first. */
export function StaleReport({ refused, mine, keepMine, takeTheirs }: StaleProps) {
  const number = Number(refused.details['number']);
  const theirs = refused.details['standing'] as ReportView;
  const own = mine as Partial<Record<Name, string | boolean | null>>;
  const differing = names.filter((name) => (own[name] ?? null) !== (theirs[name] ?? null));
  return (
    <section aria-label={texts.stale}>
      <Refused error={refused} />
      <p>{texts.staleNote}</p>
      <div className="scroll">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">
                {texts.theirs}（{theirs.recordedBy}）
              </th>
              <th scope="col">{texts.mine}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((name) => (
              <tr key={name}>
                <th scope="row">{texts.fields[name]}</th>
                <td>{shown(name, theirs[name])}</td>
                <td>{shown(name, own[name])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="acts" style={{ marginBottom: 16 }}>
        <Button onClick={() => keepMine(number)}>{texts.keepMine}</Button>
        <Button onClick={() => takeTheirs(number, theirs)}>{texts.takeTheirs}</Button>
      </div>
    </section>
  );
}

function shown(name: Name, value: unknown) {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  return name === 'monthFen' || name === 'cumFen' ? <Money fen={String(value)} /> : String(value);
}
