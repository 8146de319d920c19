import { audit, type City, ensureNotSecret } from '#access';
import { calendarOf } from '#calendar';
import type { InputOf } from '#http';
import { addWorkingDays } from '#kernel/calendar';
import { newId } from '#kernel/id';
import { ensure, refuse } from '#kernel/refusal';
import { sectionOf } from '#pack';
import { defineTellingKinds, tell } from '#telling';
import type {
  answerResponse as answerRoute,
  consultUnits as consultRoute,
  respond as respondRoute,
} from '../contract.ts';
import { draftFaults, taughtNames } from '../domain/draft-faults.ts';
import { measuresSection } from '../measures-section.ts';
import { type DocumentRow, setConsulting } from '../store/document.ts';
import { answerRow, insertResponse, readResponses } from '../store/response.ts';
import { teachName } from '../store/teach-name.ts';
import { cityUnits } from './city-units.ts';
import { heldDocument, seenDocument } from './hold-document.ts';
import { unitsIn } from './review.ts';

defineTellingKinds({
  'policy-document.consult': '任务分解表征求意见',
  'policy-document.answered': '对任务分解表的异议有了答复',
});

/** A person confirms what was reviewed: from here on it counts, its spellings are known, and the units are asked. */
export async function consultUnits(city: City, { id, version }: InputOf<typeof consultRoute>) {
  const row = await heldDocument(city, 'policy-document.review', { id, version });
  ensure(row.state === 'review', 'policy_document.not_in_review');
  ensureReady(row);
  const taught = await teach(city, row);
  const units = unitsIn(row.review);
  const { limit } = sectionOf(city.pack, measuresSection).consultation;
  const until = addWorkingDays(await calendarOf(city), city.today, limit).day;
  await setConsulting(city.tx, id, { by: city.actor.name, at: city.now, until, units });
  await tell(city, {
    ...{
      key: `policy-document ${id} consult`,
      to: units.map((org) => ({ org })),
      kind: 'policy-document.consult',
    },
    ...{ title: '任务分解表征求意见', urgency: 'normal', about: aboutDocument(id) },
    text: `《${row.title}》任务分解表中有您单位的任务，请于${until}前表示无异议或提出异议。`,
  });
  await audit(city, {
    ...{ action: 'policy-document.confirm', object: 'policy-document', objectId: id },
    details: { title: row.title, version: row.version, until, units: units.length, taught },
  });
  return { version: row.version + 1, until, taught };
}

export function aboutDocument(id: string) {
  return { object: 'policy-document', objectId: id, path: `/policy-documents/${id}` };
}

export function ensureReady({ review }: Pick<DocumentRow, 'review'>): void {
  const faults = draftFaults(review);
  ensure(faults.length === 0, 'policy_document.faults', { count: faults.length, first: faults[0]?.text });
}

/** Corrections of unit names are kept: the next document that spells them so is read right. */
async function teach(city: City, { review }: Pick<DocumentRow, 'review'>): Promise<string[]> {
  const taught: string[] = [];
  for (const [name, orgId] of taughtNames(review))
    if (await teachName(city.tx, name, orgId)) taught.push(name);
  return taught;
}

/** A unit of the sheet agrees, or objects with a reason, within the limit. */
export async function respond(city: City, input: InputOf<typeof respondRoute>) {
  const { id, orgId, agrees, measureKey = null } = input;
  const row = await seenDocument(city, 'policy-document.respond', id);
  ensure(row.state === 'consulting' && row.consultUntil, 'policy_document.not_consulting');
  ensure(city.today <= row.consultUntil, 'policy_document.consultation_over', { until: row.consultUntil });
  const isOwn = row.units.includes(orgId) && city.actor.holders.includes(orgId);
  ensure(isOwn, 'policy_document.not_in_sheet');
  const text = input.text?.trim() || null;
  ensure(agrees || text, 'policy_document.objection_empty');
  const known = measureKey === null || row.review.measures.some(({ key }) => key === measureKey);
  ensure(known, 'policy_document.no_such_measure');
  ensureNotSecret({ text: text ?? '' });
  await insertResponse(city.tx, id, {
    ...{ responseId: newId(), orgId, agrees, measureKey, text, account: city.actor.accountId },
    ...{ by: city.actor.name, at: city.now },
  });
  await audit(city, {
    ...{ action: 'policy-document.respond', object: 'policy-document', objectId: id },
    details: { orgId, agrees, measureKey },
  });
}

export async function answerResponse(city: City, input: InputOf<typeof answerRoute>) {
  const { id, responseId, accepted, answer } = input;
  const row = await heldDocument(city, 'policy-document.review', { id, version: undefined });
  ensure(row.state === 'consulting', 'policy_document.not_consulting');
  const found = (await readResponses(city.tx, id)).find(
    (one) => one.responseId === responseId && !one.agrees,
  );
  if (!found) refuse('policy_document.no_such_response');
  ensure(found.answer === null, 'policy_document.answered', { by: found.answeredBy });
  ensureNotSecret({ text: answer });
  const { name } = city.actor;
  await answerRow(city.tx, id, { responseId, accepted, answer, answeredBy: name, at: city.now });
  const { names } = await cityUnits(city);
  await tell(city, {
    ...{ key: `policy-document ${id} response ${responseId}`, to: [{ org: found.orgId }] },
    ...{ kind: 'policy-document.answered', title: '异议已答复', urgency: 'normal', about: aboutDocument(id) },
    text: `${names.get(found.orgId) ?? ''}对《${row.title}》任务分解表的异议${accepted ? '已采纳' : '未采纳'}：${answer}`,
  });
  await audit(city, {
    ...{ action: 'policy-document.answer', object: 'policy-document', objectId: id },
    details: { responseId, accepted },
  });
}
