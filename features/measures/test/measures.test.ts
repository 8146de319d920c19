import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestBrowser } from '#http/testing';
import { readWorkbook } from '#sheets';
import { readPolicyDocument } from '../../../apps/program/policy-reader.ts';
import { type MattersCity, mattersCity } from '../../matters/test/support/a-city.ts';
import { organsSection } from '../../policy/organs-section.ts';
import * as contract from '../contract.ts';
import { measuresSection } from '../measures-section.ts';
import { measuresMigrations } from '../migrations.ts';
import { measuresRoutes } from '../routes.ts';

/** A document made for this test: a lead and supporting units, a number with its day, a unit nobody knows. */
const source = [
  '关于促进海洋经济项目建设的若干措施',
  '大政办发〔2023〕88号',
  '为促进海洋经济项目建设，制定如下措施。',
  '一、加快海洋牧场建设',
  '（一）新建海洋牧场。到2023年年底，新建海洋牧场20个。每季度通报进展。（牵头单位：市发展改革委；责任单位：市财政局）',
  '（二）培育龙头企业。到2024年年底，培育龙头企业10家。（责任单位：市海风办）',
  '二、做好要素保障',
  '（三）保障用海用地。对重点项目开通绿色通道。（责任单位：市自然资源局、市财政局）',
  '大连市人民政府办公室',
  '2023年4月20日',
].join('\n');

type DocumentId = contract.DocumentLine['documentId'];

let city: MattersCity;
let clerk: TestBrowser;
let head: TestBrowser;
let office: TestBrowser;
let unit: TestBrowser;
let finance: TestBrowser;
let stranger: TestBrowser;
let leader: TestBrowser;
let id: DocumentId;

beforeAll(async () => {
  city = await mattersCity({
    routes: measuresRoutes(readPolicyDocument),
    sections: [measuresSection, organsSection],
    migrations: [measuresMigrations],
  });
  clerk = await city.person('keyuan', 'coordinator-clerk', 'development-reform');
  head = await city.person('zhuren', 'coordinator-head', 'development-reform');
  office = await city.person('dukao', 'supervision-office');
  unit = await city.person('fagai', 'department', 'development-reform');
  finance = await city.person('caizheng', 'department', 'finance');
  stranger = await city.person('jiaoyu', 'department', 'education');
  leader = await city.person('lingdao', 'leader');
});
afterAll(() => city?.close());

const refused = (status: number, code: string) => expect.objectContaining({ status, code });
const review = () => clerk.call(contract.viewReview, { id });
const page = (by: TestBrowser) => by.call(contract.viewDocument, { id });

