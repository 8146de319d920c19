import { namedQuery, type Tx } from '#db';
import type { PublicDocument } from '../contract.ts';
import type { PolicyDocumentId } from './document.ts';

export type PublicationRow = {
  readonly documentId: PolicyDocumentId;
  readonly number: number;
  readonly content: PublicDocument;
  readonly withdrawn: boolean;
  readonly opinion: string;
  readonly reviewedBy: string;
  readonly by: string;
  readonly at: Date;
};

const columns = `document_id as "documentId", number, content, withdrawn, opinion, reviewed_by as "reviewedBy",
  by_name as by, at`;

/** What stands last of each document. */
export async function readPublications(tx: Tx): Promise<PublicationRow[]> {
  return namedQuery<PublicationRow>(
    tx,
    'policy-publications',
    `select distinct on (document_id) ${columns} from city.policy_publication where city_id = $1
     order by document_id, number desc`,
    [tx.scope.cityId],
  );
}

export async function lastPublication(
  tx: Tx,
  documentId: PolicyDocumentId,
): Promise<PublicationRow | undefined> {
  const [row] = await namedQuery<PublicationRow>(
    tx,
    'policy-publication-last',
    `select ${columns} from city.policy_publication where city_id = $1 and document_id = $2
     order by number desc limit 1`,
    [tx.scope.cityId, documentId],
  );
  return row;
}

export async function addPublication(tx: Tx, row: PublicationRow): Promise<void> {
  await namedQuery(
    tx,
    'policy-publication-add',
    `insert into city.policy_publication (city_id, document_id, number, content, withdrawn, opinion, reviewed_by, by_name, at)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9)`,
    [
      ...[
        tx.scope.cityId,
        row.documentId,
        row.number,
        JSON.stringify(row.content),
        row.withdrawn,
        row.opinion,
      ],
      ...[row.reviewedBy, row.by, row.at],
    ],
  );
}
