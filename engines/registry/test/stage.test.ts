import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPack, sectionOf } from '#pack';
import { ensureStageChange, stageByCategory } from '../domain/stage-change.ts';
import {
  changeStage,
  createProject,
  findOrganisation,
  getProject,
  registrySections,
  stagesSection,
} from '../index.ts';
import { littlePack, openTestCity, type TestCity } from './support/city.ts';

const section = sectionOf(loadPack([littlePack], registrySections), stagesSection);

/** The landing standard: land auctioned or work begun for 实体 and 房地产, registered and operating for 轻资产. */
describe('landing (DL23-2.5)', () => {
  test.each<[string, string | null, string[], string]>([
    ['real-economy with the land', 'real-economy', ['land-auctioned'], 'allowed'],
    ['real-economy having begun', 'real-economy', ['start-report'], 'allowed'],
    ['real-economy with nothing', 'real-economy', [], '还缺：土地摘牌，或开工报告（DL23-2.5）'],
    [
      'real-economy with a registration',
      'real-economy',
      ['registration'],
      '还缺：土地摘牌，或开工报告（DL23-2.5）',
    ],
    ['real-estate with the land', 'real-estate', ['land-auctioned'], 'allowed'],
    ['asset-light registered and operating', 'asset-light', ['registration', 'operation'], 'allowed'],
    ['asset-light only registered', 'asset-light', ['registration'], '还缺：运营证明（DL23-2.5）'],
    ['asset-light with land', 'asset-light', ['land-auctioned'], '还缺：企业注册和运营证明（DL23-2.5）'],
    ['a form nobody entered', null, ['land-auctioned'], '请先登记项目类型'],
  ])('%s', (_, form, kinds, expected) => {
    const change = {
      from: 'signed',
      to: 'landed',
      facts: { form },
      evidence: kinds.map((kind) => ({ kind })),
    };
    const work = () => ensureStageChange(section, change);
    if (expected === 'allowed') expect(work).not.toThrow();
    else expect(work).toThrowError(expected);
  });
});

test.each([
  ['planned', 'building', 'stage.not_next'],
  ['planned', 'planned', 'stage.same'],
  ['planned', 'nowhere', 'stage.unknown'],
  ['ended', 'building', 'stage.not_next'],
])('from %s to %s is refused: %s', (from, to, code) => {
  const work = () => ensureStageChange(section, { from, to, facts: {}, evidence: [] });
  expect(work).toThrowError(expect.objectContaining({ code }));
});

test.each([
  ['在建', undefined, 'building'],
  ['新开工', undefined, 'preparation'],
  ['在建', 'preparation', 'building'],
  ['前期', 'building', 'building'],
  ['在建', 'paused', 'paused'],
  ['在建', 'built', 'built'],
])('a list that says %s moves a project in %s to %s', (category, now, expected) => {
  expect(stageByCategory(section, category, now)).toBe(expected);
});

describe('a project on its way', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await openTestCity();
  });
  afterAll(() => city?.drop());

  test('keeps every step with its evidence, and refuses what comes before the last step or after today', async () => {
    const district = await city.act((one) => findOrganisation(one, '东区'));
    const { projectId } = await city.act((one) =>
      createProject(one, { name: '甲', districts: [district!.orgId] }),
    );
    const at = city.on('2023-06-01');
    const move = (to: string, on: `2023-${number}-${number}`, kind: string) =>
      at.act((one) => changeStage(one, { projectId, to, on, evidence: [{ kind, reference: '文号1' }] }));
    await move('preparation', '2023-03-01', 'approval');
    await expect(move('building', '2023-02-28', 'start-report')).rejects.toMatchObject({
      code: 'stage.before_last_change',
    });
    await expect(move('building', '2023-06-02', 'start-report')).rejects.toMatchObject({
      code: 'stage.in_future',
    });
    await expect(move('building', '2023-05-01', 'approval')).rejects.toMatchObject({
      code: 'stage.evidence_missing',
    });
    await move('building', '2023-05-01', 'start-report');
    await move('paused', '2023-05-20', 'decision');
    const view = await at.act((one) => getProject(one, projectId));
    expect(view).toMatchObject({ stage: 'paused', stageSince: '2023-05-20', closed: true, version: 4 });
    expect(view.stages.map(({ from, to, basis }) => [from, to, basis])).toEqual([
      [null, 'planned', 'source'],
      ['planned', 'preparation', 'evidence'],
      ['preparation', 'building', 'evidence'],
      ['building', 'paused', 'evidence'],
    ]);
    expect(view.stages[1]?.evidence).toEqual([{ kind: 'approval', reference: '文号1' }]);
  });
});
