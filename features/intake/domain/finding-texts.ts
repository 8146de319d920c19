type FindingText = { readonly kind: 'error' | 'warning'; readonly message: string; readonly remedy: string };

const error = (message: string, remedy: string): FindingText => ({ kind: 'error', message, remedy });
const warning = (message: string, remedy: string): FindingText => ({ kind: 'warning', message, remedy });

/** What is said of each finding, and what its reader can do. {value}: what the cell holds; {about}: what it is set against. */
export const findingTexts = {
  'name-missing': error('有内容但没有项目名称', '补填项目名称；如是多余的行，请删除后重新导入'),
  'amount-unreadable': error('读不出金额“{value}”', '改成数字，单位按列标题；没有数据时留空'),
  'amount-negative': error('金额为负数“{value}”', '核对金额，总投资和计划投资应不小于零'),
  'date-impossible': error('没有“{value}”这一天或这个月', '改成实际存在的日期，例如2023年5月或2023-05-06'),
  'cell-error': error('单元格是错误值{value}', '检查公式和引用，改成实际数值后重新导入'),
  'district-unknown': error(
    '“{about}”不是本市的地区',
    '改成本市的区县或开发区名称；确属跨市项目的，填写主要责任地区',
  ),
  'code-name-conflict': error(
    '项目代码属于“{about}”，名称却是另一个项目',
    '核对项目代码和名称，改正其中一个',
  ),
  'number-name-conflict': error(
    '档案编号属于“{about}”，名称却是另一个项目',
    '很可能只排了部分列的次序或粘错了行；请对照发放的原表改正',
  ),
  'alias-resolved': warning('“{value}”按“{about}”读取', '无需处理；建议以后使用规范名称'),
  'amount-missing': warning('金额为空', '补填金额；确实没有的，可以先导入以后再补'),
  'unit-in-cell': warning('单元格自带单位，已按“{value}”读取', '核对金额；建议单元格内只填数字'),
  'plan-sum-mismatch': warning('分月计划合计{about}，与年度计划不一致', '核对分月计划和年度计划'),
  'plan-cum-decreases': warning('累计计划比上月减少', '核对累计计划，各月应逐月不减'),
  'month-plan-negative': warning('月度计划为负数', '核对该月计划'),
  'total-lt-plan': warning('总投资小于年度计划投资', '核对总投资和年度计划，注意两列的单位'),
  'done-plan-gt-total': warning('上年底累计与年度计划之和超过总投资', '核对三个数；概算调整的，更新总投资'),
  'period-reversed': warning('开工时间晚于竣工时间', '核对建设起止年限'),
  'period-incomplete': warning('起止年限只有一个日期', '补填另一个日期'),
  'date-unreadable': warning(
    '读不出日期“{value}”，该项按空处理',
    '改成日期，例如2023年5月；说明文字请写入备注',
  ),
  'date-approximate': warning('“{value}”按{about}读取', '有确切月份的，改成具体月份'),
  'date-serial': warning('数字{value}按日期{about}读取', '核对日期，并把单元格设为日期格式'),
  'code-malformed': warning(
    '“{value}”不是项目代码，该项按空处理',
    '填写24位国家统一代码；用文本格式填写以免丢失末位',
  ),
  'code-normalised': warning('项目代码写法不规范，已按{about}读取', '无需处理；建议按规范格式填写'),
  'uscc-check': warning('统一社会信用代码校验位不对，原样保留', '对照营业执照核对代码'),
  'uscc-malformed': warning('“{value}”不是18位统一社会信用代码，该项按空处理', '对照营业执照填写18位代码'),
  'duplicate-name': warning(
    '与{about}的项目同名，按同一项目处理',
    '重复的请删除；确属不同项目的，请修改名称加以区分',
  ),
  'duplicate-code': warning(
    '与{about}的项目代码相同，按同一项目处理',
    '重复的请删除；确属不同项目的，请更正代码',
  ),
  'row-hidden': warning('该行被隐藏，已照常读取', '不应导入的，请删除该行后重新导入'),
  'row-struck': warning('该行整行加了删除线，已照常读取', '不应导入的，请删除该行后重新导入'),
  'cell-error-derived': warning('单元格是错误值{value}，该列不入库', '无需处理；建议修正公式'),
  'section-count-mismatch': warning('标题写{about}', '核对本段项目是否有遗漏或多余'),
  'subtotal-mismatch': warning(
    '合计数与所属各行之和{about}不一致',
    '核对合计数和各行数据；文本格式的数字不会被表格公式计入',
  ),
  'name-mismatch': warning('与清单名称“{about}”不一致', '确认是否同一项目；是的，建议改用清单名称'),
  'project-not-found': warning('清单中没有对应的项目，数据暂存待定', '核对名称和代码；新增项目请先列入清单'),
  'duplicate-report': warning('本月已有该项目的填报（{about}），以后一行为准', '保留一行，删除多余的填报'),
  'cum-missing': warning('本年累计为空，按未报处理', '补填本年累计完成投资'),
  'month-negative': warning('本月完成为负数', '核对本月数；属于核减的，请在备注说明'),
  'cum-decreases': warning('本年累计小于{about}', '核对本年累计；属于核减的，请说明原因'),
  'cum-sum-mismatch': warning('本年累计不等于上月累计加本月（应为{about}）', '核对本月完成和本年累计'),
  'cum-lt-month': warning('本年累计小于本月完成', '核对本月完成和本年累计，注意单位'),
  'cum-gt-total': warning('上年底累计加本年累计超过总投资{about}', '核对累计数；概算调整的，更新总投资'),
  'invest-not-started': warning('填报未开工，却有完成投资', '核对是否开工和完成投资'),
  'entered-not-started': warning('填报未开工，却已入统', '核对是否开工和是否入统'),
  'start-conflict': warning('填报未开工，却有开工时间', '核对是否开工；计划开工时间不要填在此列'),
  'started-no-date': warning('已开工，但没有开工时间', '补填实际开工时间'),
  'date-future': warning('日期“{value}”晚于收到日期{about}', '核对日期'),
} as const satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof findingTexts;
