import { audit, type City, ensureMay } from '#access';
import {
  cleanName,
  getOrganisation,
  listOrganisations,
  normalName,
  type Organisation,
  type OrgId,
} from '#engines/registry';
import type { InputOf } from '#http';
import { newId } from '#kernel/id';
import { ensure } from '#kernel/refusal';
import type { addOrganisation as addRoute, editOrganisation as editRoute } from '../contract.ts';
import '../refusals.ts';
import * as store from '../store/organisation.ts';
import { line } from './read-organisations.ts';

export async function addOrganisation(city: City, input: InputOf<typeof addRoute>): Promise<OrgId> {
  ensureMay(city, 'organisation.edit', {});
  const { tx, today, actor } = city;
  const { kind, code = null, parentId, officialOrder, aliases = [], reason = null } = input;
  await getOrganisation(city, parentId);
  const name = cleanName(input.name);
  const orgId = newId<'organisation'>();
  const fields = {
    ...{ kind, code, name, parentId, officialOrder, validTo: null, successorId: null },
    shortName: cleanName(input.shortName ?? name),
  };
  await ensureFree(city, orgId, [name, fields.shortName, ...aliases]);
  await store.insertOrganisation(tx, { ...fields, orgId, slug: `x-${orgId}` });
  await store.putSpellings(tx, orgId, spellingsOf(name, [fields.shortName, ...aliases]));
  const after = { ...fields, aliases };
  const change = { version: 1, before: null, after, reason, onDay: today, actorId: actor.accountId };
  await store.addChange(tx, orgId, change);
  await audit(city, {
    action: 'organisation.edit',
    object: 'organisation',
    objectId: orgId,
    details: { name, reason },
  });
  return orgId;
}

/** A former name stays known as an alias, so that older workbooks are still read. */
export async function editOrganisation(city: City, input: InputOf<typeof editRoute>): Promise<number> {
  ensureMay(city, 'organisation.edit', {});
  const { tx, today, actor } = city;
  const { id, version, reason } = input;
  await store.lockOrganisation(tx, id);
  const now = await getOrganisation(city, id);
  const { name: called, version: current } = now;
  ensure(current === version, 'organisation.stale', { name: called, version, current, now: line(now) });
  const fields = {
    ...{ kind: now.kind, code: now.code },
    name: cleanName(input.name ?? now.name),
    shortName: cleanName(input.shortName ?? now.shortName),
    parentId: input.parentId === undefined ? now.parentId : input.parentId,
    officialOrder: input.officialOrder ?? now.officialOrder,
    validTo: input.validTo === undefined ? now.validTo : input.validTo,
    successorId: input.successorId === undefined ? now.successorId : input.successorId,
  };
  await ensureAbove(city, now, fields.parentId);
  const aliases = await keepSpellings(city, now, fields, input.aliases);
  const saved = await store.updateOrganisation(tx, id, fields);
  const before = { ...pick(now), aliases: now.aliases };
  const after = { ...fields, aliases };
  await store.addChange(tx, id, {
    version: saved,
    before,
    after,
    reason,
    onDay: today,
    actorId: actor.accountId,
  });
  await audit(city, {
    action: 'organisation.edit',
    object: 'organisation',
    objectId: id,
    details: { name: fields.name, reason },
  });
  return saved;
}

async function keepSpellings(
  city: City,
  now: Organisation,
  fields: { readonly name: string; readonly shortName: string },
  asked: readonly string[] | undefined,
): Promise<string[]> {
  const { tx } = city;
  const own = await store.listSpellings(tx, [], now.orgId);
  const renamed = fields.name === now.name ? [] : [now.name];
  const wanted = [...(asked ?? now.aliases), ...renamed, fields.shortName].map(cleanName);
  const kept = new Set([fields.name, ...wanted].map(normalName));
  const gone = own.filter((one) => !kept.has(one.normal));
  const ofPack = gone.find((one) => one.source === 'pack');
  ensure(!ofPack, 'organisation.alias_of_pack', { alias: ofPack?.alias });
  const known = new Set(own.filter((one) => one.source === 'pack').map((one) => one.normal));
  const added = wanted.filter((one) => !known.has(normalName(one)));
  await ensureFree(city, now.orgId, [fields.name, ...added]);
  await store.removeSpellings(
    tx,
    gone.map((one) => one.normal),
  );
  await store.putSpellings(tx, now.orgId, spellingsOf(fields.name, added));
  return [...new Set(wanted)].filter((one) => normalName(one) !== normalName(fields.name)).sort();
}

/** One spelling names one organisation. */
async function ensureFree(city: City, orgId: OrgId, spellings: readonly string[]): Promise<void> {
  const taken = await store.listSpellings(city.tx, spellings.map(normalName));
  const other = taken.find((one) => one.orgId !== orgId);
  if (!other) return;
  const { name } = await getOrganisation(city, other.orgId);
  ensure(false, 'organisation.name_taken', { alias: other.alias, other: name });
}

/** An organisation cannot lie below itself. */
async function ensureAbove(city: City, now: Organisation, parentId: OrgId | null): Promise<void> {
  const parents = new Map((await listOrganisations(city)).map((one) => [one.orgId, one.parentId]));
  ensure(parentId === null || parents.has(parentId), 'organisation.not_found');
  for (let at: OrgId | null | undefined = parentId; at; at = parents.get(at))
    ensure(at !== now.orgId, 'organisation.parent_below', { name: now.name });
}

function spellingsOf(name: string, aliases: readonly string[]) {
  const spelling = (alias: string, source: 'name' | 'screen') => ({
    alias,
    normal: normalName(alias),
    source,
  });
  const all = [...aliases.map((alias) => spelling(cleanName(alias), 'screen')), spelling(name, 'name')];
  return [...new Map(all.map((one) => [one.normal, one])).values()];
}

function pick(one: Organisation): store.OrganisationFields {
  const { kind, code, name, shortName, parentId, officialOrder, validTo, successorId } = one;
  return { kind, code, name, shortName, parentId, officialOrder, validTo, successorId };
}
