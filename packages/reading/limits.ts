/** How much of a sender's file is read before it is refused. */
export type Limits = {
  readonly fileBytes: number;
  /** Plain text and web pages; a policy document is a hundredth of it. */
  readonly textBytes: number;
  readonly parts: number;
  /** One part of a DOCX unpacked. */
  readonly partBytes: number;
  /** Unpacked to packed, counted once a part exceeds `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  readonly pages: number;
  /** Characters of the text that comes out. */
  readonly characters: number;
  readonly pdfMilliseconds: number;
  readonly pdfMegabytes: number;
};

const MB = 1024 * 1024;

export const defaultLimits: Limits = {
  fileBytes: 50 * MB,
  textBytes: 10 * MB,
  parts: 2_000,
  partBytes: 60 * MB,
  ratio: 200,
  ratioFromBytes: 2 * MB,
  pages: 600,
  characters: 2_000_000,
  pdfMilliseconds: 30_000,
  pdfMegabytes: 400,
};
