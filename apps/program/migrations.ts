import { accessMigrations } from '#access';
import type { Migrations } from '#db';
import { indicatorsMigrations } from '#engines/indicators';
import { mattersMigrations } from '#engines/matters';
import { registryMigrations } from '#engines/registry';
import { filesMigrations } from '#files';
import { httpMigrations } from '#http';
import { tellingMigrations } from '#telling';
import { bulletinsMigrations } from '../../features/bulletins/migrations.ts';
import { dispatchMigrations } from '../../features/dispatch/migrations.ts';
import { intakeMigrations } from '../../features/intake/migrations.ts';
import { measuresMigrations } from '../../features/measures/migrations.ts';
import { milestonesMigrations } from '../../features/milestones/migrations.ts';
import { petitionsMigrations } from '../../features/petitions/migrations.ts';
import { pressureMigrations } from '../../features/pressure/migrations.ts';
import { progressMigrations } from '../../features/progress/migrations.ts';
import { projectsMigrations } from '../../features/projects/migrations.ts';
import { rulesMigrations } from '../../features/rules/migrations.ts';
import { secretariesMigrations } from '../../features/secretaries/migrations.ts';
import { yearMigrations } from '../../features/year/migrations.ts';

/** Every owner of tables; the order follows from what each runs after. */
export const migrations: readonly Migrations[] = [
  accessMigrations,
  tellingMigrations,
  httpMigrations,
  filesMigrations,
  registryMigrations,
  indicatorsMigrations,
  mattersMigrations,
  measuresMigrations,
  dispatchMigrations,
  petitionsMigrations,
  intakeMigrations,
  milestonesMigrations,
  progressMigrations,
  projectsMigrations,
  bulletinsMigrations,
  pressureMigrations,
  rulesMigrations,
  secretariesMigrations,
  yearMigrations,
];
