import { join } from 'node:path';
import { checkHouse } from './house.ts';

const report = await checkHouse(join(import.meta.dirname, '..'));
for (const violation of report.violations) console.error(violation);
console.log(
  `${report.modules} modules seen, ${report.files} source files, ${report.violations.length} violations`,
);
process.exit(report.violations.length > 0 || report.modules === 0 ? 1 : 0);
