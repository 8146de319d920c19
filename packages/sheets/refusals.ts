import { defineRefusals } from '#kernel/refusal';

/** Everything a sender's file can be refused for; each text says what happened and what to do. */
defineRefusals({
  'sheets.empty_file': {
    status: 422,
    text: '「{name}」是 0 字节的空文件，可能没有传完。请重新导出或重新上传。',
  },
  'sheets.not_a_workbook': {
    status: 422,
    text: '「{name}」的内容是{what}，不是电子表格（扩展名不作准）。请上传 .xlsx 工作簿或 CSV 文件。',
  },
  'sheets.damaged': {
    status: 422,
    text: '「{name}」已损坏，读不出来（{detail}）。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。',
  },
  'sheets.macros': {
    status: 422,
    text: '「{name}」带有宏，为安全起见不接收。请在 Excel 或 WPS 中另存为不带宏的 .xlsx，再上传。',
  },
  'sheets.password': {
    status: 422,
    text: '「{name}」设了打开密码，系统读不到内容。请在 Excel 或 WPS 中取消密码后保存，再上传。',
  },
  'sheets.html_disguised': {
    status: 422,
    text: '「{name}」其实是网页（HTML），只是改了扩展名，常见于业务系统导出。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。',
  },
  'sheets.xml_2003': {
    status: 422,
    text: '「{name}」是 2003 版的 XML 表格。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。',
  },
  'sheets.binary_workbook': {
    status: 422,
    text: '「{name}」是二进制工作簿（.xlsb），系统不读这种格式。请另存为 .xlsx，再上传。',
  },
  'sheets.open_document': {
    status: 422,
    text: '「{name}」是 OpenDocument 表格（.ods），系统不读这种格式。请另存为 .xlsx，再上传。',
  },
  'sheets.wps_et': {
    status: 422,
    text: '「{name}」是 WPS 表格自有格式（.et），系统不读这种格式。请在 WPS 中另存为 .xlsx，再上传。',
  },
  'sheets.strange_encoding': {
    status: 422,
    text: '「{name}」的文字编码认不出来（第 {line} 行起有乱码）。请另存为 UTF-8 编码的 CSV 或 .xlsx，再上传。',
  },
  'sheets.broken_csv': {
    status: 422,
    text: '「{name}」第 {line} 行的引号不成对，后面的内容无法分列。请补齐引号，或另存为 .xlsx，再上传。',
  },
  'sheets.file_too_large': {
    status: 413,
    text: '「{name}」有 {actual}，超过单个文件 {limit} 的上限。请删去无关的工作表、图片和空白格式行，或按地区拆成几个文件，再上传。',
  },
  'sheets.unpacks_too_large': {
    status: 413,
    text: '「{name}」解压后有 {actual}，超过 {limit} 的上限。请删去表格下方和右侧多余的带格式空行空列，或拆成几个文件，再上传。',
  },
  'sheets.suspicious_ratio': {
    status: 422,
    text: '「{name}」的压缩比异常（{actual} 倍，正常不超过 {limit} 倍），疑似恶意文件，已拒收。如确是正常表格，请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。',
  },
  'sheets.too_many': {
    status: 413,
    text: '「{name}」的{what}超过 {limit} 的上限。请删去无关内容，或拆成几个文件，再上传。',
  },
  'sheets.old_unreadable': {
    status: 422,
    text: '「{name}」是旧版工作簿（.xls），读不出来。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。',
  },
  'sheets.old_too_slow': {
    status: 422,
    text: '「{name}」是旧版工作簿（.xls），{seconds} 秒内没有读完，已停止。请另存为 .xlsx，再上传。',
  },
  'sheets.too_large_to_mark': {
    status: 413,
    text: '「{name}」太大，无法生成带标注的副本。请下载检查结果清单，对照修改原表。',
  },
  'sheets.not_fillable': {
    status: 422,
    text: '「{name}」不是 .xlsx 工作簿，改写旧版 .xls 或 CSV 会丢失格式，系统不改。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。',
  },
  'sheets.table_too_long': {
    status: 422,
    text: '表「{sheet}」超过一张工作表 {limit} 行的上限，没有导出。请缩小筛选范围后分次导出。',
  },
  'sheets.no_such_sheet': {
    status: 422,
    text: '「{name}」里没有名为「{sheet}」的工作表。现有：{sheets}。请核对表名后重试。',
  },
});
