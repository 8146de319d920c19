import type { FactName, Facts } from '../grid/fact.ts';
import { gridTexts } from '../grid/grid-texts.ts';
import type { Deed } from '../grid/history.ts';
import {
  type Entry,
  factsOf,
  freshEntry,
  isToSend,
  isUnsaved,
  keepMine,
  lost,
  notUnderstood,
  onItsWay,
  overtaken,
  readAnew,
  refused,
  type Standing,
  saved,
  takeTheirs,
  typedInto,
  type Unread,
} from './entry.ts';
import { foundAgain, type keptEdits } from './kept-edits.ts';

export type Outgoing = { readonly rowId: string; readonly version: number; readonly facts: Facts };

/** What became of one row that was sent. */
export type Answer =
  | { readonly rowId: string; readonly outcome: 'saved'; readonly version: number }
  | { readonly rowId: string; readonly outcome: 'stale'; readonly theirs: Standing }
  | { readonly rowId: string; readonly outcome: 'refused'; readonly text: string };

/** Rejects when nothing is known of the attempt; it is made again later. */
export type Send = (rows: readonly Outgoing[]) => Promise<readonly Answer[]>;

export type Traffic = 'rest' | 'waiting' | 'sending' | 'cut';

export type BookState = {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly traffic: Traffic;
  /** This browser keeps what is typed even if the window is closed. */
  readonly isKept: boolean;
};

type Parts = {
  readonly send: Send;
  readonly kept: ReturnType<typeof keptEdits>;
  /** Calls later unless cancelled. */
  readonly later: (ms: number, call: () => void) => () => void;
};

/** Cells typed one after another go together. */
const pauseMs = 600;
/** Waits after attempts that reached nobody; the last one repeats. */
const waitsMs = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;

/** Everything typed of a period: first kept in this browser, then sent, again and again until it is answered. */
export function openBook({ send, kept, later }: Parts) {
  let state: BookState = { entries: new Map(), traffic: 'rest', isKept: true };
  let failures = 0;
  let cancel = () => {};
  const heard = new Set<() => void>();

  const become = (next: Partial<BookState>) => {
    state = { ...state, ...next };
    for (const listener of heard) listener();
  };

  const put = (changes: ReadonlyMap<string, Entry>, traffic: Traffic = state.traffic) => {
    const entries = new Map([...state.entries, ...changes]);
    const isKept = [...changes].map(([rowId, entry]) => kept.keep(rowId, entry)).every(Boolean);
    become({ entries, traffic, isKept: changes.size === 0 ? state.isKept : isKept });
  };

  const each = (rowIds: readonly string[], change: (entry: Entry, rowId: string) => Entry) =>
    new Map(
      rowIds.flatMap((rowId) => {
        const entry = state.entries.get(rowId);
        return entry ? [[rowId, change(entry, rowId)] as const] : [];
      }),
    );

  const schedule = (ms: number) => {
    if (state.traffic === 'sending') return;
    cancel();
    if (![...state.entries.values()].some(isToSend)) {
      become({ traffic: 'rest' });
      return;
    }
    if (state.traffic !== 'cut') become({ traffic: 'waiting' });
    cancel = later(ms, () => void flush());
  };

  async function flush(): Promise<void> {
    if (state.traffic === 'sending') return;
    cancel();
    const rowIds = [...state.entries].filter(([, entry]) => isToSend(entry)).map(([rowId]) => rowId);
    if (rowIds.length === 0) {
      become({ traffic: 'rest' });
      return;
    }
    put(each(rowIds, onItsWay), 'sending');
    const outgoing = rowIds.flatMap((rowId) => {
      const entry = state.entries.get(rowId);
      return entry ? [{ rowId, version: entry.standing.version, facts: factsOf(entry) }] : [];
    });
    try {
      const answers = new Map((await send(outgoing)).map((answer) => [answer.rowId, answer]));
      failures = 0;
      put(
        each(rowIds, (entry, rowId) => answered(entry, answers.get(rowId))),
        'rest',
      );
      schedule(pauseMs);
    } catch {
      put(each(rowIds, lost), 'cut');
      schedule(waitsMs[Math.min(failures, waitsMs.length - 1)] ?? 0);
      failures += 1;
    }
  }

  return {
    get: () => state,
    subscribe(listener: () => void) {
      heard.add(listener);
      return () => heard.delete(listener);
    },
    /** Rows as the server shows them now; at first together with what this browser kept of them. */
    read(rows: ReadonlyMap<string, Standing>) {
      const found = kept.all();
      const entries = new Map(
        [...rows].map(([rowId, standing]) => {
          const known = state.entries.get(rowId);
          const edit = found.get(rowId);
          if (known) return [rowId, readAnew(known, standing)] as const;
          return [rowId, edit ? foundAgain(standing, edit) : freshEntry(standing)] as const;
        }),
      );
      put(entries);
      schedule(pauseMs);
    },
    type(deed: Deed) {
      const byRow = Map.groupBy(deed, ({ rowId }) => rowId);
      const facts = (rowId: string) =>
        Object.fromEntries((byRow.get(rowId) ?? []).map(({ fact, after }) => [fact, after]));
      put(each([...byRow.keys()], (entry, rowId) => typedInto(entry, facts(rowId))));
      schedule(state.traffic === 'cut' ? (waitsMs[Math.min(failures, waitsMs.length - 1)] ?? 0) : pauseMs);
    },
    misread(rowId: string, fact: FactName, unread: Unread) {
      put(each([rowId], (entry) => notUnderstood(entry, fact, unread)));
    },
    decide(rowId: string, whose: 'mine' | 'theirs') {
      put(each([rowId], whose === 'mine' ? keepMine : takeTheirs));
      schedule(0);
    },
    /** The network is back, or the lid is open again: no more waiting. */
    flush,
    /** Whether everything typed has reached the server. */
    isAllSaved: () => ![...state.entries.values()].some(isUnsaved),
    stop: () => cancel(),
  };
}

export type Book = ReturnType<typeof openBook>;

function answered(entry: Entry, answer: Answer | undefined): Entry {
  if (answer?.outcome === 'saved') return saved(entry, answer.version);
  if (answer?.outcome === 'stale') return overtaken(entry, answer.theirs);
  return refused(entry, answer?.text ?? gridTexts.noAnswer);
}
