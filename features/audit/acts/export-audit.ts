import { actionText, audit, type City, ensureMay, isRole, roleName } from '#access';
import { defineRefusals, ensure } from '#kernel/refusal';
import { type AuditFilter, type AuditRow, countAuditRows, findAuditRows } from '../store/audit-list.ts';
import { exportHeadings, objectName, outcomeNames } from '../texts.ts';

const most = 100_000;

defineRefusals({
  'audit.too_many_rows': {
    status: 422,
    text: '符合条件的审计记录有 {total} 条，一次最多导出 {most} 条。请缩小日期范围后分次导出。',
  },
});

/** The rows as filtered, as CSV that office programs open in Chinese; leaves its own row behind. */
export async function exportAudit(city: City, filter: AuditFilter) {
  ensureMay(city, 'audit.export', {});
  const total = await countAuditRows(city.tx, filter);
  ensure(total <= most, 'audit.too_many_rows', { total, most });
  const rows = await findAuditRows(city.tx, filter, { limit: most, offset: 0 });
  await audit(city, { action: 'audit.export', object: 'audit', details: { filter, rows: rows.length } });
  const lines = [exportHeadings, ...rows.map(cellsOf)].map((cells) => cells.map(csvCell).join(','));
  return {
    name: `审计记录_${city.pack.name}_${city.today}.csv`,
    bytes: new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`),
  };
}

function cellsOf(row: AuditRow): string[] {
  return [
    row.number?.toString() ?? '',
    beijingTime(row.at),
    row.accountId,
    row.actorName,
    row.roles.map((role) => (isRole(role) ? roleName(role) : role)).join('、'),
    row.ip ?? '',
    actionText(row.action),
    row.action,
    objectName(row.object),
    row.objectId ?? '',
    outcomeNames[row.outcome],
    row.personalData ? '是' : '否',
    JSON.stringify(row.details),
    row.auditId,
  ];
}

function beijingTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A cell that an office program would run as a formula gets a mark in front. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
