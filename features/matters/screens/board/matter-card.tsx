import { Link } from 'wouter';
import type { MatterLine } from '../../contract.ts';
import { DueMark } from '../due-mark.tsx';
import { texts } from '../texts.ts';

type MatterCardProps = { readonly line: MatterLine; readonly now: string };

/** A matter on the board: what it is, how long is left, who leads, how high it stands. */
export function MatterCard({ line, now }: MatterCardProps) {
  const { number, kind, state, title, project, enterprise, lead, level, urgent, due } = line;
  return (
    <article className="matter-card">
      <Link href={`/matters/${line.matterId}`}>{title}</Link>
      <DueMark due={due} now={now} />
      <div className="quiet">
        {kind.name} {number} · {state.name}
        {due.clock ? ` · ${due.clock.name}` : ''}
      </div>
      {project ? <div className="matter-about">{project.name}</div> : null}
      {enterprise ? <div className="matter-about">{enterprise}</div> : null}
      <div className="matter-marks">
        {urgent ? <b>{texts.urgent}</b> : null}
        <span>{lead?.name ?? texts.noLead}</span>
        {level ? <span className="matter-level">{level.name}</span> : null}
      </div>
    </article>
  );
}
