import { namedQuery, type Tx } from '#db';
import type { PlainDate } from '#kernel/plain-date';

export type Petitioner = {
  readonly enterprise: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly confidential: boolean;
};

export async function insertPetitioner(
  tx: Tx,
  petitionId: string,
  { enterprise, name, phone, email, address, confidential }: Petitioner,
  digits: string | null,
): Promise<void> {
  await namedQuery(
    tx,
    'petitioner_insert',
    `insert into city.petitioner (city_id, petition_id, enterprise, name, phone, phone_digits, email, address,
       confidential) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.scope.cityId, petitionId, enterprise, name, phone, digits, email, address, confidential],
  );
}

/** undefined where it is not for the reader: whoever supports, whoever merely sees the project. */
export async function findPetitioner(tx: Tx, petitionId: string): Promise<Petitioner | undefined> {
  const [row] = await namedQuery<Petitioner>(
    tx,
    'petitioner_find',
    `select enterprise, name, phone, email, address, confidential from city.petitioner
     where city_id = $1 and petition_id = $2`,
    [tx.scope.cityId, petitionId],
  );
  return row;
}

export type EarlierCall = {
  readonly matterId: string;
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly state: string;
  readonly enterprise: string | null;
  readonly name: string | null;
  readonly takenOn: PlainDate;
  readonly closedAt: Date | null;
};

/** Of the same number, the latest first; open ones before closed ones. */
export async function earlierOf(tx: Tx, digits: string, most: number): Promise<EarlierCall[]> {
  return namedQuery<EarlierCall>(
    tx,
    'petitioner_earlier',
    `select m.matter_id as "matterId", m.number, m.kind, m.title, m.state, m.enterprise, r.name,
       p.taken_on as "takenOn", m.closed_at as "closedAt"
     from city.petitioner r
     join city.petition p on p.city_id = r.city_id and p.petition_id = r.petition_id
     join city.matter m on m.city_id = p.city_id and m.matter_id = p.matter_id
     where r.city_id = $1 and r.phone_digits = $2
     order by m.closed_at is not null, p.taken_at desc limit $3`,
    [tx.scope.cityId, digits, most],
  );
}

/** Names of enterprises as they were written before, for somebody who types one. */
export async function enterprisesLike(tx: Tx, words: string, most: number): Promise<string[]> {
  const rows = await namedQuery<{ enterprise: string }>(
    tx,
    'petition_enterprises',
    `select m.enterprise from city.petition p
     join city.matter m on m.city_id = p.city_id and m.matter_id = p.matter_id
     join city.petitioner r on r.city_id = p.city_id and r.petition_id = p.petition_id and not r.confidential
     where p.city_id = $1 and position($2 in m.enterprise) > 0
     group by m.enterprise order by count(*) desc, m.enterprise limit $3`,
    [tx.scope.cityId, words, most],
  );
  return rows.map(({ enterprise }) => enterprise);
}
