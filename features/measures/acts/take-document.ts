import { audit, type City, ensureMay, ensureNotSecret } from '#access';
import { type FileKindId, putFile } from '#files';
import { newId } from '#kernel/id';
import { todayInShanghai } from '#kernel/plain-date';
import { ensure, refuse } from '#kernel/refusal';
import { firstDraft } from '../domain/first-draft.ts';
import '../refusals.ts';
import { findSame, insertDocument } from '../store/document.ts';
import { cityUnits } from './city-units.ts';
import type { PolicyReader } from './reader.ts';

const accept: readonly FileKindId[] = ['docx', 'pdf', 'text'];

/** A document handed in: kept, read, and put before people to review. Nothing in it counts yet. */
export async function takeDocument(
  city: City,
  read: PolicyReader,
  file: { readonly name: string; readonly bytes: Uint8Array },
) {
  ensureMay(city, 'policy-document.upload', {});
  ensureNotSecret({ name: file.name });
  const { known, orgsOf } = await cityUnits(city);
  const { text, keeps, policy } = await read(city, file, known);
  ensureNotSecret({ text });
  ensure(policy.measures.length > 0, 'policy_document.no_measures', { name: file.name });
  const review = firstDraft(policy, orgsOf);
  const same = await findSame(city.tx, review);
  if (same)
    refuse('policy_document.known', {
      ...{ title: same.title, by: same.uploader, day: todayInShanghai(same.uploadedAt) },
    });
  // A web page is not kept as such: its text is.
  const kept = keeps
    ? file
    : { name: `${file.name.replace(/\.\w+$/, '')}.txt`, bytes: Buffer.from(text, 'utf8') };
  const { fileId } = await putFile(city, { name: kept.name, content: kept.bytes, accept, ensureNotSecret });
  const documentId = newId<'policyDocument'>();
  await insertDocument(city.tx, {
    ...{ documentId, fileId, review, text, extraction: policy },
    ...{ account: city.actor.accountId, by: city.actor.name, at: city.now },
  });
  await audit(city, {
    ...{ action: 'policy-document.upload', object: 'policy-document', objectId: documentId },
    details: { title: review.title, measures: review.measures.length, doubts: review.doubts.length },
  });
  return { documentId };
}
