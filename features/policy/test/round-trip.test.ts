import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficialDocument, renderDocx, renderPdf } from '#documents';
import { readPolicyFile } from '../acts/read-file.ts';
import { unitNames } from '../unit-names.ts';

const measure = (text: string) => ({ kind: 'paragraph', text }) as const;
const long =
  '坚持项目为王、服务至上，建立从签约、落地、开工到投产的全过程服务机制，逐个项目明确专人负责，做到问题不过夜、服务不断线，全力营造大抓项目、抓大项目的浓厚氛围';

const issued: OfficialDocument = {
  head: { mark: '沧台市人民政府文件', number: '沧政发〔2024〕21号' },
  title: '沧台市人民政府关于加快现代物流业发展的若干意见',
  to: '各县（市、区）人民政府，市政府各部门：',
  body: [
    measure('为加快现代物流业发展，降低全社会物流成本，提出如下意见。'),
    { kind: 'heading', level: 1, text: '完善物流设施' },
    measure(
      `（一）建设物流枢纽。${long}。到2026年底，建成物流园区8个，仓储面积达到120万平方米以上。（牵头单位：市发展改革委；责任单位：市交通运输局、市自然资源和规划局，各县（市、区）政府）`,
    ),
    measure(
      '（二）畅通集疏运网络。新开通铁路专用线3条，铁路货运量年均增长10%。（牵头单位：市交通运输局；责任单位：市铁路办）',
    ),
    { kind: 'heading', level: 1, text: '降低物流成本' },
    measure(
      `（三）推广绿色配送。${long}。新增新能源配送车辆1500辆，对每辆车给予最高2万元补贴。（牵头单位：市商务局；责任单位：市财政局）`,
    ),
    measure(
      '（四）优化通行管理。每季度召开一次货车通行协调会议，限行路段压减三分之一。（牵头单位：市公安局）',
    ),
  ],
  signature: { issuer: '沧台市人民政府', date: '2024年7月9日' },
  note: '此件公开发布',
  copies: '市委办公室，市人大常委会办公室。',
  printed: { office: '沧台市人民政府办公室', date: '2024年7月10日印发' },
};

const said = {
  title: '沧台市人民政府关于加快现代物流业发展的若干意见',
  docNumber: '沧政发〔2024〕21号',
  issuer: '沧台市人民政府',
  issueDate: '2024-07-09',
};

describe('a document laid out as an official one, read back from the file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const kinds = [
    ['DOCX, whose headings Word counts itself', 'docx', () => renderDocx(issued)],
    ['PDF, cut into lines and pages', 'pdf', async () => renderPdf(issued).bytes],
  ] as const;

  test.each(kinds)('%s', async (_name, ending, render) => {
    const path = join(folder, `issued.${ending}`);
    writeFileSync(path, await render());
    const { policy } = await readPolicyFile(path, unitNames());
    const { document, chapters, measures } = policy;
    expect({
      title: document.title,
      docNumber: document.docNumber,
      issuer: document.issuer,
      issueDate: document.issueDate,
    }).toEqual(said);
    expect(chapters.map(({ title }) => title)).toEqual(['一、完善物流设施', '二、降低物流成本']);
    expect(
      measures.map(({ no, title, leadUnits, responsibleUnits }) => [no, title, leadUnits, responsibleUnits]),
    ).toEqual([
      [
        '（一）',
        '建设物流枢纽',
        ['市发展改革委'],
        ['市交通运输局', '市自然资源和规划局', '各县（市、区）政府'],
      ],
      ['（二）', '畅通集疏运网络', ['市交通运输局'], ['市铁路办']],
      ['（三）', '推广绿色配送', ['市商务局'], ['市财政局']],
      ['（四）', '优化通行管理', ['市公安局'], []],
    ]);
    expect(
      measures.map(({ targets }) =>
        targets.map(({ value, unit, deadline }) => `${value} ${unit} ${deadline}`),
      ),
    ).toEqual([
      ['8 个 2026-12-31', '120 万平方米 2026-12-31'],
      ['3 条 null', '10 % null'],
      ['1500 辆 null', '2 万元 null'],
      ['1 次/季度 null', '0.3333 比例 null'],
    ]);
  });
});
