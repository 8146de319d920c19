import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { Id } from '#kernel/id';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

export type WindowId = Id<'plan-window'>;

export type PaperRef = { readonly number: string; readonly title: string; readonly day: PlainDate };

export type PlanWindow = {
  readonly windowId: WindowId;
  readonly year: number;
  readonly opensOn: PlainDate;
  readonly closesOn: PlainDate;
  readonly document: PaperRef;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly end: WindowEnd | null;
};

type WindowEnd = {
  readonly outcome: 'approved' | 'cancelled';
  readonly document: PaperRef | null;
  readonly approver: string | null;
  readonly reason: string | null;
  readonly effectiveFrom: Month | null;
  readonly plans: number;
  readonly by: string;
  readonly at: Date;
};

type Row = Omit<PlanWindow, 'document' | 'end'> & {
  readonly number: string;
  readonly title: string;
  readonly day: PlainDate;
  readonly outcome: WindowEnd['outcome'] | null;
  readonly endNumber: string | null;
  readonly endTitle: string | null;
  readonly endDay: PlainDate | null;
} & Omit<WindowEnd, 'outcome' | 'document'>;

/** One writer of a city's windows at a time: what is approved is what stood. */
export async function lockWindows(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('year.plan-window'), ${tx.scope.cityId})`.execute(
    tables(tx),
  );
}

export async function readWindows(
  tx: Tx,
  about: { readonly year?: number; readonly windowId?: string },
): Promise<PlanWindow[]> {
  const { rows } = await sql<Row>`
    select w.window_id as "windowId", w.year, w.opens_on as "opensOn", w.closes_on as "closesOn",
      w.document_number as number, w.document_title as title, w.document_day as day, w.opened_by as "openedBy",
      w.opened_at as "openedAt", e.outcome, e.document_number as "endNumber", e.document_title as "endTitle",
      e.document_day as "endDay", e.approver, e.reason, e.effective_from as "effectiveFrom", e.plans,
      e.ended_by as by, e.ended_at as at
    from city.plan_window w
    left join city.plan_window_end e on e.city_id = w.city_id and e.window_id = w.window_id
    where w.city_id = ${tx.scope.cityId} and (${about.year ?? null}::integer is null or w.year = ${about.year ?? null})
      and (${about.windowId ?? null}::uuid is null or w.window_id = ${about.windowId ?? null}::uuid)
    order by w.opens_on desc, w.window_id desc`.execute(tables(tx));
  return rows.map(windowOf);
}

function windowOf(row: Row): PlanWindow {
  const { windowId, year, opensOn, closesOn, number, title, day, openedBy, openedAt } = row;
  const { outcome, endNumber, endTitle, endDay, approver, reason, effectiveFrom, plans, by, at } = row;
  const document =
    endNumber === null || endTitle === null || endDay === null
      ? null
      : { number: endNumber, title: endTitle, day: endDay };
  return {
    ...{ windowId, year, opensOn, closesOn, openedBy, openedAt },
    document: { number, title, day },
    end: outcome && { outcome, document, approver, reason, effectiveFrom, plans, by, at },
  };
}

export async function addWindow(tx: Tx, one: Omit<PlanWindow, 'openedAt' | 'end'>): Promise<void> {
  const { number, title, day } = one.document;
  await sql`insert into city.plan_window (city_id, window_id, year, opens_on, closes_on, document_number,
      document_title, document_day, opened_by)
    values (${tx.scope.cityId}, ${one.windowId}, ${one.year}, ${one.opensOn}, ${one.closesOn}, ${number}, ${title},
      ${day}, ${one.openedBy})`.execute(tables(tx));
}

export async function endWindow(tx: Tx, windowId: WindowId, end: Omit<WindowEnd, 'at'>): Promise<void> {
  const { outcome, document, approver, reason, effectiveFrom, plans, by } = end;
  await sql`insert into city.plan_window_end (city_id, window_id, outcome, document_number, document_title,
      document_day, approver, reason, effective_from, plans, ended_by)
    values (${tx.scope.cityId}, ${windowId}, ${outcome}, ${document?.number ?? null}, ${document?.title ?? null},
      ${document?.day ?? null}, ${approver}, ${reason}, ${effectiveFrom}, ${plans}, ${by})`.execute(
    tables(tx),
  );
}