describe('a policy document', () => {
  test('is read when it is handed in, by whoever reviews and nobody else', async () => {
    await expect(unit.call(contract.pasteDocument, { text: source })).rejects.toEqual(
      refused(403, 'access.denied'),
    );
    await expect(clerk.call(contract.pasteDocument, { text: '今天天气很好。' })).rejects.toEqual(
      refused(422, 'policy_document.no_measures'),
    );
    const file = { name: '若干措施.txt', bytes: Buffer.from(source, 'utf8') };
    ({ documentId: id } = await clerk.call(contract.uploadDocument, { file }));
    const { draft, text, faults } = await review();
    expect(text).toBe(source);
    expect(draft).toMatchObject({ docNumber: '大政办发〔2023〕88号', issueDate: '2023-04-20' });
    expect(draft.measures.map(({ no, title }) => [no, title])).toEqual([
      ['（一）', '新建海洋牧场'],
      ['（二）', '培育龙头企业'],
      ['（三）', '保障用海用地'],
    ]);
    const [first, second] = draft.measures;
    expect(first).toMatchObject({
      ...{ cadence: 'quarter', dueOn: '2023-12-31' },
      lead: [{ name: '市发展改革委', orgs: [city.org('development-reform')] }],
      support: [{ name: '市财政局', orgs: [city.org('finance')] }],
      targets: [{ value: 20, unit: '个', deadline: '2023-12-31', tracked: true }],
    });
    const { place } = first!.targets[0]!;
    expect(text.slice(place!.start, place!.end)).toContain('20');
    expect(second?.support).toMatchObject([{ name: '市海风办', orgs: [], known: 'unknown' }]);
    expect(faults).toEqual([{ key: 'm2', text: '（二） 的“市海风办”还没有对应到本市的单位' }]);
    await expect(clerk.call(contract.pasteDocument, { text: source })).rejects.toEqual(
      refused(409, 'policy_document.known'),
    );
  });

  test('counts for nobody before a person confirms it', async () => {
    await expect(page(unit)).rejects.toEqual(refused(404, 'policy_document.unknown'));
    expect((await unit.call(contract.listDocuments, {})).documents).toEqual([]);
    const { version } = await review();
    await expect(clerk.call(contract.consultUnits, { id, version })).rejects.toEqual(
      refused(422, 'policy_document.faults'),
    );
    await expect(clerk.call(contract.issueDocument, { id, version })).rejects.toEqual(
      refused(409, 'policy_document.not_consulting'),
    );
  });

  test('is saved as far as it was reviewed, and nobody writes over a newer review', async () => {
    const { version, draft } = await review();
    const measures = draft.measures.map((one) =>
      one.key === 'm2'
        ? { ...one, support: one.support.map((each) => ({ ...each, orgs: [city.org('finance')] })) }
        : one,
    );
    const saved = await clerk.call(contract.saveReview, { id, version, draft: { ...draft, measures } });
    expect(saved).toEqual({ version: version + 1, faults: [] });
    await expect(head.call(contract.saveReview, { id, version, draft })).rejects.toEqual(
      refused(409, 'http.stale_version'),
    );
    const foreign = draft.measures.map((one) => ({
      ...one,
      support: one.support.map((each) => ({
        ...each,
        orgs: ['01890000-0000-7000-8000-00000000eeee' as never],
      })),
    }));
    await expect(
      head.call(contract.saveReview, { id, version: version + 1, draft: { ...draft, measures: foreign } }),
    ).rejects.toEqual(refused(422, 'policy_document.no_such_unit'));
    expect((await review()).draft.measures[1]?.support[0]?.orgs).toEqual([city.org('finance')]);
  });

  test('confirmed, it goes to its units; the name learnt is known from then on', async () => {
    const { version } = await review();
    const { until, taught } = await clerk.call(contract.consultUnits, { id, version });
    expect([until, taught]).toEqual(['2023-05-15', ['市海风办']]);
    const seen = await page(finance);
    expect(seen.lines).toHaveLength(3);
    expect((await page(unit)).lines.map(({ title }) => title)).toEqual(['新建海洋牧场']);
    await expect(page(stranger)).rejects.toEqual(refused(404, 'policy_document.unknown'));
    const other = source.replace('88号', '89号');
    const { documentId } = await clerk.call(contract.pasteDocument, { text: other });
    const again = await clerk.call(contract.viewReview, { id: documentId });
    expect(again.draft.measures[1]?.support).toMatchObject([
      { orgs: [city.org('finance')], known: 'organisation' },
    ]);
    await clerk.call(contract.dropDocument, { id: documentId, version: again.version, reason: '重复交来' });
  });

  test('is not issued over an objection that nobody answered, nor before its units spoke', async () => {
    const own = { id, orgId: city.org('finance') };
    await expect(finance.call(contract.respond, { ...own, agrees: false })).rejects.toEqual(
      refused(422, 'policy_document.objection_empty'),
    );
    await expect(
      finance.call(contract.respond, { id, orgId: city.org('development-reform'), agrees: true }),
    ).rejects.toEqual(refused(403, 'policy_document.not_in_sheet'));
    await finance.call(contract.respond, {
      ...own,
      agrees: false,
      measureKey: 'm2',
      text: '建议由市工信局负责',
    });
    const { version, responses, silent } = await page(clerk);
    expect(silent.map(({ id: org }) => org).toSorted()).toEqual(
      [city.org('development-reform'), city.org('natural-resources')].toSorted(),
    );
    await expect(clerk.call(contract.issueDocument, { id, version })).rejects.toEqual(
      refused(409, 'policy_document.objections_open'),
    );
    const { responseId } = responses[0]!;
    const answer = { id, responseId: responseId as never, accepted: false, answer: '按文件由市财政局负责' };
    await clerk.call(contract.answerResponse, answer);
    await expect(clerk.call(contract.answerResponse, answer)).rejects.toEqual(
      refused(409, 'policy_document.answered'),
    );
    await expect(clerk.call(contract.issueDocument, { id, version })).rejects.toEqual(
      refused(409, 'policy_document.consultation_runs'),
    );
  });

  test('issued, every measure is a matter with its seats and clocks', async () => {
    await city.at('2023-05-16 09:00');
    const { version } = await page(clerk);
    expect(await clerk.call(contract.issueDocument, { id, version })).toMatchObject({ measures: 3 });
    const { lines, progress } = await page(leader);
    expect(lines.map(({ tracked }) => tracked?.state)).toEqual(['待分解', '待分解', '待分解']);
    expect(progress).toMatchObject({ total: 3, done: 0, unchecked: 3 });
    const matter = await city.page(unit, lines[0]!.tracked!.matterId as never);
    expect(matter.matter).toMatchObject({ lead: { id: city.org('development-reform') } });
    await expect(
      clerk.call(contract.saveReview, { id, version: version + 1, draft: await draftOf() }),
    ).rejects.toEqual(refused(409, 'policy_document.not_open'));
  });
});

