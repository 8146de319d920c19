import { audit, type City } from '#access';
import { newId } from '#kernel/id';
import { yearOf } from '#kernel/plain-date';
import { ensure } from '#kernel/refusal';
import { clocksEntered, seatNames } from '../domain/decide.ts';
import type { MatterDefinition, Seat } from '../domain/definition.ts';
import type { EventBy, EventFact, Given } from '../domain/event.ts';
import { cleanGiven, missingFields } from '../domain/given.ts';
import type { MatterId } from '../domain/identity.ts';
import { matterKind } from '../domain/matter-kinds.ts';
import '../domain/refusals.ts';
import { clockRuleFor } from '../domain/kind-rules.ts';
import { matterFacts } from '../domain/matter-facts.ts';
import { type LevelOverride, routeMatter } from '../domain/route.ts';
import { ladderFor } from '../ladders-section.ts';
import { kindRulesOf } from '../matters-section.ts';
import { findBySource } from '../store/find-matters.ts';
import { nextNumber } from '../store/matter-row.ts';
import { type HeldMatter, putNewMatter } from './write-matter.ts';

export type NewMatter = {
  readonly kind: string;
  readonly title: string;
  readonly given: Given;
  readonly projectId?: string | undefined;
  readonly orgId?: string | undefined;
  readonly enterprise?: string | undefined;
  readonly urgent?: boolean | undefined;
  readonly guarded?: boolean | undefined;
  readonly lead?: string | undefined;
  readonly support?: readonly string[] | undefined;
  /** The organisation or person in whose name it is raised; without one, the account that opens it is the raiser. */
  readonly raiser?: string | undefined;
  /** Districts of the project or enterprise: they see the matter. */
  readonly districts?: readonly string[] | undefined;
  /** What the ladder's route asks. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  /** Another level than the route says, with the reason. */
  readonly level?: LevelOverride | undefined;
  /** `hand`, `report`, `light`, `hotline`, `portal`, `meeting` … */
  readonly source: string;
  readonly sourceKey?: string | undefined;
  /** The seat it is opened from. */
  readonly seat: Seat;
};

/** Opens a matter: number, level by the route, clocks of the first state, all in the caller's transaction. */
export async function openMatter(city: City, asked: NewMatter): Promise<HeldMatter> {
  const definition = matterKind(asked.kind);
  const rules = kindRulesOf(city.pack, definition.id);
  ensure(!rules.off, 'matter.kind_off', { kind: definition.text });
  ensure(rules.ownIntake || asked.sourceKey, 'matter.no_own_intake', { kind: definition.text });
  const by = definition.opens.by.map((seat) => seatNames[seat]).join('、');
  ensure(definition.opens.by.includes(asked.seat), 'matter.may_not_open', { kind: definition.text, by });
  const title = asked.title.trim();
  ensure(title, 'matter.no_title');
  ensure(definition.about !== 'project' || asked.projectId, 'matter.no_project', { kind: definition.text });
  const given = checkGiven(definition, asked.given);
  await ensureNew(city, asked);
  const fact = openingFact(city, definition, { ...asked, title, given });
  const serial = await nextNumber(city.tx, definition.id, yearOf(city.today));
  const held = await putNewMatter(
    city,
    {
      ...{ matterId: newId<'Matter'>() as MatterId, kind: definition.id },
      number: `${definition.prefix}-${yearOf(city.today)}-${String(serial).padStart(4, '0')}`,
      ...{
        projectId: asked.projectId ?? null,
        orgId: asked.orgId ?? null,
        enterprise: asked.enterprise ?? null,
      },
      ...{ urgent: asked.urgent ?? false, guarded: asked.guarded ?? false, raisedBy: city.actor.accountId },
      ...{ source: asked.source, sourceKey: asked.sourceKey ?? null, openedOn: city.today },
      districts: [...new Set(asked.districts ?? [])],
      holders: [...new Set(asked.districts ?? [])],
    },
    fact,
    byOf(city, asked.seat),
  );
  await audit(city, {
    ...{ action: 'matter.open', object: 'matter', objectId: held.row.matterId },
    details: { number: held.row.number, kind: definition.id, title, source: asked.source },
  });
  return held;
}

function openingFact(
  city: City,
  definition: MatterDefinition,
  asked: NewMatter,
): Extract<EventFact, { type: 'opened' }> {
  const { title, given, lead, support = [], raiser, facts, level } = asked;
  const ladder = ladderFor(city.pack, definition);
  const routed = ladder
    ? routeMatter(ladder, matterFacts(definition, { given, project: facts }), level)
    : undefined;
  const [state] = Object.keys(definition.states);
  return {
    ...{ type: 'opened', title, given, support },
    ...(lead ? { lead } : {}),
    ...(raiser ? { raiser } : {}),
    ...(routed ? { level: routed.level, levelBasis: routed.basis } : {}),
    starts: startsOf(city, definition, undefined, state!, given),
  };
}

/** The clocks that begin on entering a state, each with the rule of today's pack. */
export function startsOf(
  city: City,
  definition: MatterDefinition,
  from: string | undefined,
  to: string,
  given: Given,
) {
  const rules = kindRulesOf(city.pack, definition.id);
  const facts = matterFacts(definition, { given });
  return Object.fromEntries(
    clocksEntered(definition, from, to).map((clock) => {
      const policy = rules.clocks[clock];
      if (!policy) throw new Error(`${definition.id} has no limit for its clock ${clock}`);
      return [clock, clockRuleFor(policy, facts, city.today)] as const;
    }),
  );
}

export function byOf(city: City, seat: Seat): EventBy {
  const { accountId, name, orgIds } = city.actor;
  const [orgId] = orgIds;
  return { accountId, name, ...(orgId ? { orgId } : {}), seat };
}

function checkGiven(definition: MatterDefinition, asked: Given): Given {
  const { requires, takes = [] } = definition.opens;
  const given = cleanGiven([...requires, ...takes], asked);
  const missing = missingFields(definition, requires, given);
  ensure(missing.length === 0, 'matter.fields_missing', {
    action: `提出${definition.text}`,
    fields: missing.join('、'),
  });
  return given;
}

async function ensureNew(city: City, { kind, source, sourceKey }: NewMatter): Promise<void> {
  if (!sourceKey) return;
  const known = await findBySource(city.tx, kind, source, sourceKey);
  ensure(!known, 'matter.already_taken_in', { sourceKey, number: known?.number });
}
