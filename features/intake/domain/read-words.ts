import type { Dictionary } from './dictionary.ts';
import { spelling } from './spelling.ts';

/** Whether the cell says yes. What is neither is null: nothing was said. */
export function readYesNo(written: string, dictionary: Dictionary): boolean | null {
  const text = spelling(written).replace(/[。.!]$/, '');
  if (dictionary.yes.has(text)) return true;
  if (dictionary.no.has(text)) return false;
  if (/^[√✓✔☑ⅤVvYy]$/.test(text) || /^yes$/i.test(text)) return true;
  if (/^[×✗✘✕XxNn]$/.test(text) || /^no$/i.test(text)) return false;
  return sentence(text);
}

/** 「已开工（2023年3月）」, 「尚未开工」, 「拟6月开工」, 「2023年3月开工」. */
function sentence(text: string): boolean | null {
  if (
    /^(?:否|不|未|尚未|没有|无法|暂未|还未|待|拟|计划|预计|即将)/.test(text) ||
    /(?:未|拟|待|计划|不)(?:开工|入统|入库|纳统|统|入|纳)/.test(text)
  )
    return false;
  if (/^(?:是[,(]|已)/.test(text) || /(?:开工|入统|入库|纳统)$/.test(text)) return true;
  return null;
}

/** The level a matter needs; what no pack names stays as written. */
export function readLevel(written: string, dictionary: Dictionary): string {
  const text = spelling(written);
  return (
    dictionary.levels.get(text) ?? dictionary.levels.get(text.replace(/^需|协调$|层面$|问题$/g, '')) ?? text
  );
}

/** The stage a word or title names. */
export function readStage(written: string, dictionary: Dictionary): string | undefined {
  const text = spelling(written);
  return (
    dictionary.stages.get(text) ??
    dictionary.stages.get(text.replace(/^(?:计划|年度)|(?:类|项目|工程|阶段|类项目|建设项目)$/g, ''))
  );
}

/** The lists a cell names, by their short or long names; what is none of the city's lists is left out. */
export function readLists(written: string, dictionary: Dictionary): string[] {
  const found: string[] = [];
  for (const part of written.split(/[、，,；;\n/+＋]|\s{1,}/)) {
    const name = listNamed(part, dictionary);
    if (name !== undefined && !found.includes(name)) found.push(name);
  }
  return found;
}

export function listNamed(written: string, { lists }: Dictionary): string | undefined {
  const text = core(spelling(written).replace(/^\d+[.、)]/, ''));
  return text === '' ? undefined : coresOf(lists).get(text);
}

const cores = new WeakMap<Dictionary['lists'], ReadonlyMap<string, string>>();

/** The lists by the core of each of their names; of two with the same core the first is meant. */
function coresOf(lists: Dictionary['lists']): ReadonlyMap<string, string> {
  const known = cores.get(lists);
  if (known) return known;
  const found = new Map<string, string>();
  for (const [alias, name] of lists) if (!found.has(core(alias))) found.set(core(alias), name);
  cores.set(lists, found);
  return found;
}

function core(text: string): string {
  return text.replace(/(?:项目)?(?:清单|计划)?$/, '');
}
