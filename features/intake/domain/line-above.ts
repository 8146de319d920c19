import type { Cell } from '#sheets';
import { type Grid, isFilled } from './grid.ts';
import { isUnitAlone, unitStated } from './header-text.ts';
import type { SkipWhy } from './row-kind.ts';
import { spelling } from './spelling.ts';

/** Judges a row above a header: title, unit line, note or blank. */
export function lineAbove(grid: Grid, row: number): SkipWhy {
  const cells = grid.filled(row);
  if (!cells.some(isFilled)) return 'blank';
  if (cells.some(isTitle)) return 'title';
  const texts = cells.map((cell) => spelling(cell.text));
  if (
    texts.some(
      (text) =>
        isUnitAlone(text) || unitStated(text) !== undefined || /单位(?:[(（][^)）]*[)）])?[:：]/.test(text),
    )
  )
    return 'unit';
  if (texts.every((text) => isRemark(text))) return 'note';
  return 'title';
}

function isTitle(cell: Cell): boolean {
  const whole = spelling(cell.text);
  const text = whole.replace(/(?:\([^)]*\)|【[^】]*】)$/, '');
  if (text !== whole && unitStated(whole) !== undefined && text.length >= 4 && !/[:：]/.test(text))
    return true;
  return (
    /(?:表|清单|台账|计划|情况|项目|一览|汇总|目录|库|统计)$/.test(text) &&
    !/单位[:：]|日期[:：]|[。；]/.test(text) &&
    !/^(?:注|说明|备注)/.test(text)
  );
}

/** 「（截至2023年2月20日）」, 「注：…」, 「填报日期：…」, or a paragraph. */
function isRemark(text: string): boolean {
  return (
    /^[(（]?(?:截至|截止|统计截[至止]|数据截[至止]|统计时间|统计日期|填报日期|填报时间|填表日期|报送日期|日期|时间|更新)/.test(
      text,
    ) ||
    /^(?:注|说明|备注|填表说明|填报说明|要求)[:：\d]?/.test(text) ||
    text.length > 60 ||
    /[。；]$/.test(text)
  );
}
