import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const document = join(import.meta.dirname, 'documents/02-only-leads.txt');

describe('guatu policy extract', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-command-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; told: string }>((resolve) => {
      const env = { ...process.env, GUATU_HOME: join(folder, 'home') };
      execFile(
        process.execPath,
        ['apps/cli/main.ts', 'policy', 'extract', ...args],
        { cwd: root, env },
        (error, out, told) => resolve({ code: error ? Number(error.code) : 0, out, told }),
      );
    });

  test('answers with measures and doubts, and starts no database', async () => {
    const { code, out } = await run(document, '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(['document', 'chapters', 'measures', 'doubts']);
    expect(answer.measures[0]).toMatchObject({
      no: '1．',
      title: '放宽市场准入',
      leadUnits: ['市发展和改革委员会'],
      responsibleUnits: [],
    });
    expect(answer.measures[0].units[0].resolved).toMatchObject({ kind: 'organ', name: '发展改革委' });
    expect(existsSync(join(folder, 'home'))).toBe(false);
  });

  test('shows a table to people', async () => {
    const { out } = await run(document);
    expect(out).toContain('1． 放宽市场准入');
    expect(out).toContain('牵头：市发展和改革委员会');
    expect(out).toContain('共 6 条措施');
  });

  test('with a city, units are those of its pack', async () => {
    const { out } = await run(document, '--json', '--city', 'dalian');
    const [first] = JSON.parse(out).measures;
    expect(first.units[0].resolved).toMatchObject({ kind: 'organisation', id: 'development-reform' });
  });

  test('a file that cannot be read is refused with a code and a sentence', async () => {
    const path = join(folder, 'old.doc');
    writeFileSync(path, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    const { code, out, told } = await run(path, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).code).toBe('reading.old_word');
    expect(told).toContain('另存为不加密的 .docx');
  });

  test('an unknown city is named', async () => {
    const { code, told } = await run(document, '--city', '无此市');
    expect(code).toBe(1);
    expect(told).toContain('没有“无此市”的市包');
  });
});
