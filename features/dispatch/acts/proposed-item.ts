import type { Id } from '#kernel/id';
import type { PlainDate } from '#kernel/plain-date';
import type { AgendaSource } from '../domain/agenda.ts';
import type { Cadence } from '../domain/cadence.ts';
import type { Sheet } from '../domain/sheet.ts';
import type { MeetingRow } from '../store/meeting.ts';

export type ProposedItem = {
  readonly source: AgendaSource;
  readonly sourceKey: string;
  readonly title: string;
  readonly projectId: Id<'project'> | null;
  readonly matterId: string | null;
  readonly lead: string | null;
  readonly holders: readonly string[];
  readonly sheet: Sheet;
};

export type AgendaAsked = {
  readonly cadence: Cadence;
  readonly asOf: PlainDate;
  readonly departments: readonly string[];
  readonly previous: MeetingRow | undefined;
};
