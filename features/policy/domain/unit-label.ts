/** What a document calls a unit's part in a measure. */
export type UnitRole = 'lead' | 'responsible';

const unit = '(?:单位|部门|机构|主体|地区|处室|科室|方)';
const lead = `(?:牵头(?:责任|负责|实施|落实|主责)?${unit}?|(?:主责|主办|主要责任|第一责任)${unit}|责任牵头${unit})`;
const other = `(?:(?:主要)?责任(?:落实|实施|配合)?${unit}|(?:具体)?(?:配合|协办|协同|协作|协助|参与|参加|承办|实施|落实|支持|完成|执行|联办|会办|推进|指导|共同|主管|兑现)(?:责任|实施|落实)?${unit}|责任分工|分工${unit}|任务分工|配合)`;
const joined = `(?:(?:${lead}|${other})(?:[/、和及与]|以及)?(?:${lead}|${other})?)`;

/** 牵头单位：, 责任单位/配合单位：, [责任单位] … with whatever closes the label. */
export const labelPattern = new RegExp(
  `(?:市级|市直|区级|省级|县级)?(${joined})(?:（[^（）]{1,10}）)?\\s*(?:[：]|[】〕]：?)`,
  'g',
);

/** The same where white space stands in for the colon. */
export const bareLabel = new RegExp(`^(?:市级|市直)?(${joined})$`);

export function roleOf(label: string): UnitRole {
  const leads = new RegExp(lead).test(label);
  const others = new RegExp(other).test(label.replace(new RegExp(lead, 'g'), ''));
  return leads && !others ? 'lead' : 'responsible';
}

/** Labels that end a list of units: persons, dates and the like. */
export const otherLabel =
  /(?:责任领导|牵头领导|牵头市领导|分管(?:市)?领导|责任人|联系人|联系电话|完成时限|完成时间|时间节点|办理时限|实施期限|执行期限|有效期|时限|进度安排|工作目标|备注|注)：/g;

/** What stands behind a unit where a sentence says its part: …牵头，…配合, …按职责分工负责. */
const leadVerb =
  /(?:(?:共同|联合|分别|总)?牵头(?:负责|落实|组织实施|实施|推进|抓好|办理|组织)?(?:落实|推进|实施)?|为牵头(?:单位|部门)|主办|主责)$/;
const otherVerb =
  /(?:(?:和各自)?(?:按照?|根据|依据)?(?:各自)?(?:工作)?(?:职责|职能|任务|权限)?(?:分工|范围)?(?:共同|分别|具体|协同|联合|密切|积极|抓好)*(?:负责|配合|参与|参加|落实|承担|组织实施|实施|协办|协同|协助|支持|推进|抓好落实|做好工作)(?:落实|实施|推进|工作|抓好)*|(?:为|作为)?(?:责任|配合|参与|实施|落实)(?:单位|部门)|(?:按照?)?(?:各自)?职责(?:分工)?)$/;

const remark = /第一位|首位|排(?:名|序|列)|下同|同上|不再|均为|为牵头|排在|列首|逗号前|分号前|带[*★]/;

/** Words on the list itself that stand in it and are no unit: 列首位的为牵头单位, 下同. */
export const isRemark = (piece: string) => remark.test(piece);

export type Verb = { readonly role: UnitRole; readonly rest: string };

/** The part a piece of a list names at its end, and the piece without it. */
export function verbOf(piece: string): Verb | undefined {
  const leads = leadVerb.exec(piece);
  if (leads) return { role: 'lead', rest: piece.slice(0, leads.index) };
  const others = otherVerb.exec(piece);
  return others && others[0] !== '' ? { role: 'responsible', rest: piece.slice(0, others.index) } : undefined;
}
