import { type City, ensureMay, may } from '#access';
import { listAsOf, listSummaries, listsSection, openListBook } from '#engines/registry';
import type { PlainDate } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import { membersOf } from './members-of.ts';
import { headMaker, listDay } from './year-lists.ts';

type Asked = {
  readonly list: string;
  readonly year: number;
  readonly asOf?: PlainDate | undefined;
};

/** The list as it stood on a day. A list the pack does not have in that year is shown with no rule to speak of. */
export async function listMembers(city: City, { list: spelling, year, asOf }: Asked) {
  ensureMay(city, 'list.view', {});
  const list = openListBook(sectionOf(city.pack, listsSection)).named(spelling);
  const day = listDay(city, year, asOf);
  const head = await headMaker(city);
  const summary = (await listSummaries(city, year, day)).find((one) => one.list.id === list.id);
  const members = await listAsOf(city, { list: list.id, year, asOf: day });
  return {
    year,
    asOf: day,
    list: head(summary ?? { list, projects: members.length, contested: 0 }),
    rows: await membersOf(city, year, members),
    mayEdit: may(city.actor, 'list.add', {}),
  };
}

/** On a list of the year though its rule did not admit them, or could not tell. */
export async function listMismatches(city: City, { year, asOf }: Omit<Asked, 'list'>) {
  ensureMay(city, 'list.view', {});
  const day = listDay(city, year, asOf);
  const rows = [];
  for (const { list, contested } of await listSummaries(city, year, day)) {
    if (contested === 0) continue;
    const members = await listAsOf(city, { list: list.id, year, asOf: day });
    const odd = members.filter(({ verdict }) => verdict === 'not-met' || verdict === 'unknown');
    for (const member of await membersOf(city, year, odd)) {
      rows.push({ ...member, list: list.shortName, listId: list.id });
    }
  }
  return { year, asOf: day, rows };
}
