import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Block, OfficialDocument } from './document.ts';
import { docxEnding, docxHead } from './docx/matter.ts';
import { faceFont, said } from './docx/run.ts';
import { docxTable } from './docx/table.ts';
import { bottomMm, characterPt, layout, linePt, rightMm, twips } from './layout.ts';
import { numbered } from './numbering.ts';

/** The document as DOCX for offices to go on with, in the same layout; typefaces go by the names office machines know. */
export async function renderDocx(document: OfficialDocument): Promise<Uint8Array> {
  const file = new Document({
    title: document.title,
    creator: document.signature?.issuer ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: faceFont('fangsong'), size: layout.bodyPt * 2, language: { eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: Math.floor(linePt * 20), lineRule: LineRuleType.EXACT } },
        },
      },
    },
    sections: [
      {
        // The first page of a letter bears no number.
        properties: { page: pageOf(), grid: gridOf(), titlePage: document.letter !== undefined },
        headers: {
          ...{ default: headerOf(document), even: headerOf(document) },
          ...(document.letter ? { first: headerOf(document) } : {}),
        },
        footers: {
          ...{ default: footerOf('odd'), even: footerOf('even') },
          ...(document.letter ? { first: new Footer({ children: [new Paragraph({})] }) } : {}),
        },
        children: [
          ...docxHead(document),
          ...numbered(document.body).flatMap((block) => blockOf(block)),
          ...docxEnding(document),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function pageOf() {
  const { pageMm, topMm, leftMm } = layout;
  return {
    size: { width: twips(pageMm.width), height: twips(pageMm.height) },
    margin: {
      top: twips(topMm),
      left: twips(leftMm),
      right: twips(rightMm),
      bottom: twips(bottomMm),
      header: twips(18),
      // From the lower edge of the page to that of the page number.
      footer: twips(bottomMm - layout.pageNumberBelowMm) - layout.smallPt * 20,
    },
  };
}

/** 22 lines of 28 characters: Word counts the difference of a character's room in 4096ths of a point. */
function gridOf() {
  return {
    type: DocumentGridType.LINES_AND_CHARS,
    linePitch: Math.floor(linePt * 20),
    charSpace: Math.round((characterPt - layout.bodyPt) * 4096),
  };
}

function headerOf({ mark }: OfficialDocument): Header {
  const children = mark ? [said(mark, { face: 'hei' })] : [];
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] });
}

function footerOf(side: 'odd' | 'even'): Footer {
  const run = { font: faceFont('song'), size: layout.smallPt * 2 };
  const children = [
    new TextRun({ ...run, text: '— ' }),
    new TextRun({ ...run, children: [PageNumber.CURRENT] }),
    new TextRun({ ...run, text: ' —' }),
  ];
  const alignment = side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const indent = { left: layout.smallPt * 20, right: layout.smallPt * 20 };
  return new Footer({ children: [new Paragraph({ alignment, indent, children })] });
}

const headingFaces = ['hei', 'kai', 'fangsong', 'fangsong'] as const;

function blockOf(block: Block) {
  if (block.kind === 'table') return docxTable(block);
  const indent = { firstLine: Math.round(characterPt * 2 * 20) };
  const alignment = AlignmentType.BOTH;
  if (block.kind === 'paragraph') return [new Paragraph({ indent, alignment, children: [said(block.text)] })];
  const face = headingFaces[block.level - 1];
  const children = [said(block.text, { face })];
  return [new Paragraph({ indent, alignment, keepNext: true, outlineLevel: block.level - 1, children })];
}
