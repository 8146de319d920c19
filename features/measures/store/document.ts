import { namedQuery, type Tx } from '#db';
import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import type { Draft } from '../contract.ts';

export type PolicyDocumentId = Id<'policyDocument'>;

export type DocumentRow = {
  readonly documentId: PolicyDocumentId;
  readonly state: 'review' | 'consulting' | 'issued' | 'dropped';
  readonly title: string;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly issueDate: PlainDate | null;
  readonly fileId: string;
  readonly review: Draft;
  readonly units: readonly string[];
  readonly version: number;
  readonly uploader: string;
  readonly uploadedAt: Date;
  readonly editedBy: string;
  readonly editedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly consultUntil: PlainDate | null;
  readonly issuedOn: PlainDate | null;
  readonly issuedBy: string | null;
};

const columns = `document_id as "documentId", state, title, doc_number as "docNumber", issuer, issue_date as "issueDate",
  file_id as "fileId", review, units, version, uploader, uploaded_at as "uploadedAt", edited_by as "editedBy",
  edited_at as "editedAt", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt",
  consult_until as "consultUntil", issued_on as "issuedOn", issued_by as "issuedBy"`;

export async function insertDocument(
  tx: Tx,
  row: Pick<DocumentRow, 'documentId' | 'fileId' | 'review'> & {
    readonly text: string;
    readonly extraction: unknown;
    readonly account: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const { title, docNumber, issuer, issueDate } = row.review;
  await namedQuery(
    tx,
    'policy-document-add',
    `insert into city.policy_document (city_id, document_id, state, title, doc_number, issuer, issue_date, file_id,
       source_text, extraction, review, uploaded_by, uploader, uploaded_at, edited_by, edited_at)
     values ($1, $2, 'review', $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11, $12, $13, $12, $13)`,
    [
      ...[tx.scope.cityId, row.documentId, title, docNumber, issuer, issueDate, row.fileId, row.text],
      ...[JSON.stringify(row.extraction), JSON.stringify(row.review), row.account, row.by, row.at],
    ],
  );
}

export async function listDocumentRows(tx: Tx): Promise<DocumentRow[]> {
  return namedQuery<DocumentRow>(
    tx,
    'policy-documents',
    `select ${columns} from city.policy_document where city_id = $1 and state <> 'dropped'
     order by uploaded_at desc, document_id desc`,
    [tx.scope.cityId],
  );
}

export async function findDocument(tx: Tx, documentId: PolicyDocumentId): Promise<DocumentRow | undefined> {
  const [row] = await namedQuery<DocumentRow>(
    tx,
    'policy-document-find',
    `select ${columns} from city.policy_document where city_id = $1 and document_id = $2`,
    [tx.scope.cityId, documentId],
  );
  return row;
}

/** Held until the transaction ends: one writer of a document at a time. */
export async function lockDocument(tx: Tx, documentId: PolicyDocumentId): Promise<DocumentRow | undefined> {
  const [row] = await namedQuery<DocumentRow>(
    tx,
    'policy-document-lock',
    `select ${columns} from city.policy_document where city_id = $1 and document_id = $2 for update`,
    [tx.scope.cityId, documentId],
  );
  return row;
}

export async function readSourceText(tx: Tx, documentId: PolicyDocumentId): Promise<string> {
  const [row] = await namedQuery<{ readonly text: string }>(
    tx,
    'policy-document-text',
    'select source_text as text from city.policy_document where city_id = $1 and document_id = $2',
    [tx.scope.cityId, documentId],
  );
  return row?.text ?? '';
}

/** A document with the same number, or without one the same title, that is still dealt with. */
export async function findSame(
  tx: Tx,
  { title, docNumber }: { readonly title: string; readonly docNumber: string | null },
): Promise<DocumentRow | undefined> {
  const [row] = await namedQuery<DocumentRow>(
    tx,
    'policy-document-same',
    `select ${columns} from city.policy_document where city_id = $1 and state <> 'dropped'
       and case when $2::text is null then doc_number is null and title = $3 else doc_number = $2 end limit 1`,
    [tx.scope.cityId, docNumber, title],
  );
  return row;
}

export async function saveDraft(
  tx: Tx,
  documentId: PolicyDocumentId,
  {
    review,
    by,
    at,
    units,
  }: Pick<DocumentRow, 'review' | 'units'> & { readonly by: string; readonly at: Date },
): Promise<void> {
  const { title, docNumber, issuer, issueDate } = review;
  await namedQuery(
    tx,
    'policy-document-save',
    `update city.policy_document set review = $3::jsonb, title = $4, doc_number = $5, issuer = $6, issue_date = $7,
       units = $8::uuid[], edited_by = $9, edited_at = $10, version = version + 1
     where city_id = $1 and document_id = $2`,
    [tx.scope.cityId, documentId, JSON.stringify(review), title, docNumber, issuer, issueDate, units, by, at],
  );
}

export async function setConsulting(
  tx: Tx,
  documentId: PolicyDocumentId,
  {
    by,
    at,
    until,
    units,
  }: { readonly by: string; readonly at: Date; readonly until: PlainDate; readonly units: readonly string[] },
): Promise<void> {
  await namedQuery(
    tx,
    'policy-document-consult',
    `update city.policy_document set state = 'consulting', confirmed_by = $3, confirmed_at = $4, consult_until = $5,
       units = $6::uuid[], version = version + 1 where city_id = $1 and document_id = $2`,
    [tx.scope.cityId, documentId, by, at, until, units],
  );
}

export async function setIssued(
  tx: Tx,
  documentId: PolicyDocumentId,
  { by, on }: { readonly by: string; readonly on: PlainDate },
): Promise<void> {
  await namedQuery(
    tx,
    'policy-document-issue',
    `update city.policy_document set state = 'issued', issued_by = $3, issued_on = $4, version = version + 1
     where city_id = $1 and document_id = $2`,
    [tx.scope.cityId, documentId, by, on],
  );
}

export async function setDropped(tx: Tx, documentId: PolicyDocumentId): Promise<void> {
  await namedQuery(
    tx,
    'policy-document-drop',
    `update city.policy_document set state = 'dropped', version = version + 1
     where city_id = $1 and document_id = $2`,
    [tx.scope.cityId, documentId],
  );
}
