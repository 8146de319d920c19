import { useLayoutEffect, useRef } from 'react';
import type { Grid, Typing } from './use-grid.ts';

type ActiveCellProps = {
  readonly label: string;
  readonly text: string;
  readonly typing: Typing | undefined;
  readonly isWords: boolean;
  readonly isNumber: boolean;
  readonly isOpen: boolean;
  readonly describedBy: string | undefined;
  readonly grid: Grid;
};

/**
 * The one field of the grid stands in the chosen cell with its text selected, so that the first key, also one of an
 * input method, replaces it.
 */
export function ActiveCell({
  label,
  text,
  typing,
  isWords,
  isNumber,
  isOpen,
  describedBy,
  grid,
}: ActiveCellProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const isTyping = typing !== undefined;
  useLayoutEffect(() => {
    // Only what was in the grid goes on in the grid: a dialog keeps the focus.
    const there = document.activeElement;
    if (there && there !== document.body && !there.closest('.grid')) return;
    field.current?.focus({ preventScroll: true });
    field.current?.closest('td, th')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  useLayoutEffect(() => {
    const { current } = field;
    if (!current || document.activeElement !== current) return;
    if (!isTyping) current.select();
    else if (typing.fromEnd) current.setSelectionRange(current.value.length, current.value.length);
  }, [isTyping, isTyping ? undefined : text]);
  const Field = isWords ? 'textarea' : 'input';
  return (
    <Field
      ref={field}
      className={`grid-field${isTyping ? ' grid-typing' : ''}${isNumber ? ' number' : ''}`}
      aria-label={label}
      aria-describedby={describedBy}
      readOnly={!isOpen}
      autoComplete="off"
      spellCheck={false}
      value={typing?.text ?? text}
      onChange={(event) => grid.startTyping(event.target.value)}
      onKeyDown={grid.onKeyDown}
      onPaste={grid.onPaste}
      onCopy={grid.onCopy}
      onCut={grid.onCopy}
      onBlur={grid.commit}
    />
  );
}
