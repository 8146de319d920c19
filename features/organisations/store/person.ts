import { sql } from 'kysely';
import { type Tx, tables } from '#db';
import type { AppointmentId, OrgId, PersonId, PostId } from '#engines/registry';
import type { PlainDate } from '#kernel/plain-date';

export type PersonRow = {
  readonly personId: PersonId;
  readonly name: string;
  readonly orgId: OrgId | null;
  /** In the clear; null where there is none or it lies outside the caller's scope. */
  readonly phone: string | null;
  readonly version: number;
};

const personColumns = sql`p.person_id as "personId", p.name, p.org_id as "orgId", c.phone, p.version`;
const fromPerson = sql`city.person p left join city.person_contact c
  on c.city_id = p.city_id and c.person_id = p.person_id`;

/** Of an organisation: its own people, and whoever holds or held one of its posts. */
export async function listPeople(tx: Tx, orgId: OrgId): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`select ${personColumns} from ${fromPerson}
    where p.city_id = ${tx.scope.cityId} and (p.org_id = ${orgId} or p.person_id in (
      select a.person_id from city.appointment a
      join city.post t on t.city_id = a.city_id and t.post_id = a.post_id
      where a.city_id = ${tx.scope.cityId} and t.org_id = ${orgId}))
    order by p.name, p.person_id`.execute(tables(tx));
  return rows;
}

export async function findPerson(tx: Tx, personId: PersonId): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`select ${personColumns} from ${fromPerson}
    where p.city_id = ${tx.scope.cityId} and p.person_id = ${personId}`.execute(tables(tx));
  return rows[0];
}

export type FoundPerson = {
  readonly personId: PersonId;
  readonly name: string;
  readonly org: string | null;
  readonly posts: readonly string[];
};

export async function searchPeople(tx: Tx, text: string, asOf: PlainDate): Promise<FoundPerson[]> {
  const { rows } = await sql<FoundPerson>`select p.person_id as "personId", p.name, o.name as org,
      coalesce((select array_agg(t.title order by t.official_order) from city.appointment a
        join city.post t on t.city_id = a.city_id and t.post_id = a.post_id
        where a.city_id = p.city_id and a.person_id = p.person_id and a.from_on <= ${asOf}
          and (a.to_on is null or a.to_on > ${asOf})), '{}') as posts
    from city.person p
    left join city.organisation o on o.city_id = p.city_id and o.org_id = p.org_id
    where p.city_id = ${tx.scope.cityId} and position(${text} in p.name) > 0
    order by o.official_order nulls last, p.name limit 20`.execute(tables(tx));
  return rows;
}

export async function insertPerson(
  tx: Tx,
  { personId, name, orgId }: { readonly personId: PersonId; readonly name: string; readonly orgId: OrgId },
): Promise<void> {
  await sql`insert into city.person (city_id, person_id, name, org_id)
    values (${tx.scope.cityId}, ${personId}, ${name}, ${orgId})`.execute(tables(tx));
}

export async function updatePerson(
  tx: Tx,
  {
    personId,
    name,
    orgId,
  }: { readonly personId: PersonId; readonly name: string; readonly orgId: OrgId | null },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`update city.person
    set name = ${name}, org_id = ${orgId}, version = version + 1
    where city_id = ${tx.scope.cityId} and person_id = ${personId} returning version`.execute(tables(tx));
  return rows[0]?.version ?? 1;
}

/** The number lies with the organisation whose scope it follows. */
export async function putPhone(
  tx: Tx,
  {
    personId,
    orgId,
    phone,
  }: { readonly personId: PersonId; readonly orgId: OrgId | null; readonly phone: string | null },
): Promise<void> {
  const city = tx.scope.cityId;
  if (phone === null) {
    await sql`delete from city.person_contact where city_id = ${city} and person_id = ${personId}`.execute(
      tables(tx),
    );
    return;
  }
  await sql`insert into city.person_contact (city_id, person_id, org_id, phone)
    values (${city}, ${personId}, ${orgId}, ${phone})
    on conflict (city_id, person_id) do update set phone = excluded.phone, org_id = excluded.org_id`.execute(
    tables(tx),
  );
}

