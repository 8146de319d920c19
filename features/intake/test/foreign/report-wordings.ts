const said = (wordings: string) => wordings.split('|');

/** How offices head the columns of a monthly report. {y} is the year, {m} the month, {l} the month before. */
export const reportWordings: Readonly<Record<string, readonly string[]>> = {
  seq: said('序号|编号|序\n号|项目序号'),
  name: said('项目名称|工程名称|建设项目名称|项目\n名称|重点项目名称|项目（工程）名称|重大项目名称'),
  code: said(
    '项目代码|投资项目统一代码|国家赋码|投资项目在线审批监管平台代码|统一项目代码|项目赋码|在线平台代码',
  ),
  places: said(
    '所属地区|属地|区市县|县（市、区）|责任地区|地区|所在县（市、区）|责任属地|填报地区|区县|所属区市县',
  ),
  leadDepts: said('牵头单位|行业主管部门|市直牵头部门|牵头部门|市级牵头单位|主管部门'),
  monthFen: said(
    '本月完成投资|{m}月完成投资|{m}月份完成投资|当月完成投资|本月完成投资额|{m}月当月完成投资|本月实际完成投资|{y}年{m}月完成投资|当月完成|本月投资完成额|{m}月实际完成投资|本月新增完成投资|本期完成投资',
  ),
  cumFen: said(
    '本年累计完成投资|1-{m}月累计完成投资|1—{m}月完成投资|今年累计完成投资|年初至今累计完成投资|截至{m}月底本年累计完成投资|{y}年累计完成投资|{y}年1-{m}月完成投资|年内累计完成投资|自年初累计完成投资|当年累计完成投资|1至{m}月累计完成|截至本月底本年累计完成投资|本年度累计完成投资|1-{m}月实际完成投资|年度累计完成投资|今年以来累计完成投资|本年完成投资累计',
  ),
  progress: said(
    '形象进度|工程形象进度|目前形象进度|进展情况|项目进展情况|目前进展情况|建设进展情况|工程进展情况|当前形象进度|本月形象进度|项目推进情况|最新进展情况',
  ),
  started: said(
    '是否开工|开工情况|是否已开工|开工与否|是否开工（是/否）|项目是否开工|是否开（复）工|开工状态',
  ),
  actualStart: said('实际开工时间|开工时间|实际开工日期|实际开工年月|开工日期|正式开工时间|开（复）工时间'),
  entered: said(
    '是否入统|是否入库|是否纳统|入统情况|是否已入统|纳统情况|是否入库纳统|是否纳入统计|入库情况|是否入统入库',
  ),
  enteredOn: said('入统时间|入库时间|纳统时间|入统日期|实际入统时间'),
  problem: said(
    '存在问题|存在的问题|存在问题及困难|存在的困难和问题|主要问题|存在的主要问题|问题及困难|目前存在的问题|存在困难问题|问题',
  ),
  matter: said(
    '需协调事项|需协调解决事项|需上级协调事项|需协调解决的问题|需市级协调解决的问题|提请协调事项|需要协调事项|需市里协调解决事项|请求协调事项|需协调的问题',
  ),
  matterLevel: said('协调层级|协调级别|需协调层级|需协调层面|协调层面|级别|层级|问题层级'),
  reporter: said('填报人|填表人|报送人|填报联系人|联系人|填报人姓名|经办人'),
  reportedOn: said('填报日期|填报时间|填表日期|报送日期|更新日期|报送时间'),
};

/** Columns of reports that are no part of the record. */
export const reportExtras: readonly (readonly [
  wording: string,
  kind: 'text' | 'number' | 'ratio' | 'phone' | 'tick' | 'money' | 'date',
  money?: true,
])[] = [
  ['年度计划投资', 'money', true],
  ['{y}年计划投资', 'money', true],
  ['总投资', 'money', true],
  ['计划总投资', 'money', true],
  ['开工以来累计完成投资', 'money', true],
  ['上月完成投资', 'money', true],
  ['截至上月累计完成投资', 'money', true],
  ['自开工累计完成投资', 'money', true],
  ['截至{p}年底累计完成投资', 'money', true],
  ['{p}年同期完成投资', 'money', true],
  ['本月计划投资', 'money', true],
  ['1-{m}月计划投资', 'money', true],
  ['剩余投资', 'money', true],
  ['年度计划完成率', 'ratio'],
  ['完成年度计划比例', 'ratio'],
  ['投资完成率（%）', 'ratio'],
  ['同比增长', 'ratio'],
  ['累计完成占总投资比例', 'ratio'],
  ['排名', 'number'],
  ['全市排名', 'number'],
  ['联系电话', 'phone'],
  ['填报人电话', 'phone'],
  ['备注', 'text'],
  ['资金到位情况', 'text'],
  ['用地情况', 'text'],
  ['前期手续办理情况', 'text'],
  ['下一步工作计划', 'text'],
  ['下月工作计划', 'text'],
  ['未开工原因', 'text'],
  ['建设单位', 'text'],
  ['责任单位', 'text'],
  ['建设规模及主要内容', 'text'],
  ['计划开工时间', 'date'],
  ['计划竣工时间', 'date'],
  ['预计入统时间', 'date'],
  ['包保领导', 'text'],
  ['用地面积（亩）', 'number'],
  ['亮灯', 'text'],
];
