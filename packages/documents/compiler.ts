import { existsSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { defineRefusals, refuse } from '#kernel/refusal';
import { type ChosenFaces, chooseFaces, faces } from './faces.ts';

defineRefusals({
  'documents.no_chinese_font': {
    status: 503,
    text: '本机没有可用的中文字体，无法生成 PDF。请安装 fonts-noto-cjk，或把公文字体放进数据目录的 fonts 文件夹后重试；也可以先下载 DOCX',
  },
});

type Opened = { readonly compiler: NodeCompiler; readonly chosen: ChosenFaces | undefined };

let fontFolder: string | undefined;
let opened: Opened | undefined;

/** A city's own fonts, beside those of the system. Read when the first document is made. */
export function setFontFolder(folder: string): void {
  if (folder === fontFolder) return;
  fontFolder = folder;
  opened = undefined;
}

/** The compiler with the fonts of the system and of the folder, and which of them stands for which face. */
export function openCompiler(): { readonly compiler: NodeCompiler; readonly chosen: ChosenFaces } {
  opened ??= open();
  const { compiler, chosen } = opened;
  return chosen ? { compiler, chosen } : refuse('documents.no_chinese_font');
}

/** The faces this machine has; undefined without any Chinese one. */
export function facesHere(): ChosenFaces | undefined {
  opened ??= open();
  return opened.chosen;
}

function open(): Opened {
  const fontPaths = fontFolder !== undefined && existsSync(fontFolder) ? [fontFolder] : [];
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    ...(fontPaths.length > 0 ? { fontArgs: [{ fontPaths }] } : {}),
  });
  return { compiler, chosen: chooseFaces(familiesIn(compiler)) };
}

/** A family is there if a character set in it and nothing else takes room. */
const probe = `#context [#metadata(json(bytes(sys.inputs.families)).map(family =>
  measure(text(font: family, fallback: false, size: 16pt)[永]).width.pt())) <widths>]`;

function familiesIn(compiler: NodeCompiler): Set<string> {
  const all = [
    ...new Set(Object.values(faces).flatMap(({ families, instead }) => [...families, ...instead])),
  ];
  const found: unknown = compiler.query(
    { mainFileContent: probe, inputs: { families: JSON.stringify(all) } },
    { selector: '<widths>', field: 'value' },
  );
  const widths = Array.isArray(found) ? (found[0] as readonly number[]) : [];
  return new Set(all.filter((_family, at) => (widths[at] ?? 0) > 0));
}
