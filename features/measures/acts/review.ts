import { audit, type City, ensureNotSecret } from '#access';
import type { InputOf } from '#http';
import { ensure } from '#kernel/refusal';
import { sectionOf } from '#pack';
import type { Draft, dropDocument as dropRoute, saveReview as saveRoute } from '../contract.ts';
import { draftFaults } from '../domain/draft-faults.ts';
import { measuresSection } from '../measures-section.ts';
import { type PolicyDocumentId, readSourceText, saveDraft, setDropped } from '../store/document.ts';
import { cityUnits, type OrgNames } from './city-units.ts';
import { ensureOpen, heldDocument, seenDocument } from './hold-document.ts';

/** Where the review stands: the text, what was read or corrected, and what is still in the way. */
export async function viewReview(city: City, id: PolicyDocumentId) {
  const row = await seenDocument(city, 'policy-document.review', id);
  ensureOpen(row);
  const { names } = await cityUnits(city);
  const { documentId, title, docNumber, issuer, issueDate, state, version, editedBy, editedAt, review } = row;
  return {
    ...{ documentId, title, docNumber, issuer, issueDate, state, version, editedBy, editedAt },
    ...{ text: await readSourceText(city.tx, id), draft: review, faults: draftFaults(review) },
    defaultCadence: sectionOf(city.pack, measuresSection).report.cadence,
    organisations: [...names].map(([orgId, name]) => ({ id: orgId, name })),
  };
}

/** The whole review as it is now; the version guards what somebody else saved meanwhile. */
export async function saveReview(city: City, { id, version, draft }: InputOf<typeof saveRoute>) {
  const row = await heldDocument(city, 'policy-document.review', { id, version });
  ensureOpen(row);
  const { names } = await cityUnits(city);
  ensureSound(draft, names);
  await saveDraft(city.tx, id, {
    ...{ review: draft, by: city.actor.name, at: city.now },
    units: row.state === 'consulting' ? unitsIn(draft) : row.units,
  });
  return { version: row.version + 1, faults: draftFaults(draft) };
}

export async function dropDocument(city: City, { id, version, reason }: InputOf<typeof dropRoute>) {
  const row = await heldDocument(city, 'policy-document.review', { id, version });
  ensureOpen(row);
  ensureNotSecret({ text: reason });
  await setDropped(city.tx, id);
  await audit(city, {
    ...{ action: 'policy-document.drop', object: 'policy-document', objectId: id },
    details: { title: row.title, reason },
  });
}

/** Every organisation of the sheet. */
export function unitsIn({ measures }: Pick<Draft, 'measures'>): string[] {
  const kept = measures.filter(({ dropped }) => dropped === null);
  return [...new Set(kept.flatMap(({ lead, support }) => [...lead, ...support].flatMap(({ orgs }) => orgs)))];
}

function ensureSound({ measures, title }: Draft, names: OrgNames): void {
  ensure(new Set(measures.map(({ key }) => key)).size === measures.length, 'policy_document.same_key');
  for (const { no, lead, support } of measures)
    for (const orgId of [...lead, ...support].flatMap(({ orgs }) => orgs))
      ensure(names.has(orgId), 'policy_document.no_such_unit', { no });
  const written = measures.map((one) =>
    [one.title, one.dropped, ...one.targets.map(({ phrase }) => phrase)].join('\n'),
  );
  ensureNotSecret({ text: [title, ...written].join('\n') });
}
