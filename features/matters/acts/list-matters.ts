import { type City, ensureMay } from '#access';
import { instantOf, listMatters, type MatterFilter } from '#engines/matters';
import type { InputOf } from '#http';
import { pageWindow } from '#http/client';
import { firstDayOf, lastDayOf } from '#kernel/month';
import type { listMatters as route } from '../contract.ts';
import { matterLines } from './matter-lines.ts';

type Asked = Omit<InputOf<typeof route>, 'page' | 'pageSize'>;

export async function listedMatters(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'matter.view');
  const { page, pageSize, limit, offset } = pageWindow(input);
  const { rows, total } = await listMatters(city, filterOf(city, input), { limit, offset });
  return { rows: await matterLines(city, rows), total, page, pageSize, now: instantOf(city) };
}

/** What is asked on the screen as what the engine looks for. */
export function filterOf(city: City, asked: Asked): MatterFilter {
  const { kinds, states, levels, lead, mine, projectId, open, overdue, dueInDays, openedMonth, words } =
    asked;
  const { actor } = city;
  const now = instantOf(city);
  const leads = [...(lead ? [lead as string] : []), ...(mine === 'lead' && !lead ? actor.holders : [])];
  const isDated = overdue === true || dueInDays !== undefined;
  return {
    ...{ kinds, states, levels },
    lead: lead || mine === 'lead' ? leads : undefined,
    seated: mine === 'seated' ? actor.holders : undefined,
    raisedBy: mine === 'raised' ? actor.accountId : undefined,
    projectIds: projectId ? [projectId] : undefined,
    open: isDated ? true : open,
    overdueAt: overdue ? now : undefined,
    dueBefore: dueInDays === undefined ? undefined : new Date(now.getTime() + dueInDays * 86_400_000),
    openedFrom: openedMonth ? firstDayOf(openedMonth) : undefined,
    openedTo: openedMonth ? lastDayOf(openedMonth) : undefined,
    words,
  };
}
