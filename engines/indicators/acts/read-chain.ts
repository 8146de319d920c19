import type { City } from '#access';
import type { Month } from '#kernel/month';
import type { ChainRow, StepEntry } from '../domain/chain.ts';
import type { SubjectId } from '../domain/subject.ts';
import { type Draft, readDrafts } from '../store/chain-draft.ts';
import { type ReportRequest, readRequests } from '../store/chain-request.ts';
import { readChainRows } from '../store/chain-row.ts';
import { readSteps, readStepsOfYear } from '../store/chain-step.ts';
import { readDutiesIn, type StandingDuty } from '../store/duty-rows.ts';
import { readHeldSubjects } from '../store/held-subjects.ts';
import { readHolders } from '../store/subject-holders.ts';
import { lockSubjects } from '../store/subject-rows.ts';

/** Rows of a month that anybody touched, of some subjects or of all visible ones. */
export async function chainRows(
  city: City,
  month: Month,
  subjectIds?: readonly SubjectId[],
): Promise<ChainRow[]> {
  return readChainRows(city.tx, month, subjectIds);
}

/** The same, kept from others until the transaction ends. */
export async function lockChainRows(
  city: City,
  month: Month,
  subjectIds: readonly SubjectId[],
): Promise<Map<SubjectId, ChainRow>> {
  await lockSubjects(city.tx, subjectIds);
  return new Map((await readChainRows(city.tx, month, subjectIds)).map((row) => [row.subjectId, row]));
}

export async function draftsOf(
  city: City,
  month: Month,
  subjectIds?: readonly SubjectId[],
): Promise<Draft[]> {
  return readDrafts(city.tx, month, subjectIds);
}

export async function stepsOf(
  city: City,
  month: Month,
  subjectIds?: readonly SubjectId[],
): Promise<StepEntry[]> {
  return readSteps(city.tx, month, subjectIds);
}

/** A subject's log of a year, oldest first. */
export async function stepsOfYear(city: City, subjectId: SubjectId, year: number): Promise<StepEntry[]> {
  return readStepsOfYear(city.tx, subjectId, year);
}

/** 补报 and 更正 of a month or of all, newest first. */
export async function reportRequests(city: City, month?: Month): Promise<ReportRequest[]> {
  return readRequests(city.tx, { month: month ?? null });
}

export async function findRequest(city: City, requestId: string): Promise<ReportRequest | undefined> {
  return (await readRequests(city.tx, { requestId }))[0];
}

/** Subjects that owe a report for a month, of those some hold or of the whole city. */
export async function owingSubjects(
  city: City,
  month: Month,
  holders?: readonly string[],
): Promise<StandingDuty[]> {
  const held = holders && (await readHeldSubjects(city.tx, holders));
  return (await readDutiesIn(city.tx, month, held)).filter(({ owes }) => owes);
}

/** What some subjects owe in a month, also nothing. */
export async function dutiesAmong(
  city: City,
  month: Month,
  subjectIds: readonly SubjectId[],
): Promise<StandingDuty[]> {
  return readDutiesIn(city.tx, month, subjectIds);
}

/** Who holds each subject: those whom the row security of its reports lets in. */
export async function subjectHolders(
  city: City,
  subjectIds: readonly SubjectId[],
): Promise<Map<SubjectId, readonly string[]>> {
  return readHolders(city.tx, subjectIds);
}
