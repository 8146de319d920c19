import { Link } from 'wouter';
import { noteWord } from '#features/light-notes';
import { NoteMark } from '#ui';
import type { CockpitView, WorstRow } from '../contract.ts';
import { texts } from '../texts.ts';
import { yi } from './figures.ts';

/** The red lights that matter most: what is lacking, how long, why, and who has to clear it. */
export function WorstPanel({ view }: { readonly view: CockpitView }) {
  const { importance, about, worst } = view;
  return (
    <section className="panel cockpit-worst" aria-label={texts.worst}>
      <h2>
        {about.kind === 'city' ? texts.worst : texts.worstOwn}{' '}
        <small>{texts.importance(importance.weights, importance.basis)}</small>
      </h2>
      {worst.length === 0 ? <p className="cockpit-note">{texts.noWorst}</p> : null}
      <ol>
        {worst.map((row) => (
          <Row key={row.projectId} row={row} />
        ))}
      </ol>
    </section>
  );
}

function Row({ row }: { readonly row: WorstRow }) {
  const { cause, causeFrom, owners } = row;
  return (
    <li>
      <div className="worst-name">
        <Link href={`/projects/${row.projectId}`}>{row.name}</Link>
        <small>{row.district}</small>
        {row.notes.map((note) => (
          <NoteMark
            key={note.kind}
            word={noteWord(note)}
            reason={texts.noteReason(note.reason, note.signedBy)}
          />
        ))}
      </div>
      <div className="worst-days">
        {row.daysRed === null ? null : <span className="light light-red">{texts.red(row.daysRed)}</span>}
      </div>
      <div className="worst-short number">
        {texts.short} <b>{yi(row.shortfallFen)}</b> {texts.unit}
        {row.weight > 1 ? <small> ×{row.weight}</small> : null}
      </div>
      <div className="worst-cause" title={cause}>
        {causeFrom === 'rule' ? texts.fromRule : ''}
        {cause}
      </div>
      <div className="worst-owner">{owners.map(({ name }) => name).join('、')}</div>
    </li>
  );
}
