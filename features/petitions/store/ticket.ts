import { namedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';

/** Tickets of these numbers that are matters already, with the matter's number. */
export async function takenTickets(tx: Tx, tickets: readonly string[]): Promise<Map<string, string>> {
  const rows = await namedQuery<{ ticket: string; number: string }>(
    tx,
    'petition_tickets_taken',
    `select source_key as ticket, number from city.matter
     where city_id = $1 and kind = 'hotline' and source = 'hotline' and source_key = any ($2::text[])`,
    [tx.scope.cityId, tickets],
  );
  return new Map(rows.map(({ ticket, number }) => [ticket, number]));
}

export type TicketResult = {
  readonly ticket: string;
  readonly number: string;
  readonly category: string | null;
  readonly content: string | null;
  readonly state: string;
  readonly lead: string | null;
  readonly takenOn: PlainDate;
  readonly reply: string | null;
  readonly closedOn: PlainDate | null;
  readonly satisfaction: number | null;
  readonly redos: number;
};

export async function ticketResults(tx: Tx, from: PlainDate, to: PlainDate): Promise<TicketResult[]> {
  return namedQuery<TicketResult>(
    tx,
    'petition_ticket_results',
    `select m.source_key as ticket, m.number, m.category, m.given ->> 'content' as content, m.state, m.lead,
       p.taken_on as "takenOn", m.given ->> 'reply' as reply,
       (m.closed_at at time zone 'Asia/Shanghai')::date as "closedOn", m.satisfaction, m.redos
     from city.petition p join city.matter m on m.city_id = p.city_id and m.matter_id = p.matter_id
     where p.city_id = $1 and m.source = 'hotline' and m.source_key is not null and p.taken_on between $2 and $3
     order by p.taken_on, m.source_key`,
    [tx.scope.cityId, from, to],
  );
}
