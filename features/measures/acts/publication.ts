import { audit, bearsSecrecyMark, type City } from '#access';
import type { InputOf } from '#http';
import { ensure, refuse } from '#kernel/refusal';
import { csvStream, type Table } from '#sheets';
import type {
  PublicDocument,
  publishDocument as publishRoute,
  withdrawPublication as withdrawRoute,
} from '../contract.ts';
import { targetText } from '../domain/print.ts';
import type { DocumentRow, PolicyDocumentId } from '../store/document.ts';
import { addPublication, lastPublication, readPublications } from '../store/publication.ts';
import { cityUnits } from './city-units.ts';
import { heldDocument, seenDocument } from './hold-document.ts';
import { sheetOf } from './view-documents.ts';

/** All that would become public, for whoever reviews it. */
export async function previewPublication(city: City, id: PolicyDocumentId): Promise<PublicDocument> {
  return contentOf(city, await seenDocument(city, 'policy-document.publish', id));
}

async function contentOf(city: City, row: DocumentRow): Promise<PublicDocument> {
  ensure(row.state === 'issued', 'policy_document.not_yet');
  const { names } = await cityUnits(city);
  const { lines } = await sheetOf(city, row, names);
  const { documentId, title, docNumber, issuer, issueDate } = row;
  return {
    ...{ documentId, title, docNumber, issuer, issueDate, asOf: city.today },
    measures: lines.map(({ no, title: measure, lead, support, targets, dueOn, tracked }) => ({
      ...{ no, title: measure, dueOn, state: tracked?.state ?? '', checkedOn: tracked?.checkedOn ?? null },
      ...{ lead: lead.map(({ name }) => name), support: support.map(({ name }) => name) },
      targets: targets.map(({ phrase, value, unit, deadline }) => ({ phrase, value, unit, deadline })),
    })),
  };
}

/** What was reviewed is kept and is what everybody sees; a later state needs a review of its own. */
export async function publishDocument(city: City, input: InputOf<typeof publishRoute>) {
  const { id, version, reviewedBy, opinion } = input;
  const row = await heldDocument(city, 'policy-document.publish', { id, version });
  const content = await contentOf(city, row);
  ensure(!bearsSecrecyMark({ text: wordsOf(content) }), 'policy_document.secret');
  const number = ((await lastPublication(city.tx, id))?.number ?? 0) + 1;
  await addPublication(city.tx, {
    ...{ documentId: id, number, content, withdrawn: false, opinion, reviewedBy },
    ...{ by: city.actor.name, at: city.now },
  });
  await audit(city, {
    ...{ action: 'policy-document.publish', object: 'policy-document', objectId: id },
    details: { number, reviewedBy, opinion, measures: content.measures.length },
  });
  return { number };
}

function wordsOf({ title, measures }: PublicDocument): string {
  return [title, ...measures.flatMap((one) => [one.title, ...one.targets.map(({ phrase }) => phrase)])].join(
    '\n',
  );
}

export async function withdrawPublication(city: City, { id, reason }: InputOf<typeof withdrawRoute>) {
  await heldDocument(city, 'policy-document.publish', { id, version: undefined });
  const last = await lastPublication(city.tx, id);
  if (!last || last.withdrawn) refuse('policy_document.not_published');
  const number = last.number + 1;
  await addPublication(city.tx, {
    ...{ ...last, number, withdrawn: true, opinion: reason, by: city.actor.name, at: city.now },
  });
  await audit(city, {
    ...{ action: 'policy-document.withdraw', object: 'policy-document', objectId: id },
    details: { number, reason },
  });
  return { number };
}

export async function publicDocuments(city: City) {
  const all = await readPublications(city.tx);
  const documents = all.filter(({ withdrawn }) => !withdrawn).map(({ content }) => content);
  return { city: city.pack.name, documents };
}

export async function publicDocument(city: City, id: PolicyDocumentId): Promise<PublicDocument> {
  const last = await lastPublication(city.tx, id);
  if (!last || last.withdrawn) refuse('policy_document.unknown');
  return last.content;
}

type Row = PublicDocument['measures'][number];

export async function publicCsv(city: City, id: PolicyDocumentId) {
  const { title, asOf, measures } = await publicDocument(city, id);
  const text = (name: string, value: (row: Row) => string | null) => ({
    title: name,
    kind: 'text' as const,
    value,
  });
  const table: Table<Row> = {
    ...{ sheet: '措施', rows: measures },
    columns: [
      text('序号', (row) => row.no),
      text('措施', (row) => row.title),
      text('牵头单位', (row) => row.lead.join('、')),
      text('责任单位', (row) => row.support.join('、')),
      text('目标', (row) => row.targets.map((one) => targetText(one)).join('；')),
      { title: '完成期限', kind: 'date', value: (row) => row.dueOn },
      text('状态', (row) => row.state),
      { title: '最近核查', kind: 'date', value: (row) => row.checkedOn },
    ],
  };
  return { name: `${title}_${asOf}.csv`, stream: csvStream(table) };
}
