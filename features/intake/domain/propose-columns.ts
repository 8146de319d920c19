import type { MoneyUnit } from '#kernel/money';
import { amountMeaning } from './amount-meaning.ts';
import { type Column, isAmountField, type Mapping } from './column.ts';
import { type Grid, isFilled } from './grid.ts';
import type { HeaderBlock } from './header-block.ts';
import { headerWording, isUnitAlone, printedHeader, unitInHeader, withoutBrackets } from './header-text.ts';
import { phraseMeanings } from './phrase-meaning.ts';
import { rowsBetween } from './rows-between.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ColumnSetting = {
  readonly kind: 'list' | 'report';
  readonly year: number;
  readonly month?: number;
  readonly vocabulary: Vocabulary;
  readonly mapping?: Mapping;
};

/** A column before it is settled which of several takes a field. */
export type Proposed = {
  readonly number: number;
  readonly header: string;
  readonly levels: readonly string[];
  readonly unit: MoneyUnit | undefined;
  readonly candidates: readonly Candidate[];
};

export type Candidate = Pick<Column, 'field' | 'sumAs' | 'money' | 'cumulative' | 'lastMonthOfSpan'> & {
  readonly score: number;
  readonly amount: boolean;
  /** The header allows it; only the values can say so. */
  readonly vague?: true;
};

/** What each column of a header may mean, the likeliest meaning first. Columns without a header are left out. */
export function proposeColumns(grid: Grid, block: HeaderBlock, setting: ColumnSetting): Proposed[] {
  const proposed: Proposed[] = [];
  for (let number = 1; number <= grid.lastColumn; number++) {
    const printed = levelsOf(grid, block, number);
    if (printed.length === 0) continue;
    const levels = printed.map(headerWording).filter((level) => level !== '');
    const unit = [...printed]
      .reverse()
      .map(unitInHeader)
      .find((u) => u !== undefined);
    const header = printed.filter((level) => !isHint(level)).join('/') || printed.join('/');
    const candidates = remembered(header, levels, setting) ?? candidatesOf(levels, setting);
    proposed.push({ number, header, levels, unit: rememberedUnit(header, setting) ?? unit, candidates });
  }
  const beside = proposed.map((column, i) => phoneBeside(column, proposed[i - 1], proposed));
  return setting.kind === 'list' ? pairedDates(beside) : beside;
}

/** 「开工时间」 beside 「竣工时间」, with no column for the whole period, is when building began. */
function pairedDates(proposed: readonly Proposed[]): Proposed[] {
  const top = (c: Proposed) => c.candidates[0]?.field;
  const ends = proposed.some((c) => top(c) === 'periodEnd' && !/计划|预计|拟/.test(c.levels.join('')));
  const covered = proposed.some((c) => top(c) === 'period' || top(c) === 'periodStart');
  if (!ends || covered) return [...proposed];
  return proposed.map((column) => {
    if (top(column) !== 'plannedStart' || /计划|预计|拟/.test(column.levels.join(''))) return column;
    const isStart = (c: Candidate) => c.field === 'periodStart';
    const candidates = column.candidates.map((c) => (isStart(c) ? { ...c, score: 101 } : c));
    return { ...column, candidates: candidates.sort((a, b) => b.score - a.score) };
  });
}

/** A bare 「联系电话」 is the secretary's only right beside her. */
function phoneBeside(column: Proposed, left: Proposed | undefined, all: readonly Proposed[]): Proposed {
  const isPhone = (c: Candidate) => c.field === 'secretaryPhone' && c.score < 1000;
  if (!column.candidates.some(isPhone) || /秘书|管家|专员/.test(column.levels.join(''))) return column;
  const isSecretary = (c: Proposed | undefined) => c?.candidates[0]?.field === 'secretary';
  if (isSecretary(left) && all.some(isSecretary)) {
    const sure = column.candidates.map((c) => (isPhone(c) ? { ...c, score: Math.max(c.score, 101) } : c));
    return { ...column, candidates: sure.sort((a, b) => b.score - a.score) };
  }
  const candidates = column.candidates.map((c) => (isPhone(c) ? { ...c, field: null } : c));
  return { ...column, candidates };
}

