/** Reading offices' workbooks: what other rooms may use. Pure; storing what was read is theirs. */
export { type Column, isAmountField, type Mapping } from './domain/column.ts';
export { detectKind } from './domain/detect-kind.ts';
export { type Dictionary, type DictionarySource, dictionaryOf, type Place } from './domain/dictionary.ts';
export type { Finding } from './domain/finding.ts';
export { type FindingCode, findingTexts } from './domain/finding-texts.ts';
export type { ListRecord } from './domain/list-record.ts';
export type { KnownProject } from './domain/match-project.ts';
export { numberRows } from './domain/number-rows.ts';
export { type ListSetting, readList } from './domain/read-list.ts';
export { type ReportsSetting, readReports } from './domain/read-reports.ts';
export type { ReportRecord } from './domain/report-record.ts';
export type { EarlierReport } from './domain/report-rules.ts';
export {
  type ReadResult,
  type RowResult,
  rowRef,
  type SheetResult,
  type SkipResult,
} from './domain/result.ts';
export { nameKey } from './domain/spelling.ts';
export type { Vocabulary } from './domain/vocabulary.ts';
