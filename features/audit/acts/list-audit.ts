import { actionText, type City, ensureMay } from '#access';
import { type InputOf, pageWindow } from '#http';
import { addDays } from '#kernel/plain-date';
import type { listAudit as route } from '../contract.ts';
import { type AuditRow, countAuditRows, countByDay, findAuditRows } from '../store/audit-list.ts';
import { objectName } from '../texts.ts';

export async function listAudit(city: City, input: InputOf<typeof route>) {
  ensureMay(city, 'audit.view', {});
  const { page, pageSize, ...window } = pageWindow(input);
  const rows = await findAuditRows(city.tx, input, window);
  const total = await countAuditRows(city.tx, input);
  return { rows: rows.map(view), total, page, pageSize };
}

export async function auditDays(city: City) {
  ensureMay(city, 'audit.view', {});
  return await countByDay(city.tx, addDays(city.today, -29));
}

function view(row: AuditRow) {
  return {
    ...row,
    number: row.number?.toString() ?? null,
    actionText: actionText(row.action),
    objectName: objectName(row.object),
  };
}
