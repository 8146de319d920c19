import { factsOf, type Report } from '#engines/indicators';

export function reportView(report: Report) {
  const { number, receivedOn, source, correctionReason, recordedAt, recordedBy } = report;
  return { number, ...factsOf({}, report), receivedOn, source, correctionReason, recordedAt, recordedBy };
}
