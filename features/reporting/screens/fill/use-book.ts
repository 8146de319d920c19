import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { whoAmI } from '#features/identity';
import { type CallRefused, makeClient, type OutputOf } from '#http/client';
import type { Id } from '#kernel/id';
import type { Month } from '#kernel/month';
import { periodRows, type ReportingRow, type RowResult, saveDrafts } from '../../contract.ts';
import { gridTexts } from '../grid/grid-texts.ts';
import { type Answer, type Book, type BookState, type Outgoing, openBook } from '../queue/book.ts';
import { keptEdits } from '../queue/kept-edits.ts';
import { sentFacts, standingOf } from './row-facts.ts';

/** The book itself waits and tries again. */
const call = makeClient({ retryAfterMs: [] });

type Rows = OutputOf<typeof periodRows>['rows'];
/** What the server said of a row when it was last saved here. */
export type Remarks = ReadonlyMap<string, Pick<RowResult, 'version' | 'contradictions'>>;

/** What is typed into the rows of a period, from the keys to the server. */
export function useBook(accountId: string, month: Month, rows: Rows) {
  const queries = useQueryClient();
  const known = useRef(new Map<string, ReportingRow>());
  const [remarks, remark] = useState<Remarks>(new Map());

  const book = useMemo(() => {
    const send = async (outgoing: readonly Outgoing[]): Promise<Answer[]> => {
      const answers = await callSave(month, outgoing, known.current);
      if ('signedOut' in answers) {
        void queries.invalidateQueries({ queryKey: [whoAmI.path] });
        throw new Error('signed out');
      }
      if ('refused' in answers) {
        return outgoing.map(({ rowId }) => ({ rowId, outcome: 'refused', text: answers.refused }));
      }
      remark(
        (before) => new Map([...before, ...answers.results.map((one) => [one.projectId, one] as const)]),
      );
      return Promise.all(answers.results.map((result) => answerOf(month, result, known.current)));
    };
    const later = (ms: number, act: () => void) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    };
    return openBook({ send, later, kept: keptEdits(localStorage, accountId, month) });
  }, [accountId, month, queries]);

  useEffect(() => {
    for (const row of rows) known.current.set(row.projectId, row);
    book.read(new Map(rows.map((row) => [row.projectId, standingOf(row)])));
  }, [book, rows]);
  useFlushing(book);
  const state = useSyncExternalStore<BookState>(book.subscribe, book.get);
  return { book, state, remarks };
}

/** At once when the network is back, the lid is opened, or the window goes away. */
function useFlushing(book: Book) {
  useEffect(() => {
    const flush = () => void book.flush();
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
      book.stop();
    };
  }, [book]);
}

type Saved =
  | { readonly results: readonly RowResult[] }
  | { readonly refused: string }
  | { readonly signedOut: true };

/** A refusal of the whole concerns every row; whatever may pass by itself is thrown on. */
async function callSave(
  month: Month,
  outgoing: readonly Outgoing[],
  known: ReadonlyMap<string, ReportingRow>,
): Promise<Saved> {
  try {
    return await call(saveDrafts, {
      month,
      rows: outgoing.map(({ rowId, version, facts }) => ({
        projectId: rowId as Id<'project'>,
        expectedVersion: version,
        facts: sentFacts(known.get(rowId), facts),
      })),
    });
  } catch (error) {
    const { code, status, text } = error as CallRefused;
    if (code === 'http.sign_in_first') return { signedOut: true };
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) return { refused: text };
    throw error;
  }
}

async function answerOf(
  month: Month,
  { projectId, outcome, version, text }: RowResult,
  known: Map<string, ReportingRow>,
): Promise<Answer> {
  const rowId: string = projectId;
  if (outcome === 'done' || outcome === 'unchanged') return { rowId, outcome: 'saved', version };
  if (outcome !== 'stale') return { rowId, outcome: 'refused', text: text ?? gridTexts.noAnswer };
  const [row] = (await call(periodRows, { month, projectId })).rows;
  if (!row) return { rowId, outcome: 'refused', text: text ?? gridTexts.noAnswer };
  known.set(rowId, row);
  return { rowId, outcome: 'stale', theirs: standingOf(row) };
}
