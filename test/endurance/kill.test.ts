import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findHarm } from './find-harm.ts';
import { readyCity } from './ready-city.ts';
import { told } from './told.ts';

/** Nothing here is asserted about time: the limit only ends a run that hangs. */
const patience = 600_000;

describe('kill -9 of server and database while an outside client saves reports', {
  timeout: patience,
}, () => {
  let scene: Awaited<ReturnType<typeof readyCity>>;
  beforeAll(async () => {
    scene = await readyCity();
  }, patience);
  afterAll(() => scene.remove());

  test.each([1, 2, 3])(
    'round %i: nothing acknowledged is lost, acted twice or half written; all starts again by itself',
    async (seed) => {
      const report = await scene.round(seed, { acknowledgements: 1000, kills: 1 });
      console.log(told(seed, report));
      expect(report.faults).toEqual([]);
      expect(report.harm).toEqual([]);
      expect(report.acknowledged).toBeGreaterThanOrEqual(1000);
    },
  );

  test('the comparison sees one acknowledgement too many, one too few, and a changed amount', async () => {
    const [first = '', ...others] = scene.logs;
    const lines = readFileSync(first, 'utf8').trim().split('\n');
    const at = lines.flatMap((line, index) => (line.includes('"act":"report"') ? [index] : []));
    const changed = join(scene.city.home, 'changed.jsonl');
    copyFileSync(first, changed);
    const extra = lines[at[0]!]!.replace(/"number":\d+/, '"number":9999').replace(
      /"key":"[^"]+/,
      '"key":"never',
    );
    const other = lines[at[1]!]!.replace(/"cumFen":"\d+/, '"cumFen":"1');
    const kept = lines
      .map((line, index) => (index === at[1] ? other : line))
      .filter((_, index) => index !== at[2]);
    writeFileSync(changed, [...kept, extra].join('\n'));
    const harm = (await findHarm(scene.city, [changed, ...others])).map((text) => text.split(':')[0]);
    expect(harm.toSorted()).toEqual([
      'acknowledged and lost',
      'acted more than once',
      'changed',
      'no answer is kept for never',
      'nobody was told of',
    ]);
  });
});
