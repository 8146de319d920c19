import { type City, ensureMay, listAccounts, localOperator, maskPhone, may, systemActor } from '#access';
import {
  getOrganisation,
  listOrganisations as listAll,
  type Organisation,
  type OrgId,
} from '#engines/registry';
import type { PlainDate } from '#kernel/plain-date';
import { listChanges, listGroups, listSpellings } from '../store/organisation.ts';
import { listAppointments, listPeople, listPosts } from '../store/person.ts';
import { changeLines } from './change-lines.ts';

export async function listOrganisations(city: City, asOf?: PlainDate) {
  ensureMay(city, 'organisation.view', {});
  const rows = (await listAll(city, asOf ? { asOf } : {})).map(line);
  const groups = (await listGroups(city.tx)).map(({ groupId, name, aliases, members }) => ({
    ...{ groupId, name },
    aliases: [...aliases],
    members: [...members],
  }));
  return { rows, groups, mayEdit: may(city.actor, 'organisation.edit', {}) };
}

export async function readOrganisation(city: City, orgId: OrgId) {
  ensureMay(city, 'organisation.view', {});
  const { tx, actor } = city;
  const organisation = line(await getOrganisation(city, orgId));
  const spellings = await listSpellings(tx, [], orgId);
  const people = await listPeople(tx, orgId);
  const held = Map.groupBy(
    await listAppointments(
      tx,
      people.map((one) => one.personId),
    ),
    (one) => one.personId,
  );
  const target = { holders: [orgId] };
  return {
    organisation,
    packAliases: spellings.filter((one) => one.source === 'pack').map((one) => one.alias),
    posts: (await listPosts(tx, orgId)).map(({ postId, title, officialOrder, validTo, version }) => ({
      ...{ postId, title, officialOrder, validTo, version },
    })),
    people: people.map(({ personId, name, orgId: of, phone, version }) => ({
      ...{ personId, name, orgId: of, version },
      phone: phone && maskPhone(phone),
      posts: (held.get(personId) ?? []).map(({ appointmentId, postId, title, fromOn, toOn }) => ({
        ...{ appointmentId, postId, title, fromOn, toOn },
      })),
    })),
    changes: await changesOf(city, orgId),
    may: {
      edit: may(actor, 'organisation.edit', target),
      editPeople: may(actor, 'person.edit', target),
      revealPhone: may(actor, 'person.reveal-phone', target),
    },
  };
}

async function changesOf(city: City, orgId: OrgId) {
  const people = await listAccounts(city.tx);
  const names = new Map<string, string>([
    ...[localOperator, systemActor].map((one) => [one.accountId, one.name] as const),
    ...people.map((one) => [one.accountId, one.displayName] as const),
  ]);
  const organisations = new Map(
    (await listAll(city)).flatMap((one) => [[one.orgId, one.name] as const, [one.slug, one.name] as const]),
  );
  return (await listChanges(city.tx, orgId)).map(
    ({ before, after, reason, source, actorId, recordedAt }) => ({
      at: recordedAt,
      by: source === 'pack' ? '市包' : (names.get(actorId) ?? actorId),
      reason,
      changes: changeLines(before, after, (id) => organisations.get(id) ?? id),
    }),
  );
}

export function line(one: Organisation) {
  const { orgId, slug, kind, code, name, shortName, parentId, officialOrder, validFrom, validTo } = one;
  const { successorId, aliases, version } = one;
  return {
    ...{ orgId, slug, kind, code, name, shortName, parentId, officialOrder, validFrom, validTo },
    ...{ successorId, version },
    aliases: [...aliases],
  };
}
