import { defineRefusals, ensure } from '#kernel/refusal';

defineRefusals({
  'bulletin.unknown_figure': {
    status: 422,
    text: '“{section}”里的｛{name}｝不是可用的数据项。请从数据项列表中选用，或改成普通文字',
  },
  'bulletin.figure_typed': {
    status: 422,
    text: '“{section}”里直接写了数字“{found}”。通报中的数据只能引用数据项，不能手写；请改用花括号数据项',
  },
});

/** Paragraphs of the body whose sentences may be edited, in their order. */
export const sectionIds = [
  'opening',
  'progress',
  'lights',
  'districts',
  'ranking',
  'lists',
  'newlyRed',
  'behind',
  'missing',
  'requests',
] as const;
export type SectionId = (typeof sectionIds)[number];

export const forms = ['通报', '简报'] as const;
export const publicities = ['主动公开', '依申请公开', '不予公开'] as const;

/** All words of a bulletin. Figures stand in them by name in braces: 完成率｛完成率｝ keeps its figure whatever is written around it. */
export type Wording = {
  readonly form: (typeof forms)[number];
  /** The name in the red head. */
  readonly mark: string;
  readonly title: string;
  readonly issuer: string;
  readonly to: string;
  readonly copies: string;
  readonly printedBy: string;
  readonly publicity: (typeof publicities)[number];
  readonly sections: Readonly<Record<SectionId, string>>;
};

/** What figures are called in sentences, and how they read. */
export type Values = ReadonlyMap<string, string>;

const placeholder = /\{([^{}]*)\}/g;

/** A figure: digits of any width with the unit of a figure behind them. */
const typed = /[0-9０-９][0-9０-９,，.．]*\s*(?:个百分点|百分点|％|%|亿元|万元|千元|元|个|盏|家|项|位|名)/;

/** Figures cannot be edited: sentences may name those there are, and may not write others. */
export function checkWords(texts: Readonly<Record<string, string>>, values: Values): void {
  for (const [section, text] of Object.entries(texts)) {
    for (const [, name = ''] of text.matchAll(placeholder))
      ensure(values.has(name), 'bulletin.unknown_figure', { section, name });
    const found = typed.exec(text.replace(placeholder, ''))?.[0];
    ensure(found === undefined, 'bulletin.figure_typed', { section, found: found ?? '' });
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
