import type { MatterLine } from '../contract.ts';
import { instantWords } from './day-words.ts';
import { texts } from './texts.ts';

type DueMarkProps = { readonly due: MatterLine['due']; readonly now: string };

/** How long is left, by colour, shape and word, and until when; the clock's name where there is one. */
export function DueMark({ due, now }: DueMarkProps) {
  if (due.column === 'none') return <span className="quiet">{texts.noClock}</span>;
  return (
    <span className="matter-due">
      <span className={`light light-${due.light}`}>{due.text}</span>
      {due.dueAt ? <span className="quiet">（{texts.before(instantWords(due.dueAt, now))}）</span> : null}
    </span>
  );
}
