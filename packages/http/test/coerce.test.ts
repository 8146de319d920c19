import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { FenText, orNull } from '../field.ts';
import { coerceTexts } from '../server/coerce.ts';

const schema = Type.Object({
  whole: Type.Optional(Type.Integer()),
  share: Type.Optional(Type.Number()),
  yes: Type.Optional(Type.Boolean()),
  text: Type.Optional(Type.String()),
  fen: Type.Optional(FenText),
  list: Type.Optional(Type.Array(Type.Integer())),
  names: Type.Optional(Type.Array(Type.String())),
  wholeOrNull: Type.Optional(orNull(Type.Integer())),
  tree: Type.Optional(Type.Object({ a: Type.Integer() })),
});

describe('a text of a query', () => {
  test.each([
    ['a whole number', { whole: '12' }, { whole: 12 }],
    ['a fraction where a whole number belongs stays as typed', { whole: '3.7' }, { whole: 3.7 }],
    ['what is no number stays a text', { whole: '12abc' }, { whole: '12abc' }],
    [
      'digits beyond what a double holds stay a text',
      { whole: '9007199254740993' },
      { whole: '9007199254740993' },
    ],
    ['a negative share', { share: '-0.5' }, { share: -0.5 }],
    ['nothing typed is nothing given', { whole: '' }, {}],
    ['nothing typed in a text is an empty text', { text: '' }, { text: '' }],
    ['true', { yes: 'true' }, { yes: true }],
    ['one is not true', { yes: '1' }, { yes: '1' }],
    ['money stays a text', { fen: '1200' }, { fen: '1200' }],
    ['a repeated name', { list: ['1', '2'] }, { list: [1, 2] }],
    ['a single value of a list', { names: '甘井子区' }, { names: ['甘井子区'] }],
    ['a list as a form sends it', { list: '[1,2]' }, { list: [1, 2] }],
    ['null where it is allowed', { wholeOrNull: 'null' }, { wholeOrNull: null }],
    ['an object as a form sends it', { tree: '{"a":1}' }, { tree: { a: 1 } }],
    ['a broken object', { tree: '{"a":' }, { tree: '{"a":' }],
    ['an unknown name is left for the check', { other: '1' }, { other: '1' }],
  ])('%s', (_what, texts, read) => expect(coerceTexts(schema, texts)).toEqual(read));
});
