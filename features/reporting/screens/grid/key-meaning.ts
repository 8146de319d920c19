import type { Step } from './cursor.ts';

/** `moving`: the cell is chosen; `typing`: its text is being changed. */
export type Mode = 'moving' | 'typing';

export type Key = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** An input method is composing: every key belongs to it. */
  readonly isComposing: boolean;
};

export type Meaning =
  | { readonly does: 'move'; readonly step: Step; readonly extend: boolean }
  | { readonly does: 'keep'; readonly step: Step }
  | { readonly does: 'edit' | 'cancel' | 'clear' | 'toggle' | 'undo' | 'redo' | 'fill-down' | 'select-all' }
  | { readonly does: 'seek'; readonly back: boolean }
  | { readonly does: 'decide'; readonly whose: 'mine' | 'theirs' }
  | { readonly does: 'submit' };

const arrows: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'row-start',
  End: 'row-end',
};

/** What a key does in the grid; undefined: it is the text field's own, or the browser's. */
export function keyMeaning(mode: Mode, key: Key): Meaning | undefined {
  if (key.isComposing || key.key === 'Process') return undefined;
  const control = key.ctrlKey || key.metaKey;
  if (key.key === 'Enter' && control) return { does: 'submit' };
  if (key.altKey) {
    if (key.key === 'ArrowDown' || key.key === 'ArrowUp')
      return { does: 'seek', back: key.key === 'ArrowUp' };
    if (key.key === '1' || key.key === '2')
      return { does: 'decide', whose: key.key === '1' ? 'mine' : 'theirs' };
    return undefined;
  }
  if (key.key === 'Enter') return { does: 'keep', step: key.shiftKey ? 'enter-back' : 'enter' };
  if (key.key === 'Tab') return { does: 'keep', step: key.shiftKey ? 'previous' : 'next' };
  return mode === 'typing' ? whileTyping(key, control) : whileMoving(key, control);
}

function whileTyping({ key }: Key, control: boolean): Meaning | undefined {
  if (key === 'Escape') return { does: 'cancel' };
  if (control) return undefined;
  if (key === 'ArrowUp' || key === 'ArrowDown') return { does: 'keep', step: arrows[key] as Step };
  return undefined;
}

function whileMoving({ key, shiftKey: extend }: Key, control: boolean): Meaning | undefined {
  if (control) return withControl(key.toLowerCase(), extend);
  const step = arrows[key];
  if (step) return { does: 'move', step, extend };
  if (key === 'F2') return { does: 'edit' };
  if (key === 'Delete' || key === 'Backspace') return { does: 'clear' };
  if (key === ' ') return { does: 'toggle' };
  return undefined;
}

function withControl(key: string, shift: boolean): Meaning | undefined {
  if (key === 'home' || key === 'end')
    return { does: 'move', step: key === 'home' ? 'first' : 'last', extend: shift };
  if (key === 'z') return { does: shift ? 'redo' : 'undo' };
  if (key === 'y') return { does: 'redo' };
  if (key === 'd') return { does: 'fill-down' };
  if (key === 'a') return { does: 'select-all' };
  return undefined;
}
