import { audit, bearsSecrecyMark, type City, holdsRole, may } from '#access';
import {
  applyReportImport,
  factsOf,
  firstStep,
  type GivenFacts,
  keepDrafts,
  moveRows,
  type ReportFacts,
  relight,
  reportingRulesOf,
  sameFacts,
  statedFacts,
  stepName,
  wordsOf,
} from '#engines/indicators';
import type { Month } from '#kernel/month';
import { ensure, refuse } from '#kernel/refusal';
import '../permissions.ts';
import '../refusals.ts';
import { type AskedRow, actOnRows, type Judged } from './act-on-rows.ts';
import { contradictionLines, type GatheredRow } from './gather-rows.ts';

type Drafted = AskedRow & { readonly facts: GivenFacts | null };

/** Autosave. What stands already is not written again, so that a retry neither fails nor makes a version. */
export async function saveDrafts(city: City, input: { month: Month; rows: readonly Drafted[] }) {
  const { month } = input;
  return actOnRows(city, input, {
    action: 'report.fill',
    isDone: ({ draft }, { facts }) =>
      facts ? draft !== undefined && sameFacts(draft.facts, factsOf(facts)) : draft === undefined,
    judge: (one, asked) => {
      const facts = asked.facts && factsOf(asked.facts);
      if (!facts) return { move: null };
      ensureOwed(one, month);
      ensurePlain(facts, '');
      return { move: facts, contradictions: contradictionLines(city, month, one, facts) };
    },
    write: async (moves) => {
      await keepDrafts(
        city,
        month,
        moves.map(({ one, move }) => ({ subjectId: one.project.projectId, facts: move })),
      );
      await leaveTrace(city, 'report.draft', month, moves);
    },
  });
}

type Submitted = AskedRow & {
  readonly facts?: GivenFacts | undefined;
  readonly confirmed?: boolean | undefined;
  readonly note?: string | null | undefined;
  readonly onBehalfOf?: string | null | undefined;
};

type Filing = {
  readonly facts: ReportFacts;
  readonly reason: string | null;
  readonly onBehalfOf: string | null;
  readonly note: string | null;
};

/** 报送: drafts become reports and go to the next step; what the coordinating office files itself counts as verified. */
export async function submitRows(city: City, input: { month: Month; rows: readonly Submitted[] }) {
  const { month } = input;
  const counts = may(city.actor, 'report.verify', {}) ? 'verified' : 'reported';
  return actOnRows(city, input, {
    action: 'report.fill',
    isDone: (one, { facts }) => {
      const { reported, draft, row, told } = one;
      if (!reported || draft || row?.returned || told.submitted?.accountId !== city.actor.accountId)
        return false;
      return !facts || sameFacts(reported, stated(city, facts, reported));
    },
    judge: (one, asked): Judged<Filing> => {
      ensureOwed(one, month);
      const filing = filingOf(city, month, one, asked);
      const contradictions = contradictionLines(city, month, one, filing.facts);
      if (contradictions.length > 0 && !(asked.confirmed && filing.note))
        return { outcome: 'unconfirmed', contradictions };
      return { move: filing, contradictions };
    },
    write: async (moves) => {
      const numbers = new Map(
        moves.map(({ one }) => [one.project.projectId as string, one.reported?.number ?? null]),
      );
      for (const [reason, group] of Map.groupBy(moves, ({ move }) => move.reason)) {
        const { reports } = await applyReportImport(city, {
          ...{ importId: null, counts, correctionReason: reason },
          reports: group.map(({ one, move }) => ({
            ...{ ...move.facts, subjectId: one.project.projectId, month, receivedOn: city.today },
          })),
        });
        for (const report of reports) {
          if (report.standing === 'reported') numbers.set(report.subjectId, report.number);
        }
      }
      await moveRows(
        city,
        month,
        moves.map(({ one, move }) => ({
          ...{ subjectId: one.project.projectId, act: counts === 'verified' ? 'verify' : 'submit' },
          ...{ reportNumber: numbers.get(one.project.projectId) ?? null },
          ...{ onBehalfOf: move.onBehalfOf, reason: move.note },
        })),
      );
      const subjectIds = moves.map(({ one }): string => one.project.projectId);
      if (counts === 'verified') await relight(city, { month, subjectIds });
      await leaveTrace(city, 'report.fill', month, moves);
    },
  });
}

function filingOf(city: City, month: Month, one: GatheredRow, asked: Submitted): Filing {
  const { reported, draft, row, told, state } = one;
  const facts = asked.facts
    ? stated(city, asked.facts, reported)
    : draft
      ? stated(city, wireFacts(draft.facts), reported)
      : (row?.returned && reported) || refuse('row.nothing_to_submit');
  const note = asked.note?.trim() || null;
  ensurePlain(facts, note ?? '');
  const { steps } = reportingRulesOf(city);
  const answers = told.returned && row?.returned ? `退回更正：${told.returned.reason}` : null;
  const reason = note ?? answers ?? (state === firstStep(steps) ? `${month} 重新报送` : null);
  ensure(!reported || reason || sameFacts(reported, facts), 'row.beyond_filling', {
    step: stepName(steps, state),
  });
  const own = one.project.company;
  const onBehalfOf = asked.onBehalfOf?.trim() || (holdsRole(city.actor, 'filler') ? null : own);
  return { facts, note, reason: reported ? reason : null, onBehalfOf };
}

function stated(city: City, facts: GivenFacts, before: ReportFacts | undefined): ReportFacts {
  return statedFacts(facts, before, { name: city.actor.name, on: city.today });
}

function wireFacts(facts: ReportFacts): GivenFacts {
  const text = (fen: bigint | null) => (fen === null ? null : String(fen));
  return { ...facts, monthFen: text(facts.monthFen), cumFen: text(facts.cumFen) };
}

function ensureOwed({ duty }: GatheredRow, month: Month): void {
  ensure(duty?.owes, 'row.not_owed', { month, reason: duty?.reason ?? '未列入该年度清单' });
}

function ensurePlain(facts: ReportFacts, note: string): void {
  ensure(!bearsSecrecyMark({ text: [wordsOf(facts), note].join('\n') }), 'secrecy.marked');
}

/** One line of the audit for all rows of a request; what happened to each stands in its own log. */
export async function leaveTrace(
  city: City,
  action: string,
  month: Month,
  moves: readonly { readonly one: GatheredRow }[],
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  if (moves.length === 0) return;
  const projects = moves.map(({ one }) => one.project.number);
  await audit(city, { action, object: 'period', objectId: month, details: { month, projects, ...details } });
}
