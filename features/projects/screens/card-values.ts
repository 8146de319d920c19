import type { InputOf, OutputOf } from '#http/client';
import { formatMoney, parseMoney } from '#kernel/money';
import type { createProject, editProject, projectChoices, readProject } from '../contract.ts';

export type Project = OutputOf<typeof readProject>;
export type Choices = OutputOf<typeof projectChoices>;
type Edit = InputOf<typeof editProject>;
type Holder = NonNullable<Edit['responsibilities']>[string][number];

/** What a form holds: every field a text, so that two versions compare field by field. */
export type Values = Readonly<Record<string, string>>;

/** One who answers, as the form holds it; `masked` is the number on record as everybody sees it. */
export type HolderRow = {
  readonly name: string;
  readonly orgId: string | null;
  readonly personId: string | null;
  readonly masked: string | null;
  readonly phone: string;
};

export const cardKeys = ['name', 'code', 'industry', 'nature', 'form'] as const;
export const detailKeys = [
  ...([
    'content',
    'periodStart',
    'periodEnd',
    'totalFen',
    'fundSource',
    'company',
    'uscc',
    'remark',
  ] as const),
];
export const entryKeys = [
  'category',
  'plannedStart',
  'entryTotalFen',
  'planYearFen',
  'doneBeforeFen',
] as const;

export const fieldLabels: Readonly<Record<string, string>> = {
  name: '项目名称',
  code: '项目代码',
  districts: '建设地点',
  industry: '行业',
  nature: '建设性质',
  form: '项目类型',
  content: '建设内容',
  periodStart: '建设起始',
  periodEnd: '建设截止',
  totalFen: '总投资（万元）',
  fundSource: '资金来源',
  company: '项目单位',
  uscc: '统一社会信用代码',
  remark: '备注',
  category: '类别',
  plannedStart: '计划开工',
  entryTotalFen: '本年清单总投资（万元）',
  planYearFen: '年度计划投资（万元）',
  doneBeforeFen: '至上年底累计完成（万元）',
};

/** The card as the form begins with it; without a project, empty. */
export function valuesOf(choices: Choices, year: number, project?: Project): Values {
  const { detail } = project ?? {};
  const entry = project?.entries.find((one) => one.year === year);
  const wan = (fen: string | null | undefined) => (fen ? formatMoney(BigInt(fen), '万元') : '');
  const holders = choices.responsibilities.map((kind) => [
    `holder:${kind.id}`,
    writeHolders(
      (project?.holders ?? [])
        .filter((one) => one.kind === kind.id)
        .map(({ name, orgId, personId, phone }) => ({ name, orgId, personId, masked: phone, phone: '' })),
    ),
  ]);
  return {
    name: project?.name ?? '',
    code: project?.code ?? '',
    districts: (project?.districts ?? []).map((one) => one.orgId).join(','),
    industry: project?.industry ?? '',
    nature: project?.nature ?? '',
    form: project?.form?.id ?? '',
    content: detail?.content ?? '',
    periodStart: detail?.periodStart ?? '',
    periodEnd: detail?.periodEnd ?? '',
    totalFen: wan(detail?.totalFen),
    fundSource: detail?.fundSource ?? '',
    company: detail?.company ?? '',
    uscc: detail?.uscc ?? '',
    remark: detail?.remark ?? '',
    category: entry?.category ?? '',
    plannedStart: entry?.plannedStart ?? '',
    entryTotalFen: wan(entry?.totalFen),
    planYearFen: wan(entry?.planYearFen),
    doneBeforeFen: wan(entry?.doneBeforeFen),
    ...Object.fromEntries(holders),
  };
}

export function readHolders(text: string | undefined): readonly HolderRow[] {
  return text ? (JSON.parse(text) as HolderRow[]) : [];
}

export function writeHolders(rows: readonly HolderRow[]): string {
  return rows.length === 0 ? '' : JSON.stringify(rows);
}

/** What is wrong before anything is sent, by field. */
export function faultsOf(values: Values): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  if (!values['name']?.trim()) faults['name'] = '请填写项目名称';
  if (!values['districts']) faults['districts'] = '请选择建设地点，第一个为牵头地区';
  for (const [key, text] of Object.entries(values)) {
    if (!key.endsWith('Fen') || text.trim() === '') continue;
    const fen = parseMoney(text, '万元');
    if (fen === undefined) faults[key] = `“${text}”不是金额，请填写数字，例如 12,500`;
    else if (fen < 0n) faults[key] = '金额不能为负';
  }
  for (const key of ['periodStart', 'periodEnd', 'plannedStart']) {
    const text = values[key] ?? '';
    if (text !== '' && !/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(text))
      faults[key] = '请按 2023、2023-05 或 2023-05-06 填写';
  }
  const uscc = values['uscc'] ?? '';
  if (uscc !== '' && !/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(uscc))
    faults['uscc'] = '统一社会信用代码为 18 位数字和大写字母，不含 I、O、S、V、Z';
  const entered = entryKeys.some((key) => key !== 'category' && values[key]);
  if (entered && !values['category']) faults['category'] = '请选择本年类别';
  return faults;
}

/** Only what differs from where the form began is sent; what was emptied is erased. */
export function changesOf(base: Values, mine: Values, year: number): Omit<Edit, 'id' | 'version'> {
  const changed = Object.keys(mine).filter((key) => mine[key] !== base[key]);
  const has = (key: string) => changed.includes(key);
  const given = (key: string) => asGiven(key, mine[key] ?? '');
  const some = (keys: readonly string[]) => keys.filter(has).map((key) => [key, given(key)]);
  const detail = some(detailKeys);
  const entry = some(entryKeys).map(([key, value]) => [key === 'entryTotalFen' ? 'totalFen' : key, value]);
  const holders = changed.filter((key) => key.startsWith('holder:'));
  const edit = {
    ...Object.fromEntries(some(cardKeys)),
    ...(has('districts') ? { districts: (mine['districts'] ?? '').split(',') } : {}),
    ...(detail.length > 0 ? { detail: Object.fromEntries(detail) } : {}),
    ...(entry.length > 0
      ? { entry: { category: mine['category'], ...Object.fromEntries(entry), year } }
      : {}),
    ...(holders.length > 0
      ? { responsibilities: Object.fromEntries(holders.map((key) => [key.slice(7), holdersOf(mine[key])])) }
      : {}),
  };
  // Put together from the form's own keys; the server checks every field against the contract.
  return edit as Omit<Edit, 'id' | 'version'>;
}

/** The same for a card that is not there yet. */
export function newCardOf(values: Values, year: number): InputOf<typeof createProject> {
  const blank = Object.fromEntries(Object.keys(values).map((key) => [key, '']));
  return changesOf(blank, values, year) as InputOf<typeof createProject>;
}

function asGiven(key: string, text: string): string | null {
  if (text.trim() === '') return null;
  return key.endsWith('Fen') ? String(parseMoney(text, '万元') ?? '') : text.trim();
}

function holdersOf(text: string | undefined): Holder[] {
  return readHolders(text)
    .filter((row) => row.name.trim() !== '')
    .map(({ name, orgId, personId, phone }) => ({
      name: name.trim(),
      orgId: orgId as Holder['orgId'],
      personId: personId as Holder['personId'],
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    }));
}
