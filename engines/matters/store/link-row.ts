import { namedQuery, type Tx } from '#db';
import type { LinkKind } from '../domain/event.ts';
import type { MatterId } from '../domain/identity.ts';

/** A link as seen from one of its ends: `outward` where the matter itself is linked to the other. */
export type MatterLink = {
  readonly link: LinkKind;
  readonly outward: boolean;
  readonly matterId: MatterId;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly closedAt: Date | null;
};

export async function insertLink(
  tx: Tx,
  from: MatterId,
  link: LinkKind,
  to: MatterId,
  at: Date,
): Promise<void> {
  await namedQuery(
    tx,
    'matter-link',
    `insert into city.matter_link (city_id, matter_id, link, to_id, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [tx.scope.cityId, from, link, to, at],
  );
}

/** Both directions; the other end only where it is in the reader's reach. */
export async function readLinks(tx: Tx, matterId: MatterId): Promise<MatterLink[]> {
  return namedQuery<MatterLink>(
    tx,
    'matter-links',
    `select l.link, l.matter_id = $2 as outward, m.matter_id as "matterId", m.kind, m.number, m.title, m.state,
       m.closed_at as "closedAt"
     from city.matter_link l
     join city.matter m on m.city_id = l.city_id
       and m.matter_id = case when l.matter_id = $2 then l.to_id else l.matter_id end
     where l.city_id = $1 and (l.matter_id = $2 or l.to_id = $2) order by l.at, m.number`,
    [tx.scope.cityId, matterId],
  );
}
