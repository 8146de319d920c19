import type { Db } from '#db';
import { type Implementation, implement } from '#http';
import { exportAudit } from './acts/export-audit.ts';
import { auditDays, listAudit } from './acts/list-audit.ts';
import { verifyAudit } from './acts/verify-audit.ts';
import * as contract from './contract.ts';
import './permissions.ts';

/** Verification reads in a transaction of its own, so that it sees one moment of the chain. */
export function auditRoutes(db: Db): Implementation[] {
  return [
    implement(contract.listAudit, (input, city) => listAudit(city, input)),
    implement(contract.auditDays, (_input, city) => auditDays(city)),
    implement(contract.exportAudit, (input, city) => exportAudit(city, input)),
    implement(contract.verifyAudit, (_input, city) => verifyAudit(city, db)),
  ];
}
