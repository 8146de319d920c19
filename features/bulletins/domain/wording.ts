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
