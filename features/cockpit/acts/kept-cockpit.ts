import { type City, ensureMay } from '#access';
import { snapshotMark } from '#db';
import { readCockpit } from './read-cockpit.ts';

type View = Awaited<ReturnType<typeof readCockpit>>;
type Kept = { readonly mark: string; readonly pack: City['pack']; readonly view: View };

/** By reader: what one may see is never another's. */
const kept = new Map<string, Kept>();
const most = 200;

/**
 * A wall asks every minute, a leader all day, and between two writes the answer is the same: it is kept as long as the
 * database shows the very rows it was made from.
 */
export async function keptCockpit(city: City, { meeting }: { meeting: boolean }): Promise<View> {
  ensureMay(city, 'cockpit.view', {});
  const { tx, cityId, actor, pack, today } = city;
  const key = JSON.stringify([cityId, actor.accountId, meeting, today]);
  const mark = await snapshotMark(tx);
  const found = kept.get(key);
  if (found?.mark === mark && found.pack === pack) return found.view;
  const view = await readCockpit(city, { meeting });
  // Statements see what was committed before each of them: only an answer made from one state is kept.
  kept.delete(key);
  if ((await snapshotMark(tx)) === mark) kept.set(key, { mark, pack, view });
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return view;
}
