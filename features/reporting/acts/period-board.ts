import { type City, ensureMay, may, type Seat, seatsInForce } from '#access';
import {
  chainRows,
  draftsOf,
  firstStep,
  getPeriod,
  type Period,
  reportingRulesOf,
  reportRequests,
  stepsOf,
  subjectHolders,
  verifiedState,
} from '#engines/indicators';
import { type IndexedProject, listOrganisations, projectIndex } from '#engines/registry';
import { type Month, yearOfMonth } from '#kernel/month';
import '../permissions.ts';
import { chaserText } from '../domain/chaser.ts';
import { hourInShanghai, isOver } from '../domain/period-stage.ts';
import { rowsInScope } from './gather-rows.ts';
import { waitsAt } from './may-act.ts';
import { periodHead } from './period-view.ts';

type BoardRow = {
  readonly project: IndexedProject;
  readonly state: string;
  readonly kind: 'untouched' | 'draft' | 'returned';
  readonly isFilled: boolean;
  readonly returnReason: string | null;
  readonly contacts: readonly string[];
  readonly waitsForMe: boolean;
};

/** How far a month has come: what waits at each step, and who has not reported. */
export async function periodBoard(city: City, { month }: { month: Month }) {
  ensureMay(city, 'reporting.view');
  const period = await getPeriod(city, month);
  const seats = await seatsInForce(city.tx, ['filler', 'district-filler'], city.today);
  const rows = await boardRows(city, period, seats);
  const clock = { today: city.today, hour: hourInShanghai(city.now) };
  const steps = period.days.steps.map((step) => {
    const waiting = rows.filter(({ state }) => state === step.id).length;
    return { ...step, waiting, overdue: waiting > 0 && isOver(step, period.days.cutOffHour, clock) };
  });
  const districts = await byDistrict(city, rows, seats);
  const head = periodHead(city, period);
  const first = steps[0];
  const count = (test: (row: BoardRow) => boolean) => rows.filter(test).length;
  return {
    ...{ period: head, today: city.today, owed: rows.length, steps, districts },
    ...{ submitted: count(({ isFilled }) => isFilled), verified: count(isVerified) },
    ...{ returned: count(({ kind }) => kind === 'returned'), drafts: count(({ kind }) => kind === 'draft') },
    waitingForMe: period.lock ? 0 : count(({ waitsForMe }) => waitsForMe),
    requests: (await reportRequests(city, month)).filter(({ answer }) => answer === null).length,
    chaser:
      first && !period.lock
        ? chaserText(
            { name: head.name, dueOn: first.dueOn, cutOffHour: period.days.cutOffHour, today: city.today },
            districts,
          )
        : '',
    may: {
      assign: may(city.actor, 'reporting.assign'),
      fill: may(city.actor, 'report.fill'),
      review: may(city.actor, 'report.review'),
      verify: may(city.actor, 'report.verify'),
      lock: may(city.actor, 'reporting.lock'),
      publish: may(city.actor, 'reporting.publish'),
      approve: may(city.actor, 'reporting.approve'),
    },
  };
}

async function boardRows(city: City, period: Period, seats: readonly Seat[]): Promise<BoardRow[]> {
  const { month } = period;
  const ids = await rowsInScope(city, period);
  const projects = await projectIndex(city, yearOfMonth(month), ids);
  const rows = new Map((await chainRows(city, month)).map((row) => [row.subjectId, row]));
  const drafts = new Set((await draftsOf(city, month)).map(({ subjectId }) => subjectId));
  const returned = [...rows.values()].filter((row) => row.returned).map(({ subjectId }) => subjectId);
  const log = Map.groupBy(await stepsOf(city, month, returned), ({ subjectId }) => subjectId);
  const holders = await subjectHolders(city, ids);
  const first = firstStep(reportingRulesOf(city).steps);
  const actors = new Map(period.days.steps.map(({ id, by }) => [id, by]));
  return projects.map((project): BoardRow => {
    const id: string = project.projectId;
    const row = rows.get(id);
    const state = row?.state ?? first;
    const held = holders.get(id) ?? [];
    return {
      ...{ project, state, isFilled: state !== first },
      kind: state === first && row?.returned ? 'returned' : drafts.has(id) ? 'draft' : 'untouched',
      returnReason: row?.returned
        ? (log.get(id)?.findLast(({ act }) => act === 'return')?.reason ?? null)
        : null,
      contacts: namesOf(seats, 'filler', held),
      waitsForMe: waitsAt(city, actors.get(state), held),
    };
  });
}

function isVerified({ state }: BoardRow): boolean {
  return state === verifiedState;
}

async function byDistrict(city: City, rows: readonly BoardRow[], seats: readonly Seat[]) {
  const order = new Map((await listOrganisations(city)).map(({ orgId }, at) => [orgId as string, at]));
  const groups = Map.groupBy(rows, ({ project }) => project.districts[0]?.orgId ?? null);
  return [...groups]
    .toSorted(([a], [b]) => (order.get(a ?? '') ?? 9999) - (order.get(b ?? '') ?? 9999))
    .map(([districtId, own]) => ({
      districtId,
      district: own[0]?.project.districts[0]?.name ?? '未定地区',
      owed: own.length,
      submitted: own.filter(({ isFilled }) => isFilled).length,
      verified: own.filter(isVerified).length,
      returned: own.filter(({ kind }) => kind === 'returned').length,
      contacts: namesOf(seats, 'district-filler', districtId ? [districtId] : []),
      missing: own
        .filter(({ isFilled }) => !isFilled)
        .map(({ project, kind, returnReason, contacts }) => ({
          ...{ projectId: project.projectId, number: project.number, name: project.name },
          ...{ unit: project.company, contacts: [...contacts], kind, returnReason },
        })),
    }));
}

function namesOf(seats: readonly Seat[], role: Seat['role'], holders: readonly string[]): string[] {
  const found = seats.filter((seat) => seat.role === role && seat.orgIds.some((id) => holders.includes(id)));
  return [...new Set(found.map(({ name }) => name))];
}
