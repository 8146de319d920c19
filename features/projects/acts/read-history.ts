import { type City, ensureMay } from '#access';
import { getProject, type ProjectId, projectHistory } from '#engines/registry';
import type { PlainDate } from '#kernel/plain-date';
import { changeWords, partsOf } from '../domain/change-words.ts';
import { actNames } from '../texts.ts';
import { accountNames, cityWords } from './city-words.ts';
import { mayDo } from './project-target.ts';

/** Who changed what, newest first; the parts of one save stand together. Outside the reader's scope nothing. */
export async function readHistory(city: City, id: ProjectId) {
  ensureMay(city, 'project.view', {});
  const view = await getProject(city, id);
  if (!mayDo(city, 'project.view-detail', view)) return [];
  const { links } = view;
  const words = await cityWords(city);
  const others = new Map<string, string>(
    links.flatMap((link) => [
      [link.otherId, `${link.otherNumber} ${link.otherName}`],
      [link.projectId, `${link.otherNumber} ${link.otherName}`],
    ]),
  );
  const names = { ...words, project: (other: string) => others.get(other) ?? other };
  const history = await projectHistory(city, id);
  const by = await accountNames(
    city,
    history.map((row) => row.actorId),
  );
  const rows = Map.groupBy(history, (row) => `${row.version} ${row.act}`);
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
