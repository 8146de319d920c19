import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ReportingRow, StepDue } from '../../contract.ts';
import { type Cursor, cursorAt, keepWithin, moveCursor, selectedBlock } from '../grid/cursor.ts';
import { deedOf, type Typed } from '../grid/deed.ts';
import type { FactName, Facts, FactValue } from '../grid/fact.ts';
import { gridTexts } from '../grid/grid-texts.ts';
import { type Deed, doAgain, noHistory, remember, takeBack } from '../grid/history.ts';
import { keyMeaning, type Meaning } from '../grid/key-meaning.ts';
import { pasteBlock } from '../grid/paste.ts';
import { readFact, type Setting } from '../grid/read-fact.ts';
import { readTabular, writeTabular } from '../grid/tabular-text.ts';
import type { Book, BookState } from '../queue/book.ts';
import { factsOf } from '../queue/entry.ts';
import { cellText } from './cell-text.ts';
import { firstTyped, gridColumns, typedColumns } from './columns.ts';
import { stateNameOf } from './row-facts.ts';

/** Said after a paste: how much, or why nothing. */
export type Notice = { readonly isRefusal: boolean; readonly lines: readonly string[] };

type GridParts = {
  readonly rows: readonly ReportingRow[];
  readonly book: Book;
  readonly state: BookState;
  readonly setting: Setting;
  readonly before: (row: ReportingRow) => string | null;
  readonly steps: readonly StepDue[];
  readonly isWaiting: (row: ReportingRow) => boolean;
  readonly submit: () => void;
};

export type Typing = { readonly text: string; readonly fromEnd: boolean };

