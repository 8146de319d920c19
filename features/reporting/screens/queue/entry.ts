import { type FactName, type Facts, type FactValue, factNames } from '../grid/fact.ts';

export type SomeFacts = Partial<Record<FactName, FactValue>>;

/** A text in a cell that says nothing the program understands; it stays as it was typed. */
export type Unread = { readonly text: string; readonly wrong: string };

/** A row as the server holds it. */
export type Standing = { readonly version: number; readonly facts: Facts };

export type Trouble =
  /** Somebody else changed the same cells meanwhile. */
  { readonly kind: 'stale'; readonly theirs: Standing } | { readonly kind: 'refused'; readonly text: string };

/** One row with what was typed here and is not yet known to be saved. */
export type Entry = {
  readonly standing: Standing;
  readonly changed: SomeFacts;
  /** What of it is on its way to the server. */
  readonly sending: SomeFacts | undefined;
  readonly unread: Readonly<Partial<Record<FactName, Unread>>>;
  readonly trouble: Trouble | undefined;
};

export function freshEntry(standing: Standing): Entry {
  return { standing, changed: {}, sending: undefined, unread: {}, trouble: undefined };
}

/** What the row says with what was typed. */
export function factsOf({ standing, changed }: Entry): Facts {
  return { ...standing.facts, ...changed };
}

export function isUnsaved({ changed, unread }: Entry): boolean {
  return Object.keys(changed).length > 0 || Object.keys(unread).length > 0;
}

/** Waits for the next attempt to send. */
export function isToSend({ changed, sending, trouble }: Entry): boolean {
  return Object.keys(changed).length > 0 && sending === undefined && trouble === undefined;
}

/** Typing again after a refusal is a new attempt; a conflict waits for its decision. */
export function typedInto(entry: Entry, facts: SomeFacts): Entry {
  const changed = differing({ ...entry.changed, ...facts }, entry.standing.facts, entry.sending);
  const unread = Object.fromEntries(Object.entries(entry.unread).filter(([fact]) => !(fact in facts)));
  return {
    ...entry,
    changed,
    unread,
    trouble: entry.trouble?.kind === 'refused' ? undefined : entry.trouble,
  };
}

export function notUnderstood(entry: Entry, fact: FactName, unread: Unread): Entry {
  return { ...entry, unread: { ...entry.unread, [fact]: unread } };
}

export function onItsWay(entry: Entry): Entry {
  return { ...entry, sending: entry.changed };
}

/** Nobody knows whether it arrived: it is sent again. */
export function lost(entry: Entry): Entry {
  return { ...entry, sending: undefined };
}

/** The server has it. What was typed while it was on its way is still to be sent. */
export function saved(entry: Entry, version: number): Entry {
  const facts = { ...entry.standing.facts, ...entry.sending };
  return {
    ...entry,
    standing: { version, facts },
    changed: differing(entry.changed, facts),
    sending: undefined,
  };
}

export function refused(entry: Entry, text: string): Entry {
  return { ...entry, sending: undefined, trouble: { kind: 'refused', text } };
}

/**
 * The server holds another version than the one typed on. Cells that only one of the two touched do not quarrel and
 * are put together; a cell that both changed is for people to decide.
 */
export function overtaken(entry: Entry, theirs: Standing): Entry {
  const { standing: base, changed } = entry;
  const both = factNames.filter(
    (fact) =>
      fact in changed && theirs.facts[fact] !== base.facts[fact] && theirs.facts[fact] !== changed[fact],
  );
  if (both.length > 0) return { ...entry, sending: undefined, trouble: { kind: 'stale', theirs } };
  const merged = differing(changed, theirs.facts);
  return { ...entry, standing: theirs, changed: merged, sending: undefined, trouble: undefined };
}

/** The cells that stand differently in both versions. */
export function quarrel(entry: Entry, theirs: Standing): readonly FactName[] {
  return factNames.filter((fact) => fact in entry.changed && entry.changed[fact] !== theirs.facts[fact]);
}

export function keepMine(entry: Entry): Entry {
  if (entry.trouble?.kind !== 'stale') return entry;
  const { theirs } = entry.trouble;
  return { ...entry, standing: theirs, changed: differing(entry.changed, theirs.facts), trouble: undefined };
}

/** Also gives up what was refused, or not understood. */
export function takeTheirs(entry: Entry): Entry {
  return freshEntry(entry.trouble?.kind === 'stale' ? entry.trouble.theirs : entry.standing);
}

/**
 * What was read anew from the server. Rows being worked on keep what they were typed on, until they are answered; a
 * reading that was overtaken by a save from here says nothing new.
 */
export function readAnew(entry: Entry, standing: Standing): Entry {
  if (entry.sending !== undefined || standing.version <= entry.standing.version) return entry;
  return isUnsaved(entry) ? overtaken(entry, standing) : freshEntry(standing);
}

/** Only what is new; a cell set back while its value is on its way must be sent back, too. */
function differing(changed: SomeFacts, standing: Facts, sending: SomeFacts = {}): SomeFacts {
  return Object.fromEntries(
    Object.entries(changed).filter(
      ([fact, value]) => fact in sending || standing[fact as FactName] !== value,
    ),
  );
}
