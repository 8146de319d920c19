import { audit, type City } from '#access';
import { openMatter } from '#engines/matters';
import type { InputOf } from '#http';
import { newId } from '#kernel/id';
import { ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import { defineTellingKinds, tell } from '#telling';
import type { DraftMeasure, issueDocument as route } from '../contract.ts';
import type { Cadence } from '../domain/cadence.ts';
import { measuresSection } from '../measures-section.ts';
import { type DocumentRow, setIssued } from '../store/document.ts';
import { insertMeasure } from '../store/measure.ts';
import { readResponses } from '../store/response.ts';
import { aboutDocument, ensureReady } from './consult.ts';
import { heldDocument } from './hold-document.ts';
import { unitsIn } from './review.ts';

defineTellingKinds({ 'policy-document.issued': '任务分解表印发' });

/** The sheet goes out: every measure of it becomes a matter with its seats and clocks. */
export async function issueDocument(city: City, { id, version }: InputOf<typeof route>) {
  const row = await heldDocument(city, 'policy-document.review', { id, version });
  ensure(row.state === 'consulting' && row.consultUntil, 'policy_document.not_consulting');
  ensureReady(row);
  await ensureHeard(city, row, row.consultUntil);
  const kept = row.review.measures.filter(({ dropped }) => dropped === null);
  const { cadence } = sectionOf(city.pack, measuresSection).report;
  for (const [index, measure] of kept.entries())
    await track(city, row, measure, { position: index + 1, cadence });
  await setIssued(city.tx, id, { by: city.actor.name, on: city.today });
  const units = unitsIn(row.review);
  await tell(city, {
    ...{
      key: `policy-document ${id} issued`,
      to: units.map((org) => ({ org })),
      kind: 'policy-document.issued',
    },
    ...{ title: '任务分解表已印发', urgency: 'normal', about: aboutDocument(id) },
    text: `《${row.title}》任务分解表已印发，请牵头单位按期分解任务、报告进展。`,
  });
  await audit(city, {
    ...{ action: 'policy-document.issue', object: 'policy-document', objectId: id },
    details: { title: row.title, measures: kept.length, units: units.length },
  });
  return { version: row.version + 1, measures: kept.length };
}

/** Every objection is answered, and every unit spoke or its time is over. */
async function ensureHeard(city: City, { documentId, review }: DocumentRow, until: string): Promise<void> {
  const responses = await readResponses(city.tx, documentId);
  const open = responses.filter(({ agrees, answer }) => !agrees && answer === null);
  ensure(open.length === 0, 'policy_document.objections_open', { count: open.length });
  const spoke = new Set(responses.map(({ orgId }) => orgId));
  const silent = unitsIn(review).filter((orgId) => !spoke.has(orgId));
  ensure(silent.length === 0 || city.today > until, 'policy_document.consultation_runs', {
    ...{ until, count: silent.length },
  });
}

async function track(
  city: City,
  { documentId, title: named, docNumber }: DocumentRow,
  { no, chapter, title, lead, support, targets, dueOn, cadence: own }: DraftMeasure,
  { position, cadence }: { readonly position: number; readonly cadence: Cadence },
): Promise<void> {
  const measureId = newId<'policyMeasure'>();
  const leads = [...new Set(lead.flatMap(({ orgs }) => orgs))];
  const supports = [...new Set(support.flatMap(({ orgs }) => orgs))].filter((one) => !leads.includes(one));
  // Where the document names no lead, the unit it lists first answers for the measure.
  const [first, ...others] = [...leads, ...supports];
  const said = [title, ...targets.map(({ phrase }) => phrase)].join('\n');
  const rhythm = own ?? cadence;
  const held = await openMatter(city, {
    ...{ kind: 'measure', title: `${no}${title}`.slice(0, 200), seat: 'system', source: 'policy' },
    ...{ sourceKey: measureId, lead: first, support: others },
    given: {
      ...{ content: said, document: docNumber ? `${named}（${docNumber}）` : named, cadence: rhythm },
      ...(dueOn ? { dueDay: dueOn } : {}),
    },
  });
  await insertMeasure(city.tx, {
    ...{ documentId, measureId, matterId: held.row.matterId, position, no, chapter, title },
    ...{ lead: leads, support: supports, targets, dueOn, cadence: rhythm },
  });
}
