import { type City, ensureMay, may } from '#access';
import type { Id } from '#kernel/id';
import { ensure } from '#kernel/refusal';
import { difference, linesOf } from '../domain/difference.ts';
import { latest, type Overlay, stateOn, stepOf } from '../domain/overlay.ts';
import { packOn } from './pack-on.ts';
import { kindOf, sectionOfFile } from './section-of-file.ts';
import '../refusals.ts';
import { listOverlays } from '../store/overlay.ts';
import { checkText, shippedText } from './check-text.ts';
import { overlayLine } from './overlay-line.ts';
import { wrote } from './settle-overlay.ts';

/** One change with its checks made anew, compared with what stands without it on its day. */
export async function viewOverlay(city: City, id: Id<'overlay'>) {
  ensureMay(city, 'overlay.view', {});
  const all = await listOverlays(city.tx);
  const overlay = all.find(({ overlayId }) => overlayId === id);
  ensure(overlay, 'overlay.not_found');
  const { file, revisions, steps } = overlay;
  const section = sectionOfFile(city.pack, file);
  const { content, base, effectiveFrom: day } = latest(overlay);
  const others = all.filter((one) => one !== overlay);
  const { after: _, ...checked } = checkText(city, { file, content, day, section, others });
  const unfit = packOn(city.pack, all, city.today).unfit.some((one) => one.overlay === overlay);
  const hindrance = hindranceOf(city, overlay, checked.problems.length, checked.difference.length);
  const state = stateOn(overlay, all, city.today);
  const approves = may(city.actor, 'overlay.approve', { state: kindOf(section) });
  const own = wrote(overlay, city.actor.accountId);
  const live = !stepOf(overlay, 'withdraw');
  return {
    overlay: overlayLine(city, overlay, all, unfit),
    content,
    ...{ ...checked, problems: [...checked.problems] },
    drift: difference(linesOf(base), linesOf(shippedText(city.pack, file))),
    revisions: revisions.map(({ number, byName, at, effectiveFrom, reason, basis }) => ({
      ...{ number, byName, at, effectiveFrom, reason, basis },
    })),
    steps: steps.map(({ act, byName, at, fromOn, reason }) => ({ act, byName, at, fromOn, reason })),
    may: {
      edit: state === 'draft' && may(city.actor, 'overlay.propose', { state: kindOf(section) }),
      approve: state === 'draft' && approves && hindrance === null,
      withdraw: live && (state === 'draft' ? own || approves : approves && !own),
    },
    hindrance: state === 'draft' && approves ? hindrance : null,
  };
}

function hindranceOf(city: City, overlay: Overlay, faults: number, changed: number): string | null {
  if (wrote(overlay, city.actor.accountId)) return '您起草或修改过这项改动，须由另一人批准';
  if (faults > 0) return `还有 ${faults} 处错误，改正后才能批准`;
  if (changed === 0) return '与现行内容相同，没有需要批准的改动';
  if (latest(overlay).effectiveFrom < city.today) return '生效日已过，请先改为今天或以后的日期';
  return null;
}
