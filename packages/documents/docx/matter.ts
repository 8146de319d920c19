import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TabStopType } from 'docx';
import type { LetterHead, OfficialDocument, RedHead } from '../document.ts';
import { characterPt, layout, letterNumberPt, linePt, markPt, twips } from '../layout.ts';
import { said } from './run.ts';

const characters = (n: number) => Math.round(characterPt * n * 20);
const free = (pt: number) => ({ line: pt * 20, lineRule: LineRuleType.EXACT });
const emptyLine = () => new Paragraph({ children: [] });
const center = AlignmentType.CENTER;

/** 版头, title and 主送机关. */
export function docxHead({ head, letter, title, to }: OfficialDocument): Paragraph[] {
  return [
    ...(head ? redHead(head) : []),
    ...(letter ? letterHead(letter) : []),
    new Paragraph({
      alignment: center,
      spacing: free(35),
      children: [said(title, { face: 'title', pt: layout.titlePt })],
    }),
    new Paragraph({ spacing: free(15), children: [] }),
    ...(to ? [new Paragraph({ children: [said(`${to}：`)] })] : []),
  ];
}

/** Room for what the paper bears already, then the number at the right edge and two lines. */
function letterHead({ number }: LetterHead): Paragraph[] {
  // Word leaves out the room before a page's first paragraph: an empty line takes its place.
  const room = Math.max(1, Math.round(letterNumberPt));
  return [
    new Paragraph({ spacing: free(room), children: [] }),
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: free(Math.round(linePt)),
      children: number ? [said(number)] : [],
    }),
    emptyLine(),
    emptyLine(),
  ];
}

function redHead({ mark, issue, number, left, right }: RedHead): Paragraph[] {
  const before = number !== undefined || issue === undefined ? twips(35) : twips(8);
  const rule = {
    bottom: { style: BorderStyle.SINGLE, size: 12, color: layout.red, space: Math.round((4 * 72) / 25.4) },
  };
  const lines = [
    new Paragraph({
      alignment: center,
      spacing: { ...free(50), before },
      children: [said(mark, { face: 'title', pt: markPt(mark), color: layout.red })],
    }),
    ...(issue ? [new Paragraph({ alignment: center, children: [said(issue)] })] : []),
    ...(number ? [emptyLine(), new Paragraph({ alignment: center, children: [said(number)] })] : []),
  ];
  const ends = [left ?? '', right ?? ''].join('\t');
  return [
    ...lines,
    new Paragraph({
      border: rule,
      tabStops: [{ type: TabStopType.RIGHT, position: twips(layout.textMm.width) - characters(1) }],
      indent: { left: characters(ends === '\t' ? 0 : 1) },
      children: ends === '\t' ? [] : [said(ends)],
      ...(ends === '\t' ? { spacing: free(2) } : {}),
    }),
    emptyLine(),
  ];
}

/** 附件说明, 署名, 日期, 附注, 版记. */
export function docxEnding(document: OfficialDocument): Paragraph[] {
  const { attachments = [], signature, note } = document;
  const indent = { firstLine: characters(2) };
  const named = attachments.map((name, at) => {
    const label = `${at === 0 ? '附件：' : '　　　'}${attachments.length > 1 ? `${at + 1}.` : ''}`;
    return new Paragraph({ indent, children: [said(label + name)] });
  });
  return [
    ...(named.length > 0 ? [emptyLine(), ...named] : []),
    ...(signature ? signatureLines(signature) : []),
    ...(note ? [new Paragraph({ indent, children: [said(`（${note}）`)] })] : []),
    ...imprint(document),
  ];
}

/** The office is centred upon the day, both two characters from the right; a longer office pushes the day inwards. */
function signatureLines({ issuer, date }: { issuer: string; date: string }): Paragraph[] {
  const [long, short] = [Math.max(issuer.length, date.length), Math.min(issuer.length, date.length)];
  const right = (text: string) => ({
    alignment: AlignmentType.RIGHT,
    keepLines: true,
    indent: { right: characters(text.length === long ? 2 : 2 + (long - short) / 2) },
    children: [said(text)],
  });
  return [
    emptyLine(),
    emptyLine(),
    new Paragraph({ ...right(issuer), keepNext: true }),
    new Paragraph(right(date)),
  ];
}

function imprint({ copies, printed, letter }: OfficialDocument): Paragraph[] {
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 4 });
  const [thick, thin] = [rule(8), rule(6)];
  const pt = layout.smallPt;
  const indent = { left: pt * 20, right: pt * 20 };
  const lines: Paragraph[] = [];
  if (copies) {
    const border = { top: thick, bottom: printed ? thin : thick };
    lines.push(
      new Paragraph({
        ...(letter ? {} : { border }),
        indent: { ...indent, left: pt * 80, hanging: pt * 60 },
        children: [said(`抄送：${copies}。`, { pt })],
      }),
    );
  }
  if (printed) {
    const tabStops = [{ type: TabStopType.RIGHT, position: twips(layout.textMm.width) - pt * 20 }];
    lines.push(
      new Paragraph({
        border: { ...(copies ? {} : { top: thick }), bottom: thick },
        indent,
        tabStops,
        children: [said(`${printed.office}\t${printed.date}印发`, { pt })],
      }),
    );
  }
  return lines.length > 0 ? [emptyLine(), ...lines] : [];
}
