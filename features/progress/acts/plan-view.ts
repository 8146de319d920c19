import type { PlanVersion } from '#engines/indicators';

export function planView(version: PlanVersion) {
  const { number, kind, effectiveFrom, totalFen, monthsFen } = version;
  const { reason, approver, source, recordedAt, recordedBy } = version;
  const monthsSumFen = monthsFen.reduce<bigint>((sum, fen) => sum + (fen ?? 0n), 0n);
  return {
    ...{ number, kind, effectiveFrom, totalFen, monthsFen, monthsSumFen },
    ...{ reason, approver, source, recordedAt, recordedBy },
  };
}
