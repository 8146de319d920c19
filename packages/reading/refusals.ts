import { defineRefusals } from '#kernel/refusal';

/** What a document can be refused for; each text says what happened and what to do. */
defineRefusals({
  'reading.no_file': { status: 422, text: '没有找到文件「{name}」。请核对路径后重试。' },
  'reading.empty_file': {
    status: 422,
    text: '「{name}」是 0 字节的空文件，可能没有传完。请重新下载或重新上传。',
  },
  'reading.no_text': { status: 422, text: '「{name}」里没有文字。请换用有文字的版本，或把正文粘贴进来。' },
  'reading.not_a_document': {
    status: 422,
    text: '「{name}」的内容是{what}，读不出正文（扩展名不作准）。请用 TXT、网页（HTML）、DOCX 或带文字的 PDF。',
  },
  'reading.old_word': {
    status: 422,
    text: '「{name}」是旧版 Word 文档（.doc）或加密的文档，系统不读。请用 Word 或 WPS 打开，另存为不加密的 .docx 后再试。',
  },
  'reading.damaged': {
    status: 422,
    text: '「{name}」已损坏，读不出来（{detail}）。请用 Word 或 WPS 打开后另存，再试。',
  },
  'reading.password': {
    status: 422,
    text: '「{name}」设了打开密码，系统读不到内容。请取消密码后保存，再试。',
  },
  'reading.external_entities': {
    status: 422,
    text: '「{name}」的内部 XML 带有文档类型声明或外部实体，为安全起见不接收。请用 Word 或 WPS 打开后另存为 .docx，再试。',
  },
  'reading.scanned_pdf': {
    status: 422,
    text: '「{name}」是扫描件，页面上只有图片，没有文字。请找发文单位要 Word 或带文字的 PDF，或先做文字识别并校对。',
  },
  'reading.file_too_large': {
    status: 413,
    text: '「{name}」有 {actual}，超过 {limit} 的上限。政策文件的正文不会这样大，请去掉图片和附件后再试。',
  },
  'reading.unpacks_too_large': {
    status: 413,
    text: '「{name}」解压后超过 {limit} 的上限，疑似恶意文件，已拒收。请用 Word 或 WPS 打开后另存，再试。',
  },
  'reading.suspicious_ratio': {
    status: 422,
    text: '「{name}」的压缩比异常（{actual} 倍，正常不超过 {limit} 倍），疑似恶意文件，已拒收。请用 Word 或 WPS 打开后另存，再试。',
  },
  'reading.too_many': {
    status: 413,
    text: '「{name}」的{what}超过 {limit} 的上限。请只留政策文件的正文后再试。',
  },
  'reading.too_heavy': {
    status: 422,
    text: '「{name}」读取时占用的{what}超过上限，已停止，疑似损坏或恶意文件。请另存为 PDF 或 DOCX 后再试。',
  },
  'reading.strange_encoding': {
    status: 422,
    text: '「{name}」的文字编码认不出来（第 {line} 行起有乱码）。请另存为 UTF-8 编码的文本后再试。',
  },
});
