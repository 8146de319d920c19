import Type from 'typebox';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../load-pack.ts';
import { changeProblems, overlayPack, packTexts, sectionReading } from '../overlay-pack.ts';
import { definePackSection, sectionOf } from '../pack-section.ts';
import { yamlText, yamlValue } from '../yaml-text.ts';
import { aCity, packFolder } from './pack-folder.ts';

const Colours = Type.Object({ colours: Type.Array(Type.String()) });
let reads = 0;
const colours = definePackSection<readonly string[]>({
  id: 'colours',
  files: ['colours.yaml'],
  read(files) {
    reads += 1;
    return files.result(files.yaml('colours.yaml', Colours)?.value.colours ?? []);
  },
  merge: (lower, upper) => [...lower, ...upper],
  check: (value, pack) =>
    value.length > sectionOf(pack, limit)
      ? [{ file: 'colours.yaml', line: 1, message: '太多', remedy: '请删' }]
      : [],
  checkChange: (after, before) =>
    before.every((one) => after.includes(one))
      ? []
      : [{ file: 'colours.yaml', line: 1, message: '少了', remedy: '请补' }],
});
const limit = definePackSection<number>({
  id: 'limit',
  files: ['limit.yaml'],
  empty: 3,
  read: (files) =>
    files.result(files.yaml('limit.yaml', Type.Object({ limit: Type.Integer() }))?.value.limit ?? 3),
});

const base = packFolder({ 'colours.yaml': 'colours: [红]\n' });
const city = packFolder({ 'city.yaml': aCity, 'colours.yaml': 'colours: [绿]\n' });
const pack = loadPack([base, city], [colours, limit]);
const file = (text: string) => new Map([['colours.yaml', text]]);

describe('a file of the city replaced on screen', () => {
  test('stands over the layers below as the shipped one did', () => {
    const overlaid = overlayPack(pack, file('colours: [黄]\n'));
    expect(overlaid.problems).toEqual([]);
    expect(sectionOf(overlaid.pack, colours)).toEqual(['红', '黄']);
    expect(sectionOf(pack, colours)).toEqual(['红', '绿']);
  });

  test('may be one the city did not have', () => {
    const { pack: overlaid } = overlayPack(pack, new Map([['limit.yaml', 'limit: 9\n']]));
    expect(sectionOf(overlaid, limit)).toBe(9);
  });

  test('leaves sections alone that do not read it', () => {
    const before = reads;
    overlayPack(pack, new Map([['limit.yaml', 'limit: 9\n']]));
    expect(reads).toBe(before);
  });

  test.each([
    ['what does not fit its section', 'colours: 黄\n', /colours\.yaml 1 “colours”的类型不对/],
    ['what only other sections show', 'colours: [一, 二, 三]\n', /colours\.yaml 1 太多/],
  ])('is told by its own path: %s', (_, text, expected) => {
    const said = overlayPack(pack, file(text)).problems.map(
      (one) => `${one.file} ${one.line} ${one.message}`,
    );
    expect(said).toEqual([expect.stringMatching(expected)]);
  });

  test('may be refused by the section for what it changes', () => {
    const after = overlayPack(pack, file('colours: [黄]\n')).pack;
    expect(changeProblems('colours.yaml', after, pack)).toMatchObject([{ message: '少了' }]);
    expect(changeProblems('limit.yaml', after, pack)).toEqual([]);
  });
});

test('each layer tells its own text', () => {
  expect(packTexts(pack, 'colours.yaml').map(({ text, city }) => [text, city])).toEqual([
    ['colours: [红]\n', false],
    ['colours: [绿]\n', true],
  ]);
  expect(packTexts(pack, 'limit.yaml')).toEqual([]);
  expect(sectionReading(pack, 'limit.yaml')?.id).toBe('limit');
  expect(sectionReading(pack, 'color.yaml')).toBeUndefined();
});

test('a value goes into a text and comes back', () => {
  const value = { name: '甲', bands: [{ id: 'a', from: '90' }] };
  expect(yamlValue(yamlText(value))).toEqual(value);
  expect(yamlValue('a: [')).toBeUndefined();
});
