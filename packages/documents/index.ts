export { canonicalHash, canonicalJson, type Plain } from './canonical.ts';
export { facesHere, setFontFolder } from './compiler.ts';
export type { Block, OfficialDocument, RedHead, Table, TableColumn } from './document.ts';
export { substitutionWarning } from './faces.ts';
export { layout } from './layout.ts';
export { numbered } from './numbering.ts';
export { renderDocx } from './render-docx.ts';
export { type RenderedPdf, renderPdf } from './render-pdf.ts';
