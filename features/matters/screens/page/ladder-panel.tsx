import { Facts, Instant, Panel } from '#ui';
import type { MatterPage, NextRung } from '../../contract.ts';
import { pageTexts } from '../page-texts.ts';

/** How high the matter stands and why, and who hears of it next and when. */
export function LadderPanel({ page: { ladder } }: { readonly page: MatterPage }) {
  if (!ladder)
    return (
      <Panel title={pageTexts.ladder}>
        <p className="quiet">{pageTexts.noLadder}</p>
      </Panel>
    );
  const near = (['due', 'coming', 'fired'] as const).flatMap((state) =>
    ladder.rungs.filter((rung) => rung.state === state),
  );
  const far = ladder.rungs.filter(({ state }) => state === 'waits');
  return (
    <Panel title={`${pageTexts.ladder}：${ladder.name}`}>
      <Facts
        facts={[
          [pageTexts.now, <b key="level">{ladder.level?.name ?? pageTexts.noLevel}</b>],
          [pageTexts.whyLevel, ladder.levelBasis],
        ]}
      />
      <h3>{pageTexts.nextHears}</h3>
      {near.length === 0 ? <p className="quiet">{pageTexts.noRungs}</p> : <Rungs rungs={near} />}
      {far.length > 0 ? (
        <details>
          <summary>{pageTexts.otherRungs(far.length)}</summary>
          <Rungs rungs={far} />
        </details>
      ) : null}
      {ladder.requests.length > 0 ? (
        <>
          <h3>{pageTexts.requests}</h3>
          <ul className="matter-rungs">
            {ladder.requests.map((one) => (
              <li key={one.requestId}>
                <div>
                  <b>{one.recipient}</b> · {pageTexts.requestStates[one.state]} ·{' '}
                  <Instant at={one.draftedAt} />
                </div>
                {one.note ? <div className="quiet">{one.note}</div> : null}
                {one.answer ? <div>{pageTexts.answered(one.answer)}</div> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  );
}

function Rungs({ rungs }: { readonly rungs: readonly NextRung[] }) {
  return (
    <ol className="matter-rungs">
      {rungs.map((rung) => (
        <Rung key={rung.rung} rung={rung} />
      ))}
    </ol>
  );
}

function Rung({ rung }: { readonly rung: NextRung }) {
  const at = rung.firedAt ?? rung.firesAt;
  const does = [
    rung.tells.length > 0 && pageTexts.tells(rung.tells.join('、')),
    rung.raisesTo && pageTexts.raises(rung.raisesTo),
  ].filter(Boolean);
  return (
    <li className={`matter-rung-${rung.state}`}>
      <div>
        <span className="matter-rung-state">{pageTexts.rungStates[rung.state]}</span> <b>{rung.when}</b>
        {at ? (
          <>
            {' '}
            · <Instant at={at} />
          </>
        ) : null}
      </div>
      {does.length > 0 ? <div>{does.join('，')}</div> : null}
      {rung.drafts ? <div className="quiet">{pageTexts.drafts}</div> : null}
      <div className="quiet">{rung.basis}</div>
    </li>
  );
}
