import { defineRefusals, ensure } from './refusal.ts';

/** The refusals of sentences in one kind of document under its prefix: `bulletin.unknown_figure`, `bulletin.figure_typed`. */
export function defineSentenceRefusals(prefix: string, document: string): void {
  defineRefusals({
    [`${prefix}.unknown_figure`]: {
      status: 422,
      text: '“{section}”里的｛{name}｝不是可用的数据项。请从数据项列表中选用，或改成普通文字',
    },
    [`${prefix}.figure_typed`]: {
      status: 422,
      text: `“{section}”里直接写了数字“{found}”。${document}中的数据只能引用数据项，不能手写；请改用花括号数据项`,
    },
  });
}

/** What figures are called in sentences, and how they read. */
export type Values = ReadonlyMap<string, string>;

const placeholder = /\{([^{}]*)\}/g;

/** A figure: digits of any width with the unit of a figure behind them. */
const typed = /[0-9０-９][0-9０-９,，.．]*\s*(?:个百分点|百分点|％|%|亿元|万元|千元|元|个|盏|家|项|位|名)/;

/** Figures cannot be edited: sentences may name those there are, and may not write others. */
export function checkWords(texts: Readonly<Record<string, string>>, values: Values, prefix: string): void {
  for (const [section, text] of Object.entries(texts)) {
    for (const [, name = ''] of text.matchAll(placeholder))
      ensure(values.has(name), `${prefix}.unknown_figure`, { section, name });
    const found = typed.exec(text.replace(placeholder, ''))?.[0];
    ensure(found === undefined, `${prefix}.figure_typed`, { section, found: found ?? '' });
  }
}

export function fill(text: string, values: Values): string {
  return text.replace(placeholder, (whole, name: string) => values.get(name) ?? whole);
}

/** Each line is a paragraph. */
export function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
