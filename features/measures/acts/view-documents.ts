import { type City, may } from '#access';
import { sectionOf } from '#pack';
import type { Progress, SheetLine } from '../contract.ts';
import { openDoubts } from '../domain/draft-faults.ts';
import { measuresSection } from '../measures-section.ts';
import { type DocumentRow, listDocumentRows, type PolicyDocumentId } from '../store/document.ts';
import { readTracked, type TrackedRow } from '../store/measure.ts';
import { lastPublication } from '../store/publication.ts';
import { readResponses } from '../store/response.ts';
import { cityUnits, namedOrgs, type OrgNames } from './city-units.ts';
import { seenDocument } from './hold-document.ts';
import { type Standing, standingsOf } from './measure-standing.ts';
import { unitsIn } from './review.ts';

export async function listDocuments(city: City) {
  const rows = (await listDocumentRows(city.tx)).filter(({ units }) =>
    may(city.actor, 'policy-document.view', { holders: units }),
  );
  const tracked = Map.groupBy(
    await readTracked(
      city.tx,
      rows.map(({ documentId }) => documentId),
    ),
    ({ documentId }) => documentId,
  );
  const documents = [];
  for (const row of rows) {
    const own = tracked.get(row.documentId) ?? [];
    documents.push({
      ...headOf(row),
      ...{ uploader: row.uploader, uploadedAt: row.uploadedAt, consultUntil: row.consultUntil },
      measures: own.length || row.review.measures.filter(({ dropped }) => dropped === null).length,
      openDoubts: row.state === 'issued' ? 0 : openDoubts(row.review),
      progress: row.issuedOn ? progressOf(own, await standingsOf(city, own, row.issuedOn)) : null,
    });
  }
  return { mayUpload: may(city.actor, 'policy-document.upload', {}), documents };
}

export async function viewDocument(city: City, id: PolicyDocumentId) {
  const row = await seenDocument(city, 'policy-document.view', id);
  const { names } = await cityUnits(city);
  const { lines, progress } = await sheetOf(city, row, names);
  const responses = await readResponses(city.tx, id);
  const spoke = new Set(responses.map(({ orgId }) => orgId));
  const isWhole = may(city.actor, 'policy-document.review', {});
  const publication = await lastPublication(city.tx, id);
  const { confirmedBy, confirmedAt, consultUntil, issuedOn, issuedBy, uploader, units } = row;
  const target = { holders: units };
  return {
    ...headOf(row),
    ...{
      today: city.today,
      uploader,
      confirmedBy,
      confirmedAt,
      consultUntil,
      issuedOn,
      issuedBy,
      lines,
      progress,
    },
    basis: basisOf(city),
    responses: responses.map(({ orgId, measureKey, ...one }) => ({
      ...{ ...one, measureKey, org: { id: orgId, name: names.get(orgId) ?? '' } },
      measure: row.review.measures.find(({ key }) => key === measureKey)?.title ?? null,
    })),
    silent:
      isWhole && row.state === 'consulting'
        ? namedOrgs(names, unitsIn(row.review)).filter((one) => !spoke.has(one.id))
        : [],
    publication: publication ? withoutContent(publication) : null,
    mayReview: isWhole && row.state !== 'issued',
    mayPublish: may(city.actor, 'policy-document.publish', {}) && row.state === 'issued',
    mayExport: may(city.actor, 'policy-document.export', target) && row.state === 'issued',
    answersFor:
      row.state === 'consulting' && may(city.actor, 'policy-document.respond', target)
        ? namedOrgs(names, units).filter(({ id: own }) => city.actor.holders.includes(own))
        : [],
  };
}

function withoutContent({
  number,
  withdrawn,
  opinion,
  reviewedBy,
  by,
  at,
}: NonNullable<Awaited<ReturnType<typeof lastPublication>>>) {
  return { number, withdrawn, opinion, reviewedBy, by, at };
}

