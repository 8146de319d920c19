import { namedQuery, type Tx } from '#db';
import type { PolicyDocumentId } from './document.ts';

export type ResponseRow = {
  readonly responseId: string;
  readonly orgId: string;
  readonly agrees: boolean;
  readonly measureKey: string | null;
  readonly text: string | null;
  readonly by: string;
  readonly at: Date;
  readonly accepted: boolean | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
};

/** Within the reader's scope: a unit finds its own. */
export async function readResponses(tx: Tx, documentId: PolicyDocumentId): Promise<ResponseRow[]> {
  return namedQuery<ResponseRow>(
    tx,
    'policy-responses',
    `select response_id as "responseId", org_id as "orgId", agrees, measure_key as "measureKey", text, by_name as by, at,
       accepted, answer, answered_by as "answeredBy"
     from city.policy_response where city_id = $1 and document_id = $2 order by at, response_id`,
    [tx.scope.cityId, documentId],
  );
}

export async function insertResponse(
  tx: Tx,
  documentId: PolicyDocumentId,
  row: Pick<ResponseRow, 'responseId' | 'orgId' | 'agrees' | 'measureKey' | 'text' | 'by' | 'at'> & {
    readonly account: string;
  },
): Promise<void> {
  await namedQuery(
    tx,
    'policy-response-add',
    `insert into city.policy_response (city_id, document_id, response_id, org_id, agrees, measure_key, text, account_id,
       by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tx.scope.cityId, documentId, row.responseId, row.orgId, row.agrees, row.measureKey, row.text],
      ...[row.account, row.by, row.at],
    ],
  );
}

export async function answerRow(
  tx: Tx,
  documentId: PolicyDocumentId,
  row: Pick<ResponseRow, 'responseId' | 'accepted' | 'answer' | 'answeredBy' | 'at'>,
): Promise<void> {
  await namedQuery(
    tx,
    'policy-response-answer',
    `update city.policy_response set accepted = $4, answer = $5, answered_by = $6, answered_at = $7
     where city_id = $1 and document_id = $2 and response_id = $3`,
    [tx.scope.cityId, documentId, row.responseId, row.accepted, row.answer, row.answeredBy, row.at],
  );
}
