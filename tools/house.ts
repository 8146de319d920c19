import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { parse } from 'yaml';

/** What the check of the house saw and what it objects to. */
export type HouseReport = {
  readonly modules: number;
  readonly files: number;
  readonly violations: readonly string[];
};

const storeys = ['packages', 'engines', 'features', 'apps'];
const longestFile = 400;

/**
 * Checks the direction of imports (dependency-cruiser), that SQL stays in stores, that no city is named in
 * code, and that files stay short. Counts the modules it saw: a cruiser that silently saw none must fail.
 */
export async function checkHouse(root: string): Promise<HouseReport> {
  const files = storeys
    .flatMap((storey) => sourceFiles(join(root, storey)))
    .map((file) => relative(root, file));
  const cruised = await cruiseImports(root);
  const names = cityNames(root);
  const texts = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...sqlOutsideStore(file, text), ...cityInCode(file, text, names), ...tooLong(file, text)];
  });
  const seen = cruised.summary.totalCruised;
  const missed =
    seen < files.length ? [`only ${seen} of ${files.length} modules were seen by dependency-cruiser`] : [];
  return {
    modules: seen,
    files: files.length,
    violations: [
      ...missed,
      ...cruised.summary.violations.map((one) => `${one.rule.name}: ${one.from} -> ${one.to}`),
      ...texts,
    ],
  };
}

async function cruiseImports(root: string): Promise<ICruiseResult> {
  const config = await import(pathToFileURL(join(import.meta.dirname, '..', '.dependency-cruiser.mjs')).href);
  const { forbidden, options } = config.default;
  const result = await cruise(
    storeys.filter((storey) => existsSync(join(root, storey))),
    { ...options, baseDir: root, ruleSet: { forbidden }, validate: true },
    options.enhancedResolveOptions,
  );
  if (typeof result.output === 'string') throw new Error('dependency-cruiser returned text, not a result');
  return result.output;
}

function sourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === 'dist' || entry.name === 'node_modules' ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

const isTest = (file: string) => /(?:^|\/)test\/|\/testing\.ts$/.test(file);

/** SQL is written in store/ and migrations/ only; the db package is the room it comes from. */
function sqlOutsideStore(file: string, text: string): string[] {
  if (isTest(file) || file.startsWith('packages/db/') || /\/(?:store|migrations)\//.test(file)) return [];
  const marks = [
    /from 'kysely'/,
    /\bimport[^;]*\b(?:sql|tables|copyRows|namedQuery)\b[^;]*from '#db'/s,
    /['"`]\s*(?:select\s.+\sfrom|insert\s+into|update\s+\S+\s+set|delete\s+from)\s/is,
  ];
  return marks.some((mark) => mark.test(text)) ? [`sql-outside-store: ${file}`] : [];
}

/** Ids, numbers and names of the cities whose packs lie in the repository. */
function cityNames(root: string): string[] {
  const packs = join(root, 'packs');
  if (!existsSync(packs)) return [];
  return readdirSync(packs).flatMap((pack) => {
    const file = join(packs, pack, 'city.yaml');
    if (!existsSync(file)) return [];
    const city: unknown = parse(readFileSync(file, 'utf8'));
    return typeof city === 'object' && city !== null
      ? Object.entries(city)
          .filter(([key]) => ['id', 'cityId', 'name'].includes(key))
          .map(([, value]) => String(value))
      : [];
  });
}

/** Cities differ in packs: no line of code may name one, compared or not. */
function cityInCode(file: string, text: string, names: readonly string[]): string[] {
  if (isTest(file)) return [];
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '');
  return names.filter((name) => code.includes(name)).map((name) => `city-in-code: ${file} names ${name}`);
}

function tooLong(file: string, text: string): string[] {
  const lines = text.split('\n').length;
  return lines > longestFile ? [`too-long: ${file} has ${lines} lines, at most ${longestFile}`] : [];
}
