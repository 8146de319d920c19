import { audit, type City, ensureMay, may } from '#access';
import { monthLockOf } from '#engines/indicators';
import { projectIndex } from '#engines/registry';
import type { InputOf, OutputOf } from '#http';
import { monthOfYear } from '#kernel/month';
import { todayInShanghai } from '#kernel/plain-date';
import { type Column, type Table, tableBytes } from '#sheets';
import type { exportCarryOver as exportRoute, carryOver as route } from '../contract.ts';
import { doneToDate, nextCategory, proposeDecision } from '../domain/carry-over.ts';
import { readDecisions, readOpenings } from '../store/year-end.ts';
import { decisionNames, texts } from '../texts.ts';
import { yearEnd } from './year-end.ts';
import { placeOf } from './year-projects.ts';

export async function readCarryOver(city: City, { year }: { readonly year: number }) {
  ensureMay(city, 'carry-over.view', {});
  const lock = await monthLockOf(city, monthOfYear(year, 12));
  const { ended, apart } = await yearEnd(city, year);
  const decisions = await readDecisions(city.tx, year);
  const openings = await readOpenings(city.tx, year);
  const next = new Map((await projectIndex(city, year + 1)).map((one) => [one.projectId as string, one]));
  const rows = ended.map(({ project, stageName, end }) => {
    const { projectId, number, name, category, totalFen, doneBeforeFen } = project;
    const decided = decisions.get(projectId);
    const opened = openings.get(projectId);
    const proposal = proposeDecision(end);
    const goesOn = nextCategory(decided?.decision ?? proposal.decision) !== undefined;
    const nextDoneBeforeFen = goesOn ? (doneToDate(end) ?? null) : null;
    const stated = next.get(projectId)?.doneBeforeFen ?? null;
    const opensWith = opened ? opened.doneBeforeFen : nextDoneBeforeFen;
    return {
      ...{
        projectId,
        number,
        name,
        category,
        stage: stageName,
        totalFen,
        doneBeforeFen,
        ...placeOf(project),
      },
      doneYearFen: end.decemberFen ?? end.latestFen ?? null,
      ...{ nextDoneBeforeFen, proposal },
      decision: decided ? decisionView(decided) : null,
      opened: opened ? { doneBeforeFen: opened.doneBeforeFen, by: opened.by, at: opened.at } : null,
      statedDoneBeforeFen: stated !== null && stated !== opensWith ? stated : null,
    };
  });
  return {
    year,
    lockedOn: lock ? todayInShanghai(lock.lockedAt) : null,
    rows,
    apart: apart.map(({ projectId, number, name, because }) => ({
      projectId,
      number,
      name,
      reason: because,
    })),
    mayDecide: may(city.actor, 'carry-over.decide', {}),
    mayApprove: may(city.actor, 'carry-over.approve', {}),
  };
}

type Row = Awaited<ReturnType<typeof readCarryOver>>['rows'][number];

function decisionView(decided: {
  readonly number: number;
  readonly decision: NonNullable<OutputOf<typeof route>['rows'][number]['decision']>['decision'];
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}) {
  const { number, decision, reason, by, at } = decided;
  return { number, decision, reason, by, at };
}

export async function exportCarryOver(city: City, { year, unit = '万元' }: InputOf<typeof exportRoute>) {
  const { rows } = await readCarryOver(city, { year });
  await audit(city, {
    action: 'carry-over.export',
    object: 'year',
    objectId: String(year),
    details: { projects: rows.length },
  });
  const table: Table<Row> = {
    sheet: texts.carryOver,
    title: `${year}年${texts.carryOver}`,
    note: `共${rows.length}个项目；金额为核定数`,
    columns: columns(unit),
    rows,
  };
  return {
    name: `${year}年${texts.carryOver}_${city.pack.name}.xlsx`,
    bytes: await tableBytes([table as Table<unknown>]),
  };
}

function columns(unit: '万元' | '亿元'): Column<Row>[] {
  const money = (title: string, value: (row: Row) => bigint | null): Column<Row> => ({
    ...{ title, kind: 'money', unit, value },
  });
  return [
    { title: texts.number, kind: 'text', width: 16, value: (row) => row.number },
    { title: texts.project, kind: 'text', width: 40, value: (row) => row.name },
    { title: texts.district, kind: 'text', value: (row) => row.district },
    { title: texts.category, kind: 'text', value: (row) => row.category },
    { title: texts.stage, kind: 'text', value: (row) => row.stage },
    money(texts.total, (row) => row.totalFen),
    money(texts.doneBefore, (row) => row.doneBeforeFen),
    money(texts.doneYear, (row) => row.doneYearFen),
    money(texts.nextDoneBefore, (row) => row.nextDoneBeforeFen),
    { title: texts.proposal, kind: 'text', value: (row) => decisionNames[row.proposal.decision] },
    { title: texts.because, kind: 'text', width: 30, value: (row) => row.proposal.because },
    {
      title: texts.decision,
      kind: 'text',
      value: (row) => row.decision && decisionNames[row.decision.decision],
    },
    { title: texts.reason, kind: 'text', width: 30, value: (row) => row.decision?.reason ?? null },
    { title: texts.state, kind: 'text', value: (row) => (row.opened ? texts.approved : texts.pending) },
  ];
}