export function headOf({ documentId, title, docNumber, issuer, issueDate, state, version }: DocumentRow) {
  return { documentId, title, docNumber, issuer, issueDate, state, version };
}

/** The lines of the sheet, and once it is issued where each stands. A unit finds those it has a part in. */
export async function sheetOf(city: City, row: DocumentRow, names: OrgNames) {
  if (!row.issuedOn) return { lines: draftLines(city, row, names), progress: null };
  const rows = await readTracked(city.tx, [row.documentId]);
  const standings = await standingsOf(city, rows, row.issuedOn);
  const lines = rows.map((one) => issuedLine(one, standings.get(one.measureId), names));
  return { lines, progress: progressOf(rows, standings) };
}

function draftLines(city: City, { review }: DocumentRow, names: OrgNames): SheetLine[] {
  const { cadence } = sectionOf(city.pack, measuresSection).report;
  const isWhole = city.actor.reach === 'city' || may(city.actor, 'policy-document.review', {});
  return review.measures
    .filter(({ dropped }) => dropped === null)
    .map((one) => ({
      ...{ key: one.key, no: one.no, chapter: one.chapter, title: one.title, targets: one.targets },
      lead: namedOrgs(
        names,
        one.lead.flatMap(({ orgs }) => orgs),
      ),
      support: namedOrgs(
        names,
        one.support.flatMap(({ orgs }) => orgs),
      ),
      ...{ dueOn: one.dueOn, cadence: one.cadence ?? cadence, tracked: null },
    }))
    .filter(
      ({ lead, support }) =>
        isWhole || [...lead, ...support].some(({ id }) => city.actor.holders.includes(id)),
    );
}

function issuedLine(row: TrackedRow, standing: Standing | undefined, names: OrgNames): SheetLine {
  const { measureId, matterId, number, no, chapter, title, targets, dueOn, cadence } = row;
  return {
    ...{ key: measureId, no, chapter, title, targets: [...targets], dueOn, cadence },
    ...{ lead: namedOrgs(names, row.lead), support: namedOrgs(names, row.support) },
    tracked: standing
      ? {
          ...{ measureId, matterId, number, state: standing.stateName, closed: standing.closed },
          ...{ light: standing.light, reasons: [...standing.reasons] },
          ...{ reportedOn: standing.report?.on ?? null, reportDueOn: standing.reportDueOn },
          ...{ lateReport: standing.lateReport, emptyReport: standing.emptyReport },
          ...{ checkedOn: standing.check?.on ?? null, verdict: standing.verdict },
        }
      : null,
  };
}

function progressOf(rows: readonly TrackedRow[], standings: ReadonlyMap<string, Standing>): Progress {
  const all = rows.flatMap(({ measureId, state }) => {
    const standing = standings.get(measureId);
    return standing ? [{ state, standing }] : [];
  });
  const count = (of: (one: (typeof all)[number]) => boolean) => all.filter(of).length;
  return {
    total: count(({ state }) => state !== 'cancelled'),
    done: count(({ state }) => state === 'closed' || state === 'standing'),
    claimed: count(({ state }) => state === 'claimed'),
    green: count(({ standing }) => standing.light === 'green'),
    yellow: count(({ standing }) => standing.light === 'yellow'),
    red: count(({ standing }) => standing.light === 'red'),
    lateReports: count(({ standing }) => standing.lateReport),
    emptyReports: count(({ standing }) => standing.emptyReport && !standing.closed),
    unchecked: count(({ standing }) => !standing.closed && standing.check === undefined),
  };
}

export function basisOf(city: City): string[] {
  const { figures, emptyReport, consultation } = sectionOf(city.pack, measuresSection);
  return [
    `量化目标没有分期计划的，从印发到期限按时间均摊，落后${figures.yellow}%黄灯、${figures.red}%红灯（${figures.basis}）`,
    `进展不足${emptyReport.shorterThan}字又没有佐证和数字的为空报（${emptyReport.basis}）`,
    `征求意见${consultation.limit}个工作日（${consultation.basis}）`,
  ];
}
