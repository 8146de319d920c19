import type { FactName } from '../grid/fact.ts';
import {
  type Entry,
  freshEntry,
  isUnsaved,
  overtaken,
  type SomeFacts,
  type Standing,
  type Unread,
} from './entry.ts';

/** What of a row lies in this browser: what was typed, and the cells as they were when it was typed. */
export type KeptEdit = {
  readonly version: number;
  readonly changed: SomeFacts;
  readonly base: SomeFacts;
  readonly unread: Readonly<Partial<Record<FactName, Unread>>>;
};

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** One entry per row, so that two windows do not overwrite each other; one person never sends another's. */
export function keptEdits(shelf: Shelf, accountId: string, month: string) {
  const prefix = `guatu.filling.${accountId}.${month}.`;
  return {
    keep(rowId: string, entry: Entry): boolean {
      try {
        if (isUnsaved(entry)) shelf.setItem(prefix + rowId, JSON.stringify(keptEdit(entry)));
        else shelf.removeItem(prefix + rowId);
        return true;
      } catch {
        // The browser gives no room: what is typed lives in this window only.
        return false;
      }
    },
    all(): Map<string, KeptEdit> {
      const found = new Map<string, KeptEdit>();
      for (let at = 0; at < shelf.length; at += 1) {
        const key = shelf.key(at);
        const kept = key?.startsWith(prefix) ? read(shelf.getItem(key)) : undefined;
        if (key && kept) found.set(key.slice(prefix.length), kept);
      }
      return found;
    },
  };
}

function keptEdit({ standing, changed, unread }: Entry): KeptEdit {
  const base = Object.fromEntries(
    Object.keys(changed).map((fact) => [fact, standing.facts[fact as FactName]]),
  );
  return { version: standing.version, changed, base, unread };
}

/** A row found again after a reload, with what had been typed into it. */
export function foundAgain(standing: Standing, { version, changed, base, unread }: KeptEdit): Entry {
  if (version === standing.version) return { ...freshEntry(standing), changed, unread };
  const before = { version, facts: { ...standing.facts, ...base } };
  return overtaken({ ...freshEntry(before), changed, unread }, standing);
}

function read(text: string | null): KeptEdit | undefined {
  try {
    const kept = JSON.parse(text ?? '') as Partial<KeptEdit>;
    return typeof kept.version === 'number' && kept.changed && kept.base
      ? { version: kept.version, changed: kept.changed, base: kept.base, unread: kept.unread ?? {} }
      : undefined;
  } catch {
    return undefined;
  }
}
