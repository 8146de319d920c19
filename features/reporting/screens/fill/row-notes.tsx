import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ReportingRow, RowResult } from '../../contract.ts';
import { type FactName, factNames } from '../grid/fact.ts';
import { showFact } from '../grid/show-fact.ts';
import { type Entry, quarrel } from '../queue/entry.ts';
import { texts } from '../texts.ts';
import { gridColumns } from './columns.ts';
import { isVerified } from './row-facts.ts';
import type { TableParts } from './table-parts.ts';

type Remark = Pick<RowResult, 'version' | 'contradictions'>;
type NotesProps = {
  readonly id: string;
  readonly row: ReportingRow;
  readonly entry: Entry | undefined;
  readonly remark: Remark | undefined;
  readonly parts: TableParts;
};

/** What the figures say against themselves, as last checked by the server. */
export function contradictionsOf(row: ReportingRow, remark: Remark | undefined) {
  return remark && remark.version >= row.version ? remark.contradictions : row.contradictions;
}

type Note = { readonly fact: string; readonly key: string; readonly note: ReactNode };

function notesOf({ row, entry, remark, parts }: Omit<NotesProps, 'id'>): Note[] {
  const notes: Note[] = [];
  const add = (fact: string, key: string, note: ReactNode) => notes.push({ fact, key, note });
  if (row.returned && row.acts.includes('fill')) {
    const { by, reason } = row.returned;
    add('', 'returned', <span className="row-returned">{texts.returnedBy(by, reason)}</span>);
  }
  for (const fact of factNames) {
    const unread = entry?.unread[fact];
    if (unread) add(fact, `unread ${fact}`, <span className="field-error">{unread.wrong}</span>);
  }
  if (isVerified(row)) {
    for (const fact of verifiedOtherwise(row)) {
      const value = showFact(fact, row.reported?.[fact] ?? null, parts.setting.unit) || '—';
      add(fact, `verified ${fact}`, <span className="quiet">{texts.reportedWas(value)}</span>);
    }
    return notes;
  }
  for (const { code, about, text } of contradictionsOf(row, remark)) {
    add(about, code, <span className="doubt">{text}</span>);
  }
  const { trouble } = entry ?? {};
  if (trouble?.kind === 'refused') {
    add('', 'refused', <NotSaved row={row} text={trouble.text} parts={parts} />);
  }
  if (entry && trouble?.kind === 'stale') {
    add('', 'stale', <Quarrel row={row} entry={entry} theirs={trouble.theirs} parts={parts} />);
  }
  return notes;
}

/** The facts that the city verified differently from what was reported. */
function verifiedOtherwise({ verified, reported }: ReportingRow): FactName[] {
  if (!verified || !reported) return [];
  return factNames.filter((fact) => verified[fact] !== reported[fact]);
}

function NotSaved({ row, text, parts }: Pick<NotesProps, 'row' | 'parts'> & { readonly text: string }) {
  return (
    <span className="field-error">
      {texts.notSaved(text)}{' '}
      <Button size="small" onClick={() => parts.decide(row.projectId, 'theirs')}>
        {texts.giveUp}
      </Button>
    </span>
  );
}

/** Under a row, each below its cell: why it came back, what could not be read, what does not fit, who was faster. */
export function RowNotes({ id, ...of }: NotesProps) {
  return (
    <>
      {notesOf(of).map(({ fact, key, note }, at) => {
        const column = columnOf(fact);
        return (
          <tr key={key} className="grid-note">
            <td colSpan={column} />
            <td colSpan={gridColumns.length - column} id={at === 0 ? id : undefined}>
              {note}
            </td>
          </tr>
        );
      })}
    </>
  );
}

/** The same on a phone's card. */
export function CardNotes(of: Omit<NotesProps, 'id'>) {
  return (
    <>
      {notesOf(of).map(({ key, note }) => (
        <div key={key} className="card-note">
          {note}
        </div>
      ))}
    </>
  );
}

type QuarrelProps = Pick<NotesProps, 'row' | 'parts'> & {
  readonly entry: Entry;
  readonly theirs: Parameters<typeof quarrel>[1];
};

/** Both versions of the cells that two people changed. */
function Quarrel({ row, entry, theirs, parts }: QuarrelProps) {
  const { unit } = parts.setting;
  const shown = (fact: FactName, value: Parameters<typeof showFact>[1]) => showFact(fact, value, unit) || '—';
  return (
    <span className="quarrel">
      <span>{texts.stale}</span>
      {quarrel(entry, theirs).map((fact) => (
        <span key={fact}>
          {texts.facts[fact]}：{texts.mine} <b>{shown(fact, entry.changed[fact] ?? null)}</b>，{texts.theirs}{' '}
          <b>{shown(fact, theirs.facts[fact])}</b>
        </span>
      ))}
      <Button size="small" onClick={() => parts.decide(row.projectId, 'mine')}>
        {texts.takeMine}（Alt+1）
      </Button>
      <Button size="small" onClick={() => parts.decide(row.projectId, 'theirs')}>
        {texts.takeTheirs}（Alt+2）
      </Button>
    </span>
  );
}

function columnOf(about: string): number {
  const at = gridColumns.findIndex(({ fact }) => fact === about);
  return at < 0 ? 1 : at;
}
