import type { Block, OfficialDocument, Table, TableColumn } from '#documents';
import type { Standing } from '#kernel/document-flow';
import type { Light } from '#kernel/light';
import { fill, paragraphsOf } from '#kernel/sentence';
import { printBothPlans } from './both-plans.ts';
import type { FigureRow, Figures, NamedGroup } from './figures.ts';
import { shortfallOf } from './make-figures.ts';
import { percentOf } from './percent.ts';
import { dayWords, percent, valuesOf, yi } from './values.ts';
import type { SectionId, Wording } from './wording.ts';

/** The words around the figures that are not the office's to edit. */
export type PrintTexts = {
  readonly headings: Readonly<Record<string, string>>;
  readonly lightNames: Readonly<Record<Light, string>>;
  readonly words: {
    readonly underReview: string;
    readonly noProblem: string;
    readonly none: string;
    readonly publicity: Readonly<Record<Wording['publicity'], string>>;
    readonly issueOpen: string;
    readonly issue: (n: number) => string;
    readonly dayOpen: string;
  };
};

/** The document a bulletin is: its words, its figures and where it stands. Sealed and numbered ones carry no mark. */
export function printBulletin(
  figures: Figures,
  wording: Wording,
  standing: Pick<Standing, 'state' | 'issue' | 'documentNumber' | 'issuedOn'>,
  texts: PrintTexts,
): OfficialDocument {
  const values = valuesOf(figures);
  const { words } = texts;
  const { issue, documentNumber, issuedOn, state } = standing;
  const date = issuedOn ? dayWords(issuedOn) : words.dayOpen;
  const done = state === 'issuing' || state === 'issued' || state === 'archived';
  return {
    head: {
      mark: wording.mark,
      issue: issue === null ? words.issueOpen : words.issue(issue),
      ...(documentNumber ? { number: documentNumber } : {}),
      left: wording.issuer,
      right: date,
    },
    title: fill(wording.title, values),
    ...(wording.to ? { to: wording.to } : {}),
    body: bodyOf(figures, (id) => paragraphsOf(fill(wording.sections[id], values)), texts),
    signature: { issuer: wording.issuer, date },
    note: words.publicity[wording.publicity],
    ...(wording.copies ? { copies: wording.copies.replace(/。$/, '') } : {}),
    printed: { office: wording.printedBy, date },
    ...(done ? {} : { mark: words.underReview }),
  };
}

/** The opening as it reads, for messages and speeches. */
export function openingOf(figures: Figures, wording: Wording): string {
  return paragraphsOf(fill(wording.sections.opening, valuesOf(figures))).join('\n');
}

function bodyOf(figures: Figures, said: (id: SectionId) => string[], texts: PrintTexts): Block[] {
  const { headings, words } = texts;
  const row = new Map(figures.rows.map((one) => [one.projectId, one]));
  const rowsOf = (ids: readonly string[]) => ids.flatMap((id) => row.get(id) ?? []);
  const heading = (level: 1 | 2, id: string): Block => ({ kind: 'heading', level, text: headings[id] ?? id });
  const text = (id: SectionId): Block[] => said(id).map((one) => ({ kind: 'paragraph', text: one }));
  const captions = counting();
  const orNone = (rows: readonly FigureRow[], make: () => Table): Block[] =>
    rows.length > 0 ? [make()] : [{ kind: 'paragraph', text: `${words.none}。` }];
  const newlyRed = rowsOf(figures.newlyRed);
  const behind = rowsOf(figures.furthestBehind);
  const missing = rowsOf(figures.missing);
  return [
    ...text('opening'),
    heading(1, 'general'),
    heading(2, 'progress'),
    ...text('progress'),
    groupTable(captions('分类别投资完成和亮灯情况'), '类别', figures.categories, texts),
    ...(figures.plans ? printBothPlans(figures.plans, captions) : []),
    heading(2, 'lights'),
    ...text('lights'),
    heading(1, 'districts'),
    heading(2, 'districtLights'),
    ...text('districts'),
    groupTable(captions('分地区投资完成和亮灯情况'), '地区', figures.districts, texts),
    heading(2, 'ranking'),
    ...text('ranking'),
    rankingTable(captions('各地区完成率排名'), figures),
    heading(1, 'lists'),
    ...text('lists'),
    groupTable(captions('分清单投资完成和亮灯情况'), '清单', figures.lists, texts),
    heading(1, 'newlyRed'),
    ...text('newlyRed'),
    ...orNone(newlyRed, () => causeTable(captions('新转红灯项目'), newlyRed, texts)),
    heading(1, 'behind'),
    ...text('behind'),
    ...orNone(behind, () => shortfallTable(captions('落后较多的项目'), behind, texts)),
    heading(1, 'missing'),
    ...text('missing'),
    ...orNone(missing, () => missingTable(captions('未报送月报的项目'), missing, figures.districts)),
    heading(1, 'requests'),
    ...text('requests'),
  ];
}

