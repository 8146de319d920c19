import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'import.not_found': { status: 404, text: '没有这次导入，可能已被清理，请返回导入列表' },
  'import.has_errors': {
    status: 422,
    text: '有 {rejected} 行存在错误，没有写入任何数据。请改正后重新导入，或选择「只导入无错误的行」',
  },
  'import.nothing_accepted': { status: 422, text: '没有可以写入的行，请对照检查结果修改后重新导入' },
  'import.no_table': {
    status: 422,
    text: '文件中没有找到项目表：没有一张工作表有「项目名称」或「项目代码」列。请检查表头后重新导入',
  },
  'import.no_list': {
    status: 422,
    text: '{year} 年还没有项目清单，无法对应月报。请先导入当年清单，再导入月报',
  },
  'import.month_missing': { status: 422, text: '导入月报须说明是哪个月，例如 2023-05' },
  'import.not_waiting': { status: 409, text: '这次导入已{state}，不能再写入。请重新上传文件' },
  'import.not_written': { status: 409, text: '这次导入没有写入过数据，无可撤销' },
  'import.reason_missing': { status: 422, text: '撤销导入须写明原因' },
  'import.in_batch': {
    status: 409,
    text: '这份表是一批收回的填报表中的一份，须与同批的表一并写入。请到「收回填报表」中办理',
  },
  'returns.not_found': { status: 404, text: '没有这一批收回的填报表，可能已被清理，请返回列表' },
  'returns.not_waiting': { status: 409, text: '这一批填报表已{state}，不能再改动。请另开一批' },
  'returns.not_written': { status: 409, text: '这一批填报表没有写入过数据，无可撤销' },
  'returns.too_many': { status: 422, text: '一批最多 {limit} 份填报表。请写入这一批后另开一批' },
  'returns.same_file': {
    status: 409,
    text: '「{name}」与本批的「{other}」内容完全相同，没有重复收入',
  },
  'returns.no_such_file': { status: 404, text: '本批没有这份填报表，可能已被移出' },
  'returns.unresolved': {
    status: 409,
    text: '有 {count} 个项目被不同单位报了不同的数，尚未选定以哪份为准（{first} 等）。请逐个选定后再写入',
  },
  'returns.nothing_good': {
    status: 422,
    text: '这一批没有可以写入的行。请对照各份表的检查结果改正后重新收入',
  },
});