async function draftOf(): Promise<contract.Draft> {
  return { title: '甲', docNumber: null, issuer: null, issueDate: null, measures: [], doubts: [] };
}

describe('a measure', () => {
  const first = async (by: TestBrowser) => {
    const { tracked } = (await page(by)).lines[0]!;
    return by.call(contract.viewMeasure, { id: tracked!.measureId as never });
  };

  test('is reported by its lead with a number, which is compared with its schedule', async () => {
    const before = await first(unit);
    await expect(stranger.call(contract.viewMeasure, { id: before.measureId })).rejects.toEqual(
      refused(404, 'measure.unknown'),
    );
    await city.act(unit, before.matter.matterId as never, 'decompose', { given: { plan: '分三批建设' } });
    await city.at('2023-08-31 09:00');
    const { measureId, matter, light } = await first(unit);
    expect(light).toBe('yellow');
    const said = {
      ...{
        id: measureId,
        version: matter.version,
        progress: '正在推进',
        standing: 'on-course',
        evidence: [],
      },
    };
    const wrong = { ...said, figures: [{ target: 0, onDay: '2023-09-01' as const, value: 5 }] };
    await expect(unit.call(contract.reportMeasure, wrong)).rejects.toEqual(
      refused(422, 'measure.figure_in_future'),
    );
    await expect(clerk.call(contract.reportMeasure, { ...said, figures: [] })).rejects.toEqual(
      refused(403, 'access.denied'),
    );
    await unit.call(contract.reportMeasure, {
      ...said,
      figures: [{ target: 0, onDay: '2023-08-30', value: 5 }],
    });
    const after = await first(leader);
    // 107 of 229 days have run: 9.34 of 20 are due, 5 are there.
    expect(after.targets[0]).toMatchObject({ light: 'red', figures: [{ value: 5, onDay: '2023-08-30' }] });
    expect(after.targets[0]?.reason).toContain('应达到的9.34个落后46.5%');
    expect(after.light).toBe('red');
    expect(after.told[0]).toMatchObject({ kind: 'report', standing: '按序时推进', empty: false });
  });

  test('is checked by the office, whose verdict stands apart from the report', async () => {
    const { measureId, matter } = await first(office);
    const check = {
      ...{ id: measureId, version: matter.version, verdict: 'untrue', seen: '无佐证材料' },
      checkNote: '现场只见到3个',
    };
    await expect(unit.call(contract.checkMeasure, check)).rejects.toEqual(refused(403, 'access.denied'));
    await office.call(contract.checkMeasure, check);
    await expect(office.call(contract.checkMeasure, check)).rejects.toEqual(refused(409, 'matter.stale'));
    const { lines } = await page(leader);
    expect(lines[0]?.tracked).toMatchObject({
      state: '落实中',
      verdict: '与报告不符',
      checkedOn: '2023-08-31',
    });
  });

  test('without paper and without a number, few words are an empty report; no report is a late one', async () => {
    const { tracked } = (await page(finance)).lines[1]!;
    await city.act(finance, tracked!.matterId as never, 'decompose', { given: { plan: '已分解到科室' } });
    const { measureId, matter } = await finance.call(contract.viewMeasure, {
      id: tracked!.measureId as never,
    });
    const report = {
      id: measureId,
      version: matter.version,
      standing: 'on-course',
      evidence: [],
      figures: [],
    };
    await finance.call(contract.reportMeasure, { ...report, progress: '正在有序推进。' });
    expect((await page(office)).progress).toMatchObject({ emptyReports: 1, lateReports: 0 });
    await city.at('2024-02-01 09:00');
    expect((await page(office)).progress).toMatchObject({ lateReports: 1 });
  });
});

