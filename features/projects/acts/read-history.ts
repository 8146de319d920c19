import type { City } from '#access';
import { type ProjectId, projectHistory } from '#engines/registry';
import type { PlainDate } from '#kernel/plain-date';
import { changeWords, partsOf } from '../domain/change-words.ts';
import { actNames } from '../texts.ts';
import { accountNames, cityWords } from './city-words.ts';
import { projectFor } from './project-target.ts';

/** Who changed what, newest first; the parts of one save stand together. */
export async function readHistory(city: City, id: ProjectId) {
  const { links } = await projectFor(city, 'project.view-detail', id);
  const words = await cityWords(city);
  const by = await accountNames(city);
  const others = new Map<string, string>(
    links.flatMap((link) => [
      [link.otherId, `${link.otherNumber} ${link.otherName}`],
      [link.projectId, `${link.otherNumber} ${link.otherName}`],
    ]),
  );
  const names = { ...words, project: (other: string) => others.get(other) ?? other };
  const rows = Map.groupBy(await projectHistory(city, id), (row) => `${row.version} ${row.act}`);
  return [...rows.values()].flatMap((parts) => {
    const [first] = parts;
    if (!first) return [];
    const { version, act, actorId, recordedAt, onDay, reason } = first;
    const changes = parts
      .toReversed()
      .flatMap(partsOf)
      .flatMap((part) => changeWords(part, names));
    return [
      {
        ...{ version, reason, changes },
        act: actNames[act] ?? act,
        by: by(actorId),
        at: recordedAt,
        onDay: onDay as PlainDate,
      },
    ];
  });
}
