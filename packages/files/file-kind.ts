/** What a file is by its content, and what it may be called. */
export type FileKind = {
  readonly id: FileKindId;
  readonly mediaType: string;
  readonly what: string;
  readonly endings: readonly string[];
};

export type FileKindId =
  | 'xlsx'
  | 'docx'
  | 'pptx'
  | 'xls'
  | 'doc'
  | 'ppt'
  | 'pdf'
  | 'ofd'
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'text';

const office = 'application/vnd.openxmlformats-officedocument';

export const fileKinds: Readonly<Record<FileKindId, FileKind>> = {
  xlsx: kind('xlsx', `${office}.spreadsheetml.sheet`, ' Excel 工作簿', ['.xlsx']),
  docx: kind('docx', `${office}.wordprocessingml.document`, ' Word 文档', ['.docx']),
  pptx: kind('pptx', `${office}.presentationml.presentation`, '演示文稿', ['.pptx']),
  xls: kind('xls', 'application/vnd.ms-excel', '旧版 Excel 工作簿', ['.xls']),
  doc: kind('doc', 'application/msword', '旧版 Word 文档', ['.doc']),
  ppt: kind('ppt', 'application/vnd.ms-powerpoint', '旧版演示文稿', ['.ppt']),
  pdf: kind('pdf', 'application/pdf', ' PDF 文件', ['.pdf']),
  ofd: kind('ofd', 'application/ofd', ' OFD 版式文件', ['.ofd']),
  png: kind('png', 'image/png', ' PNG 图片', ['.png']),
  jpeg: kind('jpeg', 'image/jpeg', ' JPEG 图片', ['.jpg', '.jpeg']),
  webp: kind('webp', 'image/webp', ' WebP 图片', ['.webp']),
  text: kind('text', 'text/plain', '文本或 CSV', ['.csv', '.txt', '.tsv']),
};

function kind(id: FileKindId, mediaType: string, what: string, endings: readonly string[]): FileKind {
  return { id, mediaType, what, endings };
}

/** The name to save a file under: with an ending that fits its content. */
export function downloadName(name: string, mediaType: string): string {
  const found = Object.values(fileKinds).find((one) => one.mediaType === mediaType);
  if (!found || found.endings.some((ending) => name.toLowerCase().endsWith(ending))) return name;
  return name + (found.endings[0] ?? '');
}
