import { describe, expect, test } from 'vitest';
import type { MatterFieldView } from '../../contract.ts';
import { askedFields, givenFrom, missingOf } from '../given/values.ts';

function aField(id: string, kind: MatterFieldView['kind'] = 'text'): MatterFieldView {
  return { id, name: `名${id}`, kind, inner: false, personal: false, choices: [] };
}

const fields = [
  aField('words'),
  aField('grave', 'yes-no'),
  aField('evidence', 'files'),
  aField('score', 'score'),
  aField('unit', 'organisation'),
];

describe('what an act asks for', () => {
  test('is what it requires, then what it takes, each once', () => {
    const asked = askedFields(fields, { requires: ['score', 'words'], takes: ['words', 'evidence', 'gone'] });
    expect(asked.map(({ field, required }) => [field.id, required])).toEqual([
      ['score', true],
      ['words', true],
      ['evidence', false],
    ]);
  });

  test.each([
    ['nothing was filled in', {}, ['名words', '名evidence', '名score']],
    ['blanks are no words', { words: ' \n', evidence: [], score: 0 }, ['名words', '名evidence']],
    ['all is there', { words: '已解决', evidence: [{ fileId: 'a', name: 'a.pdf' }], score: 2 }, []],
  ])('is missing by name where %s; an unticked box is an answer', (_case, values, missing) => {
    const asked = askedFields(fields, { requires: ['words', 'grave', 'evidence', 'score'], takes: [] });
    expect(missingOf(asked, values)).toEqual(missing);
  });

  test('is sent trimmed, files by id, without blanks and without what was typed for another kind', () => {
    const asked = askedFields(fields, { requires: ['words'], takes: ['grave', 'evidence', 'score', 'unit'] });
    const values = {
      ...{ words: ' 已解决 ', grave: false, score: 1, unit: undefined, other: '别的种类' },
      evidence: [
        { fileId: 'f1', name: '现场.jpg' },
        { fileId: 'f2', name: '批复.pdf' },
      ],
    };
    expect(givenFrom(asked, values)).toEqual({ words: '已解决', score: 1, evidence: ['f1', 'f2'] });
    expect(givenFrom(asked, { grave: true })).toEqual({ grave: true });
  });
});
