/** A heading counts itself: 一、 （一） 1. （1） by its level. */
export type Heading = { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string };

export type Paragraph = { readonly kind: 'paragraph'; readonly text: string };

export type TableColumn = {
  readonly title: string;
  /** Share of the width of the text; 1 unless given. */
  readonly share?: number;
  readonly align?: 'left' | 'center' | 'right';
};

export type Table = {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
};

export type Block = Heading | Paragraph | Table;

/** The red head: who speaks, and the lines above the red rule. */
export type RedHead = {
  /** 发文机关标志, or the name of a 简报. */
  readonly mark: string;
  /** 第5期 */
  readonly issue?: string;
  /** 发文字号. */
  readonly number?: string;
  /** Beneath, at either end of a line: the issuing office and the day of a 简报. */
  readonly left?: string;
  readonly right?: string;
};

/** 信函格式: the paper bears name and red lines already; only 发文字号 stands among them. */
export type LetterHead = { readonly number?: string };

/** One official document; it is rendered as DOCX and as PDF in the layout of GB/T 9704-2012. */
export type OfficialDocument = {
  readonly head?: RedHead;
  /** A letter instead of the general format. It has no head of its own, and no lines or 印发 below. */
  readonly letter?: LetterHead;
  readonly title: string;
  /** 主送机关. */
  readonly to?: string;
  readonly body: readonly Block[];
  /** 附件说明: names of what is attached. */
  readonly attachments?: readonly string[];
  readonly signature?: { readonly issuer: string; readonly date: string };
  /** 公开属性 and other notes, printed in brackets below the date. */
  readonly note?: string;
  /** 抄送. */
  readonly copies?: string;
  /** 印发机关 and 印发日期. */
  readonly printed?: { readonly office: string; readonly date: string };
  /** Stands at the head of every page, as 送审稿. */
  readonly mark?: string;
};