/** The header's texts over one column, the upper first, each once. */
function levelsOf(grid: Grid, block: HeaderBlock, column: number): string[] {
  const levels: string[] = [];
  for (let row = block.top; row <= block.bottom; row++) {
    const text = printedAt(grid, block, row, column);
    if (text !== '' && text !== levels.at(-1)) levels.push(text);
  }
  return levels;
}

function printedAt(grid: Grid, block: HeaderBlock, row: number, column: number): string {
  const merge = grid.mergeAt(row, column);
  if (merge) return printedHeader(grid.at(merge.fromRow, merge.fromColumn));
  const own = grid.at(row, column);
  if (isFilled(own) || row === block.bottom) return printedHeader(own);
  return groupToTheLeft(grid, block, row, column);
}

/** Without merged areas a group's name stands over its first column only; it reaches on while something is beneath. */
function groupToTheLeft(grid: Grid, { bottom }: HeaderBlock, row: number, column: number): string {
  const beneath = (c: number) =>
    rowsBetween(row + 1, bottom).some(
      (below) => isFilled(grid.at(below, c)) || grid.mergeAt(below, c)?.fromRow === below,
    );
  if (!beneath(column)) return '';
  for (let left = column - 1; left >= 1; left--) {
    if (grid.mergeAt(row, left)) return '';
    if (!beneath(left)) return '';
    if (isFilled(grid.at(row, left))) return printedHeader(grid.at(row, left));
  }
  return '';
}

function isHint(text: string): boolean {
  return isUnitAlone(text);
}

/** Headers under which one office writes the industry, another the stage, a third the list. */
const vagueHeader = /^(?:项目|工程|建设)?(?:类别|类型|分类|批次|状态|情况|归类|属性)$/;

/** 「类别（续建/新开工/前期）」: the header itself lists what may stand in the column. */
function namesStages(wording: string, { words }: Vocabulary): boolean {
  const choices = /\(([^()]*)\)$/.exec(wording)?.[1]?.split(/[/、,或]/) ?? [];
  const stages = Object.entries(words.stages).flatMap(([stage, spellings]) => [stage, ...spellings]);
  return choices.length > 1 && choices.every((choice) => stages.includes(choice) || choice === '新建');
}

export function candidatesOf(printed: readonly string[], setting: ColumnSetting): Candidate[] {
  const answer = printed.length > 1 && /^是否|情况$/.test(printed.at(-2) ?? '') ? printed.at(-1) : undefined;
  if (answer === '否' || answer === '未') return [{ field: null, score: 90, amount: false }];
  const levels = answer === '是' || answer === '已' ? printed.slice(0, -1) : printed;
  const phrases = phraseMeanings(levels, setting.kind, setting.vocabulary);
  const candidates: Candidate[] = phrases.map((p) => ({
    field: p.ignored ? null : p.field,
    score: p.score - (p.ignored ? 3 : 0),
    amount: false,
  }));
  const amount = amountMeaning(levels, setting, setting.vocabulary.amounts);
  if (amount && (phrases[0]?.score ?? 0) < 84) candidates.push({ ...amount, amount: true });
  const leaf = levels.at(-1) ?? '';
  if (setting.kind === 'list' && namesStages(leaf, setting.vocabulary)) {
    candidates.push({ field: 'stage', score: 101, amount: false });
  } else if (setting.kind === 'list' && vagueHeader.test(withoutBrackets(leaf))) {
    for (const field of ['stage', 'lists']) candidates.push({ field, score: 60, amount: false, vague: true });
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** A person said what it is; what else the header says of that field (cumulative, for one) still holds. */
function remembered(
  header: string,
  levels: readonly string[],
  setting: ColumnSetting,
): Candidate[] | undefined {
  const known = setting.mapping?.columns.find((column) => column.header === header);
  if (!known) return undefined;
  const { field } = known;
  const { vague: _, ...meant } = candidatesOf(levels, setting).find((c) => c.field === field) ?? {};
  return [{ ...meant, field, score: 1000, amount: isAmountField(field) }];
}

function rememberedUnit(header: string, { mapping }: ColumnSetting): MoneyUnit | undefined {
  return mapping?.columns.find((column) => column.header === header)?.unit;
}
