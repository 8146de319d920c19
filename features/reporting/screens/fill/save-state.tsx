import { Button } from 'antd';
import type { Book, BookState } from '../queue/book.ts';
import { isUnsaved } from '../queue/entry.ts';
import { texts } from '../texts.ts';

/** Where what was typed is by now: with the server, on its way, or in this browser only. */
export function SaveState({ book, state }: { readonly book: Book; readonly state: BookState }) {
  const entries = [...state.entries.values()];
  const unsaved = entries.filter(({ changed }) => Object.keys(changed).length > 0).length;
  const unread = entries.reduce((sum, one) => sum + Object.keys(one.unread).length, 0);
  const isCut = state.traffic === 'cut' && unsaved > 0;
  const said = isCut
    ? (state.isKept ? texts.cut : texts.cutUnkept)(unsaved)
    : unsaved === 0
      ? entries.some(isUnsaved)
        ? ''
        : texts.allSaved
      : state.traffic === 'sending'
        ? texts.saving(unsaved)
        : texts.toSave(unsaved);
  return (
    <div className={`save-state${isCut ? ' save-cut' : ''}`}>
      <span role="status">{[said, unread > 0 ? texts.unread(unread) : ''].filter(Boolean).join('；')}</span>
      {isCut ? (
        <Button size="small" onClick={() => void book.flush()}>
          {texts.tryNow}
        </Button>
      ) : null}
    </div>
  );
}