export type PostRow = {
  readonly postId: PostId;
  readonly orgId: OrgId;
  readonly title: string;
  readonly officialOrder: number;
  readonly validTo: PlainDate | null;
  readonly version: number;
};

const postColumns = sql`post_id as "postId", org_id as "orgId", title, official_order as "officialOrder",
  valid_to as "validTo", version`;

export async function listPosts(tx: Tx, orgId: OrgId): Promise<PostRow[]> {
  const { rows } = await sql<PostRow>`select ${postColumns} from city.post
    where city_id = ${tx.scope.cityId} and org_id = ${orgId} order by official_order, title`.execute(
    tables(tx),
  );
  return rows;
}

export async function findPost(tx: Tx, postId: PostId): Promise<PostRow | undefined> {
  const { rows } = await sql<PostRow>`select ${postColumns} from city.post
    where city_id = ${tx.scope.cityId} and post_id = ${postId}`.execute(tables(tx));
  return rows[0];
}

export async function putPost(tx: Tx, post: Omit<PostRow, 'version'>): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into city.post as kept (city_id, post_id, org_id, title, official_order, valid_to)
    values (${tx.scope.cityId}, ${post.postId}, ${post.orgId}, ${post.title}, ${post.officialOrder}, ${post.validTo})
    on conflict (city_id, post_id) do update set title = excluded.title, official_order = excluded.official_order,
      valid_to = excluded.valid_to, version = kept.version + 1 returning version`.execute(tables(tx));
  return rows[0]?.version ?? 1;
}

export type AppointmentRow = {
  readonly appointmentId: AppointmentId;
  readonly personId: PersonId;
  readonly postId: PostId;
  readonly title: string;
  readonly orgId: OrgId;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate | null;
};

const appointmentColumns = sql`a.appointment_id as "appointmentId", a.person_id as "personId", a.post_id as "postId",
  t.title, t.org_id as "orgId", a.from_on as "fromOn", a.to_on as "toOn"`;
const fromAppointment = sql`city.appointment a
  join city.post t on t.city_id = a.city_id and t.post_id = a.post_id`;

export async function listAppointments(tx: Tx, personIds: readonly PersonId[]): Promise<AppointmentRow[]> {
  const { rows } = await sql<AppointmentRow>`select ${appointmentColumns} from ${fromAppointment}
    where a.city_id = ${tx.scope.cityId} and a.person_id = any (${personIds}::uuid[])
    order by a.from_on, a.appointment_id`.execute(tables(tx));
  return rows;
}

export async function findAppointment(tx: Tx, id: AppointmentId): Promise<AppointmentRow | undefined> {
  const { rows } = await sql<AppointmentRow>`select ${appointmentColumns} from ${fromAppointment}
    where a.city_id = ${tx.scope.cityId} and a.appointment_id = ${id} for update of a`.execute(tables(tx));
  return rows[0];
}

export async function insertAppointment(
  tx: Tx,
  one: Pick<AppointmentRow, 'appointmentId' | 'personId' | 'postId' | 'fromOn'>,
): Promise<void> {
  await sql`insert into city.appointment (city_id, appointment_id, person_id, post_id, from_on)
    values (${tx.scope.cityId}, ${one.appointmentId}, ${one.personId}, ${one.postId}, ${one.fromOn})`.execute(
    tables(tx),
  );
}

export async function closeAppointment(tx: Tx, id: AppointmentId, toOn: PlainDate): Promise<void> {
  await sql`update city.appointment set to_on = ${toOn}
    where city_id = ${tx.scope.cityId} and appointment_id = ${id}`.execute(tables(tx));
}
