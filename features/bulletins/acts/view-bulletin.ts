import { type City, ensureMay, may } from '#access';
import { facesHere, numbered, type OfficialDocument, substitutionWarning } from '#documents';
import { findProjects } from '#engines/registry';
import { actStates, actsOfOthers, flowActs, type Step, standingOf } from '#kernel/document-flow';
import { factsOf } from '#kernel/step-facts';
import type { FigureRow, Figures, GroupKind } from '../domain/figures.ts';
import { rowsOfGroup } from '../domain/figures.ts';
import { openingOf } from '../domain/print.ts';
import { valuesOf } from '../domain/values.ts';
import { type Bulletin, type BulletinId, readBulletins } from '../store/bulletin.ts';
import { readAllSteps } from '../store/step.ts';
import { factNames } from '../texts.ts';
import { latestMonth } from './compose-bulletin.ts';
import { type OpenedBulletin, openBulletin } from './open-bulletin.ts';
import { documentOf } from './print.ts';

export async function listBulletins(city: City) {
  ensureMay(city, 'bulletin.view');
  const steps = await readAllSteps(city.tx);
  const all = await readBulletins(city.tx);
  const bulletins = all
    .map((bulletin) => headOf(bulletin, steps.get(bulletin.bulletinId) ?? []))
    .filter(({ state }) => may(city.actor, 'bulletin.view', { state }));
  const month = (await latestMonth(city)) ?? null;
  return { bulletins, month, mayCompose: may(city.actor, 'bulletin.compose', {}) };
}

function headOf(bulletin: Bulletin, steps: readonly Step[]) {
  const { state, issue, documentNumber, issuedOn, released } = standingOf(steps);
  const { bulletinId, month, version, latest, hash, reason, composedBy, composedAt } = bulletin;
  return {
    ...{ bulletinId, month, version, latest, hash, reason, composedBy, composedAt },
    ...{ state, issue, documentNumber, issuedOn, released },
  };
}

export async function viewBulletin(city: City, id: BulletinId) {
  const opened = await openBulletin(city, id);
  const { bulletin, edition, wording, figures, steps, standing } = opened;
  const faces = facesHere();
  return {
    ...headOf(bulletin, steps),
    ...{ edition, wording, waitingFor: standing.waitingFor },
    values: [...valuesOf(figures)].map(([name, text]) => ({ name, text })),
    opening: openingOf(figures, wording),
    printed: printedView(documentOf(opened)),
    figures: figuresView(figures),
    steps: steps.map((step) => ({ ...step, facts: factsOf(step.details, factNames) })),
    acts: actsNow(city, opened),
    mayEdit: bulletin.latest && standing.state === 'drafting' && may(city.actor, 'bulletin.edit', {}),
    hasSealedCopy: standing.sealFileId !== null,
    mayExportArchive: standing.pdfFileId !== null && may(city.actor, 'bulletin.archive', {}),
    fontWarning: faces ? (substitutionWarning(faces.substitutions) ?? null) : null,
  };
}

/** What this reader may do at this point; the server asks again when it is done. */
function actsNow({ actor }: City, { bulletin, standing, authors }: OpenedBulletin) {
  const wrote = authors.some(({ accountId }) => accountId === actor.accountId);
  return flowActs.filter((act) => {
    if (!actStates[act].includes(standing.state) || !may(actor, `bulletin.${act}`, {})) return false;
    if (act === 'release') return !standing.released;
    if (act === 'archive') return true;
    return bulletin.latest && !(wrote && actsOfOthers.includes(act));
  });
}

function printedView({ mark, head, title, to, body, signature, note, copies, printed }: OfficialDocument) {
  return {
    ...{ title, body: numbered(body), mark: mark ?? null, to: to ?? null, copies: copies ?? null },
    head: {
      mark: head?.mark ?? '',
      issue: head?.issue ?? '',
      number: head?.number ?? null,
      left: head?.left ?? '',
      right: head?.right ?? '',
    },
    signature: signature ?? { issuer: '', date: '' },
    note: note ?? '',
    printed: printed ?? { office: '', date: '' },
  };
}

function figuresView({
  rows: _rows,
  ranking: _ranking,
  plans: _plans,
  newlyRed,
  noLongerRed,
  ...figures
}: Figures) {
  return {
    ...figures,
    ...{ newlyRed: newlyRed.length, noLongerRed: noLongerRed.length },
    furthestBehind: figures.furthestBehind.length,
    missing: figures.missing.length,
  };
}

type Asked = {
  readonly id: BulletinId;
  readonly kind: GroupKind | 'newlyRed' | 'noLongerRed' | 'furthestBehind' | 'missing';
  readonly group?: string | undefined;
  readonly light?: FigureRow['light'] | undefined;
};

/** The rows behind one figure, as frozen; amounts and words only of projects within the reader's scope. */
export async function bulletinRows(city: City, { id, kind, group = '', light }: Asked) {
  const { figures } = await openBulletin(city, id);
  const chosen = chosenRows(figures, kind, group).filter((row) => light === undefined || row.light === light);
  const own = await ownAmong(city, chosen);
  return { rows: chosen.map((row) => rowView(row, own?.has(row.projectId) ?? true)) };
}

function chosenRows(figures: Figures, kind: Asked['kind'], group: string): FigureRow[] {
  if (kind === 'newlyRed' || kind === 'noLongerRed' || kind === 'furthestBehind' || kind === 'missing') {
    const rows = new Map(figures.rows.map((row) => [row.projectId, row]));
    return figures[kind].flatMap((projectId) => rows.get(projectId) ?? []);
  }
  return rowsOfGroup(figures.rows, kind, group);
}

/** Undefined: all of them. */
async function ownAmong(city: City, rows: readonly FigureRow[]): Promise<Set<string> | undefined> {
  if (city.tx.scope.reach !== 'holders') return undefined;
  const own = await findProjects(city, { ownOnly: true }, { size: Math.max(rows.length * 4, 1000) });
  return new Set(own.map(({ projectId }) => projectId));
}

function rowView(row: FigureRow, withinScope: boolean) {
  const { projectId, number, name, district, category, light, before, evaluationId, reportId } = row;
  const within = <T>(value: T) => (withinScope ? value : null);
  return {
    ...{ projectId, number, name, district, category, light, before, evaluationId, withinScope },
    reported: row.actualFen !== null,
    reportId: within(reportId),
    reportNumber: within(row.reportNumber),
    planFen: within(row.planFen),
    planYearFen: within(row.planYearFen),
    actualFen: within(row.actualFen),
    problem: within(row.problem),
    why: within(row.why),
  };
}
