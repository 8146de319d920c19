/** The words of headers, rows and cells, as the packs list them. Which column means what follows from these alone. */
export type Vocabulary = {
  readonly fields: Readonly<Record<string, FieldWords>>;
  readonly amounts: AmountWords;
  readonly rows: RowWords;
  readonly words: CellWords;
};

/** How headers name a field. A column of the record is found by these, not by its place. */
export type FieldWords = {
  /** The whole header, the likeliest wording first. */
  readonly is: readonly string[];
  /** The end of a header: in Chinese the noun that counts stands last. */
  readonly ends: readonly string[];
  /** Anywhere in a header. */
  readonly has: readonly string[];
  /** A header with one of these is something else. */
  readonly not: readonly string[];
  /** Which kind of workbook has the field; both where absent. */
  readonly kind?: 'list' | 'report';
  /** Not part of the record, yet known: it says nothing, or can be worked out from others. */
  readonly ignored?: boolean;
};

/** What the words of an amount's header say about it. */
export type AmountWords = {
  readonly ratio: readonly string[];
  readonly otherAmount: readonly string[];
  readonly total: readonly string[];
  readonly plan: readonly string[];
  readonly done: readonly string[];
  readonly cumulative: readonly string[];
  readonly sinceStart: readonly string[];
  readonly thisMonth: readonly string[];
  readonly lastMonth: readonly string[];
  readonly thisYear: readonly string[];
  readonly lastYearEnd: readonly string[];
  readonly soFar: readonly string[];
};

export type RowWords = {
  readonly total: readonly string[];
  readonly subtotal: readonly string[];
  readonly note: readonly string[];
  readonly signature: readonly string[];
  readonly instructions: readonly string[];
};

export type CellWords = {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly empty: readonly string[];
  readonly noCode: readonly string[];
  readonly same: readonly string[];
  readonly levels: Readonly<Record<string, readonly string[]>>;
  readonly stages: Readonly<Record<string, readonly string[]>>;
};
