import type { City } from '#access';
import { type HeldMatter, matterKind } from '#engines/matters';
import { type Addressee, defineTellingKinds, tell } from '#telling';

defineTellingKinds({
  'petition.received': '收到诉求、援助、投诉和来电',
  'petition.raiser-acted': '提出人补充、评价、退回或撤回',
});

/** Intake offices hear of what came in; a call that was sent to a unit at once is told to that unit. */
export async function tellReceived(city: City, { row }: HeldMatter): Promise<void> {
  const kind = matterKind(row.kind).text;
  await say(city, row, 'petition.received', {
    to: row.lead ? [{ org: row.lead }] : intakeOf(row),
    title: row.lead ? `${kind}${row.number}请您单位办理` : `收到${kind}${row.number}，请受理交办`,
  });
}

/** What the raiser did is told to whoever handles it; before anybody does, to the intake. */
export async function tellRaiserActed(city: City, { row }: HeldMatter, did: string): Promise<void> {
  const units = row.lead ? [row.lead, ...row.support].map((org) => ({ org })) : intakeOf(row);
  await say(city, row, 'petition.raiser-acted', {
    to: units,
    title: `${matterKind(row.kind).text}${row.number}提出人${did}`,
  });
}

type Row = HeldMatter['row'];

/** A complaint about a district is not told to that district. */
function intakeOf({ districts }: Row): Addressee[] {
  return [...districts.map((org) => ({ org })), { role: 'coordinator-clerk' as const }];
}

async function say(
  city: City,
  row: Row,
  kind: 'petition.received' | 'petition.raiser-acted',
  { to, title }: { readonly to: readonly Addressee[]; readonly title: string },
): Promise<void> {
  const path = row.lead ? `/matters/${row.matterId}` : `/petitions/${row.matterId}`;
  await tell(city, {
    ...{ key: `matter ${row.matterId} v${row.version} ${kind}`, to, kind, title },
    text: `${row.title}：现在是“${matterKind(row.kind).states[row.state] ?? row.state}”。`,
    about: { object: 'matter', objectId: row.matterId, path },
    urgency: row.urgent ? 'urgent' : 'normal',
  });
}
