import { Instant } from '#ui';
import type { PeriodBoard } from '../../contract.ts';
import { dayWords, texts } from '../texts.ts';

type Link = {
  readonly key: string;
  readonly name: string;
  readonly said: React.ReactNode;
  readonly at: 'done' | 'now' | 'later';
  readonly isOverdue?: boolean;
};

/** 布置 → … → 发布, each with its day and what still waits there. */
export function Chain({ board }: { readonly board: PeriodBoard }) {
  return (
    <ol className="chain" aria-label={texts.steps}>
      {linksOf(board).map(({ key, name, said, at, isOverdue }) => (
        <li key={key} data-at={at} aria-current={at === 'now' ? 'step' : undefined}>
          <b>{name}</b>
          {said}
          {isOverdue ? <span className="overdue">{texts.overdue}</span> : null}
        </li>
      ))}
    </ol>
  );
}

function linksOf({ period, steps }: PeriodBoard): Link[] {
  const { stage, days } = period;
  const isOpen = stage === 'open';
  return [
    {
      key: 'assign',
      name: texts.assigned,
      said: (
        <span>
          {period.assignedBy} <Instant at={period.assignedAt} />
        </span>
      ),
      at: 'done',
    },
    ...steps.map(
      ({ id, name, dueOn, waiting, overdue }): Link => ({
        key: id,
        name,
        said: (
          <>
            <span>{texts.byDay(dayWords(dueOn))}</span>
            <div>{isOpen ? texts.stepWaits(waiting) : texts.ended}</div>
          </>
        ),
        at: !isOpen ? 'done' : waiting > 0 ? 'now' : 'later',
        isOverdue: isOpen && overdue,
      }),
    ),
    {
      key: 'lock',
      name: texts.lock,
      said: period.lockedAt ? (
        <span>
          {period.lockedBy} <Instant at={period.lockedAt} />
        </span>
      ) : (
        texts.planned(dayWords(days.lockOn))
      ),
      at: period.lockedAt ? 'done' : 'later',
    },
    {
      key: 'publish',
      name: texts.publish,
      said: period.publishedAt ? (
        <span>
          {period.publishedBy} <Instant at={period.publishedAt} />
        </span>
      ) : (
        texts.planned(dayWords(days.publishOn))
      ),
      at: period.publishedAt ? 'done' : stage === 'locked' ? 'now' : 'later',
    },
  ];
}
