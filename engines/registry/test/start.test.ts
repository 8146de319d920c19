import { describe, expect, test } from 'vitest';
import { loadPack, packDirs, sectionOf } from '#pack';
import { ensureStageChange } from '../domain/stage-change.ts';
import { startStateOf } from '../domain/start.ts';
import { ensureChecked, ensureGround, type StartCheck } from '../domain/start-check.ts';
import { registrySections, stagesSection } from '../index.ts';

const packs = ['dalian', 'lishui'].map(
  (id) => [id, sectionOf(loadPack(packDirs(id), registrySections), stagesSection)] as const,
);

describe.each(packs)('what a start needs in %s', (_, section) => {
  const started = section.stages.find((stage) => stage.id === 'started')!;

  test.each<[string, string | undefined, string[], boolean]>([
    ['a permit', 'real-economy', ['construction-permit'], true],
    ['an approved start report', 'public-works', ['start-report'], true],
    ['a permit where no form is on the card', undefined, ['construction-permit'], true],
    ['a photo of a ceremony', 'real-economy', ['site-photo'], false],
    ['a contract that buys equipment', 'real-economy', ['equipment-contract'], false],
    ['nothing', undefined, [], false],
    ['the contract of an equipment project', 'equipment', ['equipment-contract'], true],
    ['the installation of an equipment project', 'equipment', ['installation-record'], true],
    ['a permit of an equipment project', 'equipment', ['construction-permit'], false],
  ])('%s (%s)', (_name, form, kinds, enough) => {
    const move = () =>
      ensureStageChange(section, {
        ...{ from: 'preparation', to: 'started', facts: { form } },
        evidence: kinds.map((kind) => ({ kind })),
      });
    if (enough) expect(move).not.toThrow();
    else expect(move).toThrowError(expect.objectContaining({ code: 'stage.evidence_missing' }));
    const state = startStateOf(section, {
      ...{ stage: 'preparation', facts: { form }, reported: true, check: undefined },
      shown: new Set(kinds),
    });
    expect(state.missing === null).toBe(enough);
  });

  test('the flag stands in every stage, on every list and whatever the district saw', () => {
    for (const stage of ['preparation', 'started', 'building', 'built', 'operating']) {
      for (const check of [undefined, aCheck('confirmed'), aCheck('refused')]) {
        const facts = { form: 'real-economy' };
        const about = { stage, facts, reported: true, check };
        expect(startStateOf(section, { ...about, shown: new Set(['site-photo']) }).missing).toBe(
          '施工许可证，或开工报告',
        );
        expect(
          startStateOf(section, { ...about, shown: new Set(['construction-permit']) }).missing,
        ).toBeNull();
      }
    }
  });

  test('who has not begun is not flagged', () => {
    const about = { stage: 'preparation', facts: {}, reported: false, check: undefined, shown: new Set('') };
    expect(startStateOf(section, about)).toEqual({ begun: false, missing: null, check: 'none' });
  });

  test.each<[string, StartCheck | undefined, string, string | undefined]>([
    ['nobody looked', undefined, 'filler', 'stage.check_missing'],
    ['only a ceremony was seen', aCheck('refused'), 'filler', 'stage.check_refused'],
    ['who looked moves it, too', aCheck('confirmed'), 'reviewer', 'stage.check_own'],
    ['another looked and confirmed', aCheck('confirmed'), 'filler', undefined],
  ])('when %s', (_name, check, actorId, code) => {
    const work = () => ensureChecked(started, section.startCheck, { check, actorId });
    if (code) expect(work).toThrowError(expect.objectContaining({ code }));
    else expect(work).not.toThrow();
  });

  test('other stages ask for no look', () => {
    const others = section.stages.filter((stage) => stage.id !== 'started');
    for (const stage of others) {
      expect(() =>
        ensureChecked(stage, section.startCheck, { check: undefined, actorId: 'anyone' }),
      ).not.toThrow();
    }
  });

  test.each<['confirmed' | 'refused', string | null, boolean]>([
    ['refused', 'ceremony', true],
    ['refused', 'levelling', true],
    ['refused', null, false],
    ['refused', 'bad-weather', false],
    ['confirmed', null, true],
    ['confirmed', 'ceremony', false],
  ])('%s with ground %s: %s', (outcome, ground, allowed) => {
    const work = () => ensureGround(section.startCheck, outcome, ground);
    if (allowed) expect(work).not.toThrow();
    else expect(work).toThrowError(expect.objectContaining({ code: 'start.ground_wrong' }));
  });
});

function aCheck(outcome: StartCheck['outcome']): StartCheck {
  return {
    ...{ checkId: 'c', projectId: 'p' as StartCheck['projectId'], outcome, seenOn: '2023-06-01' },
    ...{ seenBy: '王核', ground: outcome === 'refused' ? 'ceremony' : null, note: null, fileId: null },
    ...{ actorId: 'reviewer', recordedBy: '王核', recordedAt: new Date('2023-06-01T02:00:00Z') },
  };
}
