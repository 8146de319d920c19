import { Link } from 'wouter';
import { whoAmI } from '#features/identity';
import { listMilestones } from '#features/milestones';
import { responsibilityGaps } from '#features/projects';
import { listRules } from '#features/rules';
import { listStarts } from '#features/starts';
import { unreconciledTargets } from '#features/targets';
import { planWindows } from '#features/year';
import { Empty, Loading, Panel, useRoute } from '#ui';
import type { DeskView } from '../contract.ts';
import { texts } from '../texts.ts';

/** What is missing or waits for somebody to look, in the reader's projects: one line each, leading to its rows. */
export function Attention({ view }: { readonly view: DeskView }) {
  const year = Number((view.reds.month ?? view.today).slice(0, 4));
  const gaps = useRoute(responsibilityGaps, { year, countsOnly: true });
  const starts = useRoute(listStarts, { year, countsOnly: true });
  const milestones = useRoute(listMilestones, { view: 'late' });
  const targets = useRoute(unreconciledTargets, { year });
  const me = useRoute(whoAmI, {}).data;
  const may = (action: string) => me?.actions.includes(action) ?? false;
  const rules = useRoute(listRules, {}, { enabled: may('overlay.approve') });
  const windows = useRoute(planWindows, { year }, { enabled: may('plan-window.approve') });
  const drafts = (rules.data?.overlays ?? []).filter(
    ({ state, authors }) => state === 'draft' && !authors.includes(me?.name ?? ''),
  ).length;
  const closed = (windows.data?.windows ?? []).filter(({ state }) => state === 'closed').length;
  const { unpermitted = 0, 'to-check': toCheck = 0 } = starts.data?.counts ?? {};
  const late = milestones.data?.counts.late ?? 0;
  const apart = (targets.data?.rows ?? []).filter((row) => row.difference !== null).length;
  const lines = [
    ...(gaps.data?.kinds ?? []).map(({ id, name, count }) => ({
      ...{ key: id, to: '/watch', count, text: texts.gapsOf(name, count) },
    })),
    { key: 'unpermitted', to: '/starts', count: unpermitted, text: texts.unpermitted(unpermitted) },
    { key: 'to-check', to: '/starts', count: toCheck, text: texts.toCheck(toCheck) },
    { key: 'late', to: '/milestones', count: late, text: texts.lateMilestones(late) },
    { key: 'drafts', to: '/rules', count: drafts, text: texts.draftsToApprove(drafts) },
    { key: 'windows', to: '/year', count: closed, text: texts.windowsToApprove(closed) },
    { key: 'apart', to: '/targets', count: apart, text: texts.unreconciled(apart) },
  ].filter((line) => line.count > 0);
  const loading = [gaps, starts, milestones, targets].some((one) => one.isPending);
  return (
    <Panel title={texts.attention}>
      {lines.length === 0 && loading ? <Loading rows={2} /> : null}
      {lines.length === 0 && !loading ? <Empty why={texts.nothingMissing} /> : null}
      <ul className="desk-list">
        {lines.map(({ key, to, text }) => (
          <li key={key}>
            <Link href={to}>{text}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