/** Where one is in the grid and what one is typing, with everything keys and clipboard do. */
export function useGrid(parts: GridParts) {
  const { rows, book, state, setting } = parts;
  const extent = { rows: rows.length, typed: typedColumns };
  const [kept, setCursor] = useState<Cursor>(() => {
    const asked = new URLSearchParams(window.location.search).get('project');
    const named = rows.findIndex(({ projectId }) => projectId === asked);
    const first = named >= 0 ? named : rows.findIndex(parts.isWaiting);
    return cursorAt({ row: Math.max(0, first), column: firstTyped });
  });
  const cursor = keepWithin(kept, extent);
  const [typing, setTyping] = useState<Typing>();
  const [history, setHistory] = useState(noHistory);
  const [notice, tell] = useState<Notice>();
  const block = selectedBlock(cursor);
  const row = rows[cursor.at.row];
  const fact = gridColumns[cursor.at.column]?.fact;

  const entryOf = (one: ReportingRow) => state.entries.get(one.projectId);
  const isOpen = (one: ReportingRow) => one.acts.includes('fill') && entryOf(one)?.trouble?.kind !== 'stale';
  const standing = {
    facts: (rowId: string) => factsOf(book.get().entries.get(rowId)!) as Facts,
    before: (rowId: string) => {
      const found = rows.find(({ projectId }) => projectId === rowId);
      return found ? parts.before(found) : null;
    },
  };

  const act = (deed: Deed) => {
    if (deed.length === 0) return;
    book.type(deed);
    setHistory((past) => remember(past, deed));
  };
  const put = (typed: readonly Typed[]) => {
    const known = typed.filter(({ rowId }) => book.get().entries.has(rowId));
    const deed = deedOf(known, standing);
    // A cell whose text could not be read is understood now, even if it says what stood there before.
    const cleared = known.flatMap(({ rowId, fact: of, value }) =>
      book.get().entries.get(rowId)?.unread[of] && !deed.some((one) => one.rowId === rowId && one.fact === of)
        ? [{ rowId, fact: of, before: value, after: value }]
        : [],
    );
    act([...deed, ...cleared]);
  };
  const putText = (to: ReportingRow, of: FactName, text: string) => {
    const read = readFact(of, text, setting);
    if (read.wrong !== undefined) book.misread(to.projectId, of, { text, wrong: read.wrong });
    else put([{ rowId: to.projectId, fact: of, value: read.value }]);
  };
  const commit = () => {
    if (typing && row && fact && isOpen(row)) putText(row, fact, typing.text);
    setTyping(undefined);
  };
  // A closed lid or a reload takes along what stands in the open cell.
  const latest = useRef(commit);
  latest.current = commit;
  useEffect(() => {
    const keep = () => latest.current();
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, []);

  const go = (next: Cursor) => {
    commit();
    tell(undefined);
    setCursor(next);
  };
  const inBlock = (value: (one: ReportingRow, of: FactName) => FactValue | undefined): Typed[] =>
    rows.slice(block.top, block.bottom + 1).flatMap((one) =>
      gridColumns.slice(block.left, block.right + 1).flatMap(({ fact: of }) => {
        const next = of && isOpen(one) ? value(one, of) : undefined;
        return of && next !== undefined ? [{ rowId: one.projectId, fact: of, value: next }] : [];
      }),
    );
  const fillDown = () => {
    const from = rows[block.top === block.bottom ? block.top - 1 : block.top];
    const source = from && entryOf(from);
    if (!source) return;
    put(inBlock((one, of) => (one === from ? undefined : factsOf(source)[of])));
  };
  const seek = (back: boolean) => {
    commit();
    const order = rows.map((_one, at) => at);
    const [ahead, around] = back
      ? [order.slice(0, cursor.at.row).reverse(), order.slice(cursor.at.row).reverse()]
      : [order.slice(cursor.at.row + 1), order.slice(0, cursor.at.row + 1)];
    const found = [...ahead, ...around].find((at) => rows[at] && parts.isWaiting(rows[at]));
    if (found === undefined) return false;
    setCursor(cursorAt({ row: found, column: firstTyped }));
    return true;
  };
  const travel = (way: typeof takeBack) => {
    const step = way(history);
    if (!step) return;
    book.type(step.deed);
    setHistory(step.history);
    const at = rows.findIndex(({ projectId }) => projectId === step.deed[0]?.rowId);
    const column = gridColumns.findIndex((one) => one.fact === step.deed[0]?.fact);
    if (at >= 0) setCursor(cursorAt({ row: at, column }));
  };
  const undo = () => travel(takeBack);
  const redo = () => travel(doAgain);

  /** Whether the key was the grid's. */
  const perform = (meaning: Meaning): boolean => {
    switch (meaning.does) {
      case 'move':
        go(moveCursor(cursor, extent, meaning.step, meaning.extend));
        return true;
      case 'keep': {
        const next = moveCursor(cursor, extent, meaning.step);
        const stays = next.at.row === cursor.at.row && next.at.column === cursor.at.column;
        go(next);
        // Past the last cell, Tab leaves the grid.
        return !(stays && (meaning.step === 'next' || meaning.step === 'previous'));
      }
      case 'edit':
        if (row && fact && isOpen(row))
          setTyping({ text: cellText(row, entryOf(row), cursor.at.column, parts), fromEnd: true });
        return true;
      case 'cancel':
        setTyping(undefined);
        return true;
      case 'clear':
        put(inBlock(() => null));
        return true;
      case 'toggle': {
        if (!row || !fact || (fact !== 'started' && fact !== 'entered')) return false;
        const entry = entryOf(row);
        const now = entry ? factsOf(entry)[fact] : null;
        if (isOpen(row))
          put([{ rowId: row.projectId, fact, value: now === null ? true : now ? false : null }]);
        return true;
      }
      case 'undo':
        undo();
        return true;
      case 'redo':
        redo();
        return true;
      case 'fill-down':
        fillDown();
        return true;
      case 'select-all':
        setCursor({
          anchor: { row: 0, column: 0 },
          at: { row: rows.length - 1, column: gridColumns.length - 1 },
          tabFrom: undefined,
        });
        return true;
      case 'seek':
        seek(meaning.back);
        return true;
      case 'decide':
        if (!row || entryOf(row)?.trouble?.kind !== 'stale') return false;
        book.decide(row.projectId, meaning.whose);
        return true;
      case 'submit':
        commit();
        tell(undefined);
        parts.submit();
        return true;
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { isComposing } = event.nativeEvent;
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const meaning = keyMeaning(typing ? 'typing' : 'moving', {
      ...{ key, shiftKey, ctrlKey, metaKey, altKey, isComposing },
    });
    if (meaning && perform(meaning)) event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (typing && !/[\t\n]./.test(text)) return;
    event.preventDefault();
    setTyping(undefined);
    const pasted = pasteBlock(readTabular(text), {
      columns: gridColumns,
      selected: block,
      setting,
      rows: rows.map((one) => ({
        ...{
          rowId: one.projectId,
          name: one.name,
          closed: isOpen(one) ? undefined : stateNameOf(one, entryOf(one), parts.steps),
        },
      })),
    });
    if ('refused' in pasted) {
      const most = 8;
      const more = pasted.refused.length - most;
      tell({
        isRefusal: true,
        lines: [...pasted.refused.slice(0, most), ...(more > 0 ? [gridTexts.moreFaults(more)] : [])],
      });
      return;
    }
    put(pasted.cells);
    const { top, left, bottom, right } = pasted.block;
    setCursor({ anchor: { row: bottom, column: right }, at: { row: top, column: left }, tabFrom: undefined });
    tell({ isRefusal: false, lines: [gridTexts.pasted(pasted.cells.length, pasted.skipped)] });
  };

  const onCopy = (event: ClipboardEvent) => {
    if (typing) return;
    event.preventDefault();
    const lines = rows
      .slice(block.top, block.bottom + 1)
      .map((one) =>
        gridColumns
          .slice(block.left, block.right + 1)
          .map((_column, at) => cellText(one, entryOf(one), block.left + at, parts)),
      );
    event.clipboardData.setData('text/plain', writeTabular(lines));
    if (event.type === 'cut') put(inBlock(() => null));
  };

  return {
    cursor,
    block,
    typing,
    notice,
    isOpen,
    go,
    seek,
    undo,
    redo,
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
    putText,
    startTyping: (text: string) => setTyping({ text, fromEnd: false }),
    open: () => perform({ does: 'edit' }),
    commit,
    onKeyDown,
    onPaste,
    onCopy,
  };
}

export type Grid = ReturnType<typeof useGrid>;
