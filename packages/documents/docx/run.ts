import { TextRun } from 'docx';
import { type Face, faces } from '../faces.ts';

type Spoken = { readonly face?: Face | undefined; readonly pt?: number; readonly color?: string };

export function faceFont(face: Face) {
  const { name } = faces[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

/** Words in one of the standard's typefaces; the body's unless another is given. */
export function said(text: string, { face, pt, color }: Spoken = {}): TextRun {
  return new TextRun({
    text,
    ...(face ? { font: faceFont(face) } : {}),
    ...(pt ? { size: pt * 2 } : {}),
    ...(color ? { color } : {}),
  });
}