describe('what goes out', () => {
  test('the sheet as a workbook and as a document, the report with the figures of the day', async () => {
    const xlsx = await leader.call(contract.sheetXlsx, { id });
    const { sheets } = await readWorkbook(xlsx.bytes, { name: xlsx.name });
    const words = [...(sheets[0]?.rows.values() ?? [])].flatMap((row) =>
      [...row.cells.values()].map(({ text }) => text),
    );
    expect(words).toEqual(expect.arrayContaining(['新建海洋牧场', '培育龙头企业', '每季度']));
    for (const route of [contract.sheetDocx, contract.reportDocx]) {
      const { bytes } = await leader.call(route, { id });
      expect(Buffer.from(bytes.slice(0, 2)).toString()).toBe('PK');
    }
    await expect(stranger.call(contract.sheetXlsx, { id })).rejects.toEqual(
      refused(404, 'policy_document.unknown'),
    );
  });

  test('the public sees what was reviewed, and nothing before', async () => {
    const visitor = city.browser();
    await expect(visitor.call(contract.publicDocument, { id })).rejects.toEqual(
      refused(404, 'policy_document.unknown'),
    );
    const { version } = await page(head);
    const review = { id, version, reviewedBy: '孙科长', opinion: '不涉密，可以公开' };
    await expect(clerk.call(contract.publishDocument, review)).rejects.toEqual(refused(403, 'access.denied'));
    await head.call(contract.publishDocument, review);
    const { documents } = await visitor.call(contract.publicDocuments, {});
    expect(documents).toMatchObject([{ docNumber: '大政办发〔2023〕88号', asOf: '2024-02-01' }]);
    expect(documents[0]?.measures[0]).toMatchObject({
      lead: ['市发展改革委'],
      checkedOn: '2023-08-31',
    });
    expect(JSON.stringify(documents)).not.toContain('现场只见到');
    const csv = Buffer.from((await visitor.call(contract.publicCsv, { id })).bytes).toString();
    expect(csv).toContain('新建海洋牧场');
    await head.call(contract.withdrawPublication, { id, reason: '内容有误' });
    await expect(visitor.call(contract.publicDocument, { id })).rejects.toEqual(
      refused(404, 'policy_document.unknown'),
    );
  });
});
