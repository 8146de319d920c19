import type { City } from '#access';
import type { PlainDate } from '#kernel/plain-date';
import { sectionOf } from '#pack';
import { type ListDefinition, openListBook } from '../domain/list.ts';
import { listsSection } from '../sections/lists.ts';
import { countMembers, type ListedProject, listMembersAsOf, readListsOn } from '../store/membership.ts';

/** The list as it stood on a day, every project with the basis and the verdict it entered with. */
export async function listAsOf(
  city: City,
  about: { readonly list: string; readonly year: number; readonly asOf: PlainDate },
): Promise<ListedProject[]> {
  const list = openListBook(sectionOf(city.pack, listsSection)).named(about.list);
  return listMembersAsOf(city.tx, { ...about, list: list.id });
}

export type ListSummary = {
  readonly list: ListDefinition;
  readonly projects: number;
  /** On the list though the entry rule did not admit them, or not provably. */
  readonly contested: number;
};

/** Every list of the year in the pack's order, with its size on a day. */
export async function listSummaries(city: City, year: number, asOf: PlainDate): Promise<ListSummary[]> {
  const counts = new Map((await countMembers(city.tx, year, asOf)).map((one) => [one.listId, one]));
  return openListBook(sectionOf(city.pack, listsSection))
    .inYear(year)
    .map((list) => {
      const { projects = 0, contested = 0 } = counts.get(list.id) ?? {};
      return { list, projects, contested };
    });
}

/** The lists of the pack each project is on, on a day, in the pack's order. */
export async function listsByProject(
  city: City,
  year: number,
  asOf: PlainDate,
): Promise<Map<string, string[]>> {
  const members = Map.groupBy(await readListsOn(city.tx, { year, asOf }), ({ listId }) => listId);
  const found = new Map<string, string[]>();
  for (const { id } of openListBook(sectionOf(city.pack, listsSection)).inYear(year)) {
    for (const { projectId } of members.get(id) ?? []) {
      const lists = found.get(projectId);
      if (lists) lists.push(id);
      else found.set(projectId, [id]);
    }
  }
  return found;
}
