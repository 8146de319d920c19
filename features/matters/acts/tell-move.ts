import type { City } from '#access';
import { type HeldMatter, matterKind, type Seat } from '#engines/matters';
import { type Addressee, defineTellingKinds, type Telling, tellAll } from '#telling';
import { turnOf } from '../domain/turn.ts';
import { holderNames } from '../store/names.ts';

defineTellingKinds({
  'matter.assigned': '交办、转办给本单位的事项',
  'matter.moved': '轮到本单位办理的事项',
  'matter.returned': '退回重办的事项',
  'matter.closed': '事项办结',
});

type Kind = 'matter.assigned' | 'matter.moved' | 'matter.returned' | 'matter.closed';

/**
 * Those whose move it is now hear of it in the transaction of what happened. Under one version each account hears once,
 * of what concerns it most: that it was given the matter, that its work came back, that the matter is closed, or that it
 * is its turn.
 */
export async function tellMove(city: City, before: HeldMatter | undefined, after: HeldMatter): Promise<void> {
  const { matter } = after;
  const definition = matterKind(after.row.kind);
  const isGiven = matter.lead !== undefined && matter.lead !== before?.matter.lead;
  const isBack = before !== undefined && matter.redos > before.matter.redos;
  const isClosed = matter.closedAt !== undefined && !before?.matter.closedAt;
  const hasMoved = before === undefined || before.matter.state !== matter.state;
  const told: readonly Seat[] = isGiven || isBack ? ['lead'] : [];
  const turn = turnOf(definition, matter).filter((seat) => !told.includes(seat));
  const said = await Promise.all([
    isGiven ? saying(city, after, 'matter.assigned', ['lead']) : [],
    isBack ? saying(city, after, 'matter.returned', ['lead']) : [],
    isClosed ? saying(city, after, 'matter.closed', ['raiser', 'lead']) : [],
    hasMoved && !isClosed ? saying(city, after, 'matter.moved', turn) : [],
  ]);
  await tellAll(city, said.flat());
}

async function saying(city: City, held: HeldMatter, kind: Kind, seats: readonly Seat[]): Promise<Telling[]> {
  const to = (await Promise.all(seats.map((seat) => addressees(city, held, seat)))).flat();
  if (to.length === 0) return [];
  const { row } = held;
  const definition = matterKind(row.kind);
  const state = definition.states[row.state] ?? row.state;
  return [
    {
      ...{ key: `matter ${row.matterId} v${row.version} ${kind}`, to, kind },
      title: `${definition.text}${row.number}${words[kind]}`,
      text: `${row.title}：现在是“${state}”。${row.urgent ? '请紧急办理。' : ''}`,
      about: { object: 'matter', objectId: row.matterId, path: `/matters/${row.matterId}` },
      urgency: row.urgent ? 'urgent' : 'normal',
    },
  ];
}

const words: Readonly<Record<Kind, string>> = {
  'matter.assigned': '请您单位牵头办理',
  'matter.moved': '等待您单位办理',
  'matter.returned': '退回重办',
  'matter.closed': '已办结',
};

/** Nobody presses a leader: that seat hears of nothing here. */
async function addressees(city: City, { row }: HeldMatter, seat: Seat): Promise<Addressee[]> {
  switch (seat) {
    case 'lead':
      if (row.lead) return [await holder(city, row.lead)];
      return [...row.districts.map((org) => ({ org })), { role: 'coordinator-clerk' }];
    case 'support':
      return row.support.map((org) => ({ org }));
    case 'raiser':
      // Whoever raised it without an account follows it by its number and code.
      if (row.source === 'portal') return [];
      return [row.raiser ? await holder(city, row.raiser) : { account: row.raisedBy }];
    case 'district':
      return row.districts.map((org) => ({ org }));
    case 'coordinator':
      return [{ role: 'coordinator-clerk' }, { role: 'coordinator-section-head' }];
    case 'government-office':
    case 'supervision-office':
      return [{ role: seat }];
    case 'leader':
    case 'system':
      return [];
  }
}

async function holder(city: City, id: string): Promise<Addressee> {
  const kind = (await holderNames(city.tx, [id])).get(id)?.kind;
  return kind === 'person' ? { person: id } : { org: id };
}
