import type { OfficialDocument } from '../../document.ts';

/** Plain Han text that fills `lines` whole lines of 28 characters, the first of which begins two further in. */
export function textOfLines(lines: number): string {
  const sentence = '各地区各部门按照市委市政府部署推进项目建设';
  return sentence.repeat(lines * 2).slice(0, lines * 28 - 2);
}

export function aDocument(given: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    title: '关于推进情况的通报',
    body: [{ kind: 'paragraph', text: textOfLines(80) }],
    ...given,
  };
}
