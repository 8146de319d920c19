import type { PlainDate } from '#kernel/plain-date';
import type { Cadence } from './cadence.ts';
import type { Deadline } from './deadline.ts';
import type { Doubt } from './doubt.ts';
import type { Link } from './measure-links.ts';
import type { NamedProject } from './named-projects.ts';
import type { Place } from './script.ts';
import type { Target } from './target.ts';
import type { ResolvedUnit } from './unit-dictionary.ts';
import type { MeasureUnit } from './units.ts';

/** What a document says of itself. */
export type PolicyHead = {
  readonly key: string;
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly docNumberNormalized?: string;
  readonly issuer: string | null;
  readonly issuers?: readonly string[];
  readonly issueDate: PlainDate | null;
  readonly publishDate?: PlainDate;
  readonly printDate?: PlainDate;
  readonly effectiveDate?: PlainDate;
  readonly expiryDate?: PlainDate;
  readonly indexNumber?: string;
  readonly validity?: string;
  readonly status?: 'draft' | 'repealed';
  readonly links: readonly Link[];
  readonly closing?: { readonly text: string; readonly place: Place; readonly cadences: readonly Cadence[] };
  readonly sourceFile: string;
  /** Where each of the above stands, by its name. */
  readonly places: Readonly<Record<string, Place>>;
};

export type PolicyChapter = {
  readonly title: string;
  readonly hasPreamble: boolean;
  readonly cadences: readonly Cadence[];
  /** Numbers the chapter sets before its first measure, or where it holds none. */
  readonly targets: readonly Target[];
  readonly place: Place;
};

export type MeasureDeadline = {
  readonly text: string;
  readonly date: Deadline['date'];
  readonly place: Place;
};

export type PolicyMeasure = {
  readonly id: string;
  readonly no: string;
  readonly chapter: string | null;
  readonly section?: string;
  readonly title: string;
  readonly leadUnits: readonly string[];
  readonly responsibleUnits: readonly string[];
  readonly targets: readonly Target[];
  readonly cadences: readonly Cadence[];
  readonly units: readonly (MeasureUnit & { readonly resolved: ResolvedUnit })[];
  readonly deadlines: readonly MeasureDeadline[];
  readonly projects: readonly NamedProject[];
  readonly links: readonly Link[];
  readonly place: Place;
  readonly titlePlace: Place;
  readonly confidence: number;
};

/** A document as measures, with what a person should look at. */
export type PolicyDocument = {
  readonly document: PolicyHead;
  readonly chapters: readonly PolicyChapter[];
  readonly measures: readonly PolicyMeasure[];
  readonly doubts: readonly Doubt[];
};
