import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkHouse } from '../house.ts';

const root = join(import.meta.dirname, '..', '..');

/** A sound little house; each case plants one violation in it. */
const sound: Record<string, string> = {
  'packages/kernel/plain-date.ts': 'export const today = 1;\n',
  'packages/db/index.ts': "import { today } from '#kernel/plain-date';\nexport const db = today;\n",
  'engines/registry/index.ts': "export { findProject } from './store/projects.ts';\n",
  'engines/registry/store/projects.ts':
    "import { db } from '#db';\nexport const findProject = `select name from city.project` + db;\n",
  'engines/registry/domain/stage.ts':
    "import { today } from '#kernel/plain-date';\nexport const stage = today;\n",
  'engines/indicators/index.ts': 'export const lights = 1;\n',
  'features/projects/contract.ts': 'export const route = 1;\n',
  'features/projects/routes.ts':
    "import { findProject } from '#engines/registry';\nimport { route } from './contract.ts';\nexport const made = [findProject, route];\n",
  'features/projects/screens/list.ts':
    "import { route } from '../contract.ts';\nexport const screen = route;\n",
  'features/lists/contract.ts': 'export const lists = 1;\n',
  'apps/server/main.ts':
    "import { made } from '../../features/projects/routes.ts';\nexport const app = made;\n",
  'packs/here/city.yaml': 'id: heretown\ncityId: 999900\nname: 某某\n',
};

const planted: [string, Record<string, string>, RegExp][] = [
  [
    'a deep import into an engine',
    {
      'features/projects/routes.ts':
        "import { stage } from '../../engines/registry/domain/stage.ts';\nexport const made = stage;\n",
    },
    /engine-by-its-door/,
  ],
  [
    'a deep import by the subpath',
    {
      'features/projects/routes.ts':
        "import { stage } from '#engines/registry/domain/stage';\nexport const made = stage;\n",
    },
    /resolves: features\/projects\/routes\.ts/,
  ],
  [
    'a circle',
    {
      'packages/kernel/plain-date.ts': "import { b } from './b.ts';\nexport const today = b;\n",
      'packages/kernel/b.ts': "import { today } from './plain-date.ts';\nexport const b = () => today;\n",
    },
    /no-circle/,
  ],
  [
    'SQL outside a store',
    { 'features/projects/routes.ts': "export const made = 'select name from city.project';\n" },
    /sql-outside-store/,
  ],
  [
    'kysely outside a store',
    { 'engines/registry/domain/stage.ts': "import { sql } from 'kysely';\nexport const stage = sql;\n" },
    /sql-outside-store/,
  ],
  [
    'a screen reaching a store',
    {
      'features/projects/screens/list.ts':
        "import { findProject } from '../../../engines/registry/store/projects.ts';\nexport const screen = findProject;\n",
    },
    /screens-see-contracts-only/,
  ],
  [
    "a city's name compared in code",
    { 'engines/registry/domain/stage.ts': "export const stage = (city: string) => city === 'heretown';\n" },
    /city-in-code/,
  ],
  [
    "a city's number in code",
    { 'engines/registry/domain/stage.ts': 'export const stage = (city: number) => city === 999900;\n' },
    /city-in-code/,
  ],
  [
    'an engine beside another',
    {
      'engines/indicators/index.ts':
        "import { findProject } from '#engines/registry';\nexport const lights = findProject;\n",
    },
    /engines-never-sideways/,
  ],
  [
    "another feature's inside",
    {
      'features/lists/contract.ts':
        "import { made } from '../projects/routes.ts';\nexport const lists = made;\n",
    },
    /feature-by-its-contract/,
  ],
  [
    'a package reaching up',
    {
      'packages/db/index.ts':
        "import { findProject } from '#engines/registry';\nexport const db = findProject;\n",
    },
    /packages-stay-below/,
  ],
  [
    'the kernel reaching the database',
    { 'packages/kernel/plain-date.ts': "import { db } from '../db/index.ts';\nexport const today = db;\n" },
    /kernel-is-pure|package-order/,
  ],
  [
    'domain reaching a store',
    {
      'engines/registry/domain/stage.ts':
        "import { findProject } from '../store/projects.ts';\nexport const stage = findProject;\n",
    },
    /domain-is-pure/,
  ],
  [
    'server code importing a screen',
    {
      'apps/server/main.ts':
        "import { screen } from '../../features/projects/screens/list.ts';\nexport const app = screen;\n",
    },
    /server-never-sees-screens/,
  ],
  [
    'a file too long',
    { 'engines/registry/domain/stage.ts': `export const stage = [\n${'  1,\n'.repeat(400)}];\n` },
    /too-long/,
  ],
];

describe('the check of the house', () => {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function build(files: Record<string, string>): string {
    const folder = mkdtempSync(join(tmpdir(), 'guatu-house-'));
    made.push(folder);
    for (const [file, text] of Object.entries({ ...sound, ...files })) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(folder, file));
    return folder;
  }

  test('finds nothing in a sound house and saw every module', async () => {
    const report = await checkHouse(build({}));
    expect(report.violations).toEqual([]);
    expect(report.modules).toBe(Object.keys(sound).filter((file) => file.endsWith('.ts')).length);
  });

  test.each(planted)('objects to %s', async (_name, files, objection) => {
    const report = await checkHouse(build(files));
    expect(report.violations.join('\n')).toMatch(objection);
  });

  test('this house stands, and all of it was seen', async () => {
    const report = await checkHouse(root);
    expect(report.violations).toEqual([]);
    expect(report.modules).toBeGreaterThanOrEqual(report.files);
    expect(report.files).toBeGreaterThan(200);
  });
});
