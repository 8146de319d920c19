import type { Person } from '../support/working-city.ts';

/** What the client outside is sent to do. */
export type Errand = {
  readonly baseUrl: string;
  /** Saves reports. */
  readonly filler: Person;
  /** Evaluates the lights meanwhile. */
  readonly coordinator: Person;
  readonly year: number;
  readonly writers: number;
  /** The client's own file, one line per acknowledged write. */
  readonly log: string;
};

export type SavedReport = {
  readonly act: 'report';
  readonly key: string;
  readonly projectId: string;
  readonly month: string;
  /** The number its writer had in view; the server gave the next one. */
  readonly expectedNumber: number;
  readonly number: number;
  readonly cumFen: string;
};

export type EvaluatedLights = {
  readonly act: 'evaluation';
  readonly key: string;
  readonly asOf: string;
  readonly lit: number;
  readonly changed: number;
};

export type Acknowledged = SavedReport | EvaluatedLights;
