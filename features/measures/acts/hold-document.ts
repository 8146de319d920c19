import { type City, ensureMay } from '#access';
import { ensureVersion } from '#http';
import { ensure, refuse } from '#kernel/refusal';
import { type DocumentRow, findDocument, lockDocument, type PolicyDocumentId } from '../store/document.ts';
import '../refusals.ts';

/** The document, if the reader may do so with it. */
export async function seenDocument(city: City, action: string, id: PolicyDocumentId): Promise<DocumentRow> {
  const row = (await findDocument(city.tx, id)) ?? refuse('policy_document.unknown');
  ensureMay(city, action, { holders: row.units });
  ensure(row.state !== 'dropped', 'policy_document.unknown');
  return row;
}

/** Locked for an edit by somebody who saw this version. */
export async function heldDocument(
  city: City,
  action: string,
  { id, version }: { readonly id: PolicyDocumentId; readonly version: number | undefined },
): Promise<DocumentRow> {
  const row = (await lockDocument(city.tx, id)) ?? refuse('policy_document.unknown');
  ensureMay(city, action, { holders: row.units });
  ensure(row.state !== 'dropped', 'policy_document.unknown');
  if (version !== undefined)
    ensureVersion(row.version, version, {
      current: { editedBy: row.editedBy, editedAt: row.editedAt, draft: row.review },
    });
  return row;
}

export function ensureOpen({ state }: Pick<DocumentRow, 'state'>): void {
  ensure(state === 'review' || state === 'consulting', 'policy_document.not_open');
}