function counting(): (name: string) => string {
  let n = 0;
  return (name) => {
    n += 1;
    return `表${n}　${name}`;
  };
}

const right = (title: string, share = 1): TableColumn => ({ title, share, align: 'right' });
const left = (title: string, share: number): TableColumn => ({ title, share, align: 'left' });

/** Lights with what they were a month before in brackets. */
function groupTable(caption: string, name: string, groups: readonly NamedGroup[], texts: PrintTexts): Table {
  const lights = ['green', 'yellow', 'red', 'grey'] as const;
  return {
    kind: 'table',
    caption: `${caption}（投资单位：亿元；括号内为比上月增减）`,
    columns: [
      left(name, 2.3),
      right('项目', 0.9),
      ...lights.map((light) => right(texts.lightNames[light], 1.4)),
      right('累计计划', 1.7),
      right('累计完成', 1.7),
      right('完成率', 1.5),
    ],
    rows: groups.map((group) => [
      group.name,
      String(group.projects),
      ...lights.map((light) => `${group.lights[light]}${signed(group, light)}`),
      yi(group.planFen),
      yi(group.actualFen),
      percent(group.completion),
    ]),
  };
}

function signed({ lights, before }: NamedGroup, light: Light): string {
  const change = before ? lights[light] - before[light] : 0;
  return change === 0 ? '' : `(${change > 0 ? '+' : '−'}${Math.abs(change)})`;
}

function rankingTable(caption: string, { ranking }: Figures): Table {
  return {
    kind: 'table',
    caption,
    columns: [
      right('名次'),
      left('地区', 3),
      right('完成率', 1.5),
      right('上月名次', 1.5),
      right('升降', 1.2),
    ],
    rows: ranking.map(({ rank, previousRank, name, completion }) => [
      rank === null ? '—' : String(rank),
      name,
      percent(completion),
      previousRank === null ? '—' : String(previousRank),
      rankChange(rank, previousRank),
    ]),
  };
}

export function rankChange(rank: number | null, previousRank: number | null): string {
  if (rank === null || previousRank === null) return '—';
  if (rank === previousRank) return '持平';
  return rank < previousRank ? `升${previousRank - rank}` : `降${rank - previousRank}`;
}

function causeTable(caption: string, rows: readonly FigureRow[], { lightNames, words }: PrintTexts): Table {
  return {
    kind: 'table',
    caption,
    columns: [
      left('项目', 3),
      left('地区', 1.6),
      right('上月'),
      right('完成率', 1.3),
      left('原因（月报原文）', 4),
    ],
    rows: rows.map((row) => [
      row.name,
      row.district,
      row.before ? lightNames[row.before] : '—',
      completionOf(row),
      row.problem ?? words.noProblem,
    ]),
  };
}

function shortfallTable(caption: string, rows: readonly FigureRow[], { words }: PrintTexts): Table {
  return {
    kind: 'table',
    caption: `${caption}（单位：亿元）`,
    columns: [
      ...[left('项目', 3), left('地区', 1.6), right('累计计划', 1.4), right('累计完成', 1.4)],
      ...[right('相差', 1.2), left('原因（月报原文）', 3)],
    ],
    rows: rows.map((row) => [
      row.name,
      row.district,
      yi(row.planFen),
      yi(row.actualFen),
      yi(`${shortfallOf(row)}`),
      row.problem ?? words.noProblem,
    ]),
  };
}

function missingTable(caption: string, rows: readonly FigureRow[], districts: readonly NamedGroup[]): Table {
  const place = ({ districtId }: FigureRow) => districts.findIndex(({ id }) => id === (districtId ?? 'none'));
  return {
    kind: 'table',
    caption,
    columns: [right('序号'), left('地区', 2), left('项目', 6)],
    rows: rows
      .toSorted((a, b) => place(a) - place(b))
      .map(({ district, name }, at) => [String(at + 1), district, name]),
  };
}

function completionOf({ planFen, actualFen }: FigureRow): string {
  return actualFen === null ? '未报' : percent(percentOf(BigInt(actualFen), BigInt(planFen ?? 0)));
}
