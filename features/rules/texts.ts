/** Parts of a pack by their ids; one that is not named here shows the name of its file. */
export const sectionNames: Readonly<Record<string, string>> = {
  city: '市的基本信息',
  calendar: '放假和补班日',
  demonstration: '演示数据',
  organisations: '单位和单位分组',
  lists: '清单与入册规则',
  stages: '阶段与佐证',
  responsibilities: '责任种类',
  statistics: '应入统范围',
  tiles: '示意图',
  lights: '亮灯规则',
  vocabulary: '表头词汇',
  reporting: '月度填报环节',
  roles: '角色权限',
};

export const stateNames: Readonly<Record<string, string>> = {
  draft: '待批准',
  approved: '已批准，未到生效日',
  'in-force': '现行',
  superseded: '已被后一项取代',
  withdrawn: '已撤下',
  dropped: '已作废',
};
