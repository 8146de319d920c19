import { Button } from 'antd';
import { useState } from 'react';
import { Instant, Panel } from '#ui';
import type { ClockLine, MatterPage } from '../../contract.ts';
import { instantWords } from '../day-words.ts';
import { pageTexts } from '../page-texts.ts';
import { ClockDrawer } from './clock-drawer.tsx';

type PanelProps = { readonly page: MatterPage };

/** How long is left by each clock that runs; every one opens the table of days behind it. */
export function ClockPanel({ page }: PanelProps) {
  const [shown, show] = useState<ClockLine>();
  const running = page.clocks.filter(({ state }) => state !== 'ended');
  const ended = page.clocks.filter(({ state }) => state === 'ended');
  return (
    <Panel title={pageTexts.clocks}>
      {running.length === 0 ? <p className="quiet">{pageTexts.noClock}</p> : null}
      {running.map((clock) => (
        <Clock key={`${clock.clock.id} ${clock.run}`} clock={clock} now={page.now} show={() => show(clock)} />
      ))}
      {ended.length > 0 ? (
        <details>
          <summary>{pageTexts.endedClocks(ended.length)}</summary>
          <ul className="matter-ended">
            {ended.map((clock) => (
              <li key={`${clock.clock.id} ${clock.run}`}>
                <Button type="link" className="in-cell" onClick={() => show(clock)}>
                  {clock.clock.name}
                  {clock.run > 1 ? `（${pageTexts.run(clock.run)}）` : ''}
                </Button>{' '}
                {clock.left} <span className="quiet">{clock.limit}</span>{' '}
                {clock.endedAt ? <Instant at={clock.endedAt} /> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {shown ? <ClockDrawer page={page} clock={shown} close={() => show(undefined)} /> : null}
    </Panel>
  );
}

type ClockProps = { readonly clock: ClockLine; readonly now: string; readonly show: () => void };

function Clock({ clock, now, show }: ClockProps) {
  const { promised, pause } = clock;
  return (
    <div className="matter-clock">
      <div className="matter-left">
        <span className={`light light-${clock.state === 'paused' ? 'none' : clock.light}`}>
          {withoutUntil(clock.left)}
        </span>{' '}
        <span>
          {pause ? pageTexts.whilePaused : `（${pageTexts.until(instantWords(clock.dueAt, now))}）`}
        </span>
      </div>
      {promised ? (
        <div>
          {pageTexts.promised(promised.limit, withoutUntil(promised.left))}（
          {pageTexts.until(instantWords(promised.dueAt, now))}）
        </div>
      ) : null}
      <div className="quiet">
        {clock.clock.name}，{pageTexts.limit(clock.limit)}，{pageTexts.againstWhom(clock.against)} ·{' '}
        {clock.basis}
      </div>
      {pause ? (
        <div className="doubt">
          {pageTexts.pausedBy(pause.name, pause.approver)}，
          {pageTexts.pausedFor(instantWords(pause.from, now), pause.plannedDays)}：{pause.reason}
        </div>
      ) : null}
      {clock.provisional ? <div className="doubt">{pageTexts.provisional}</div> : null}
      <Button size="small" onClick={show} aria-label={pageTexts.dayByDayOf(clock.clock.name)}>
        {pageTexts.dayByDay}
      </Button>
    </div>
  );
}

/** What is left without the instant, which stands beside it in any case. */
function withoutUntil(left: string): string {
  return left.replace(/（[^（）]*前）$/, '');
}
