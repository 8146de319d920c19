const tail =
  '局|委|委员会|办|办公室|办公厅|厅|部|院|行|中心|政府|管委会|党工委|党委|集团|公司|总队|支队|大队|站|所|署|会|联|法院|检察院|银行|部门|单位|区|县|市|旗|镇|街道|乡|园区|开发区|新区|办事处|监委|大学|学院|学校|指挥部|专班|小组|组|室|关|海关|台|社|工会|企业|地区|片区|管理处|处|机构|科协|残联|工商联|妇联|侨联|文联|供电|电网|电信|移动|联通|铁塔|城投|交投|国投|机场|港|军分区|科院|报|团|主体|平台|医院|协调办|专员办|保监|证监|银保监|中支|中心支行|营管部|税务|气象|邮政|烟草|石油|石化|燃气|水务|地铁|产投|金控|机关|党校|库|馆';

const whole = new RegExp(`(?:${tail})$`);

/** Whether a name ends as units' names do; what stands in brackets behind it does not count. */
export function looksLikeUnit(name: string): boolean {
  const bare = name.replace(/（[^（）]*）/g, '').replace(/等$/, '');
  return (
    bare.length >= 2 && bare.length <= 30 && whole.test(bare) && !/[0-9]年|。|的|了|要求|推动|加快/.test(bare)
  );
}

/** A unit's name that could stand on its own left of 和 or white space. */
export function completeUnit(name: string): boolean {
  return /(?:局|委|委员会|办|办公室|办公厅|厅|院|银行|支行|分行|中心|政府|管委会|集团|公司|总队|支队|联|关|部门|单位|区|县)$/.test(
    name.replace(/（[^（）]*）/g, ''),
  );
}

/** How a unit's name begins. */
export const startsUnit = (text: string) =>
  /^(?:市|省|区|县|州|盟|各|其他|其它|相关|有关|国家|中国|人民银行|国网|中共|团|驻)/.test(text);

const level = '(?:市|区|县|旗|镇|乡|乡镇|街道|州|盟|园区|县市|市县|区县|县区|区市县)';
const levelStart = new RegExp(`^(?:全市|市内|其他|其它)?各(?:有关|相关)?${level}(?:（[^（）]{1,8}）)?$`);
const levelRest = new RegExp(
  `^${level}(?:（[^（）]{1,8}）)?(?:人民政府|政府|管委会|党委|党工委|办事处|党委政府)*(?:（[^（）]*）)?$`,
);

/** 各区、县（市）政府 is one name: the mark between is part of it. */
export function joinsLevels(left: string, right: string): boolean {
  return levelStart.test(left) && levelRest.test(right);
}

/** Names that leave open who is meant; a person has to say. */
export function isOpenName(name: string): boolean {
  if (/有关|相关/.test(name)) return true;
  if (/(?:行业|业务|项目)?主管(?:部门|单位)$/.test(name)) return true;
  if (/^(?:其他|其它).*(?:单位|部门)$/.test(name)) return true;
  if (
    /^(?:市级|市直|区级|县级|省级)?(?:各|全市各)?(?:市级|市直|区直|职能|责任|成员|牵头|行业|政府)*(?:部门|单位)$/.test(
      name,
    )
  )
    return true;
  return (
    /(?:牵头|责任|成员|承办|项目|业主|建设)(?:部门|单位)$/.test(name) ||
    /^各(?:金融|承办)?机构$|^各企业$/.test(name)
  );
}

const districts =
  /^(?:全市|市内|其他|其它)?(?:各|其他各?|其它各?)?(?:有关)?(?:区|县|市|旗|州|地)(?:[、]?(?:区|县|市|旗|市县|（[^（）]{1,8}）))*(?:区)?(?:人民政府|政府|党委)?(?:、?党委)?$|^各(?:地|地区|县区|区县|县市区|市州|州市|区市县)(?:人民)?(?:政府)?$/;

const places =
  /^(?:全市|其他|其它)?各(?:有关|相关)?(?:乡镇|镇乡|镇街|镇|乡|街道|园区|开发区|功能区|产业园区|经济开发区|新区|管委会|先导区|[区县市])(?:[、（]?(?:乡|镇|街道|园区|开发区|办事处|功能区|[区县市])）?)*(?:人民政府|政府|管委会|办事处|党工委|党委|（办事处）)*$/;

/** 各区市县政府, 各县（市、区）, 各地: every district of the city. */
export function isDistrictGroup(name: string): boolean {
  if (places.test(name)) return true;
  return /^(?:全市|市内|其他|其它)?各|^其他|^其它|^区县|^县区/.test(name) && districts.test(name);
}
