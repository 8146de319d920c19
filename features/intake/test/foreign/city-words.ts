/** Names of a city's places and departments with the other spellings its offices use. Written down here a second time,
 * so that the packs are held against it. */
export type CityWords = {
  readonly pack: 'dalian' | 'lishui';
  readonly name: string;
  readonly prefix: string;
  readonly code: string;
  readonly places: readonly PlaceWords[];
  readonly city: readonly string[];
  readonly departments: readonly (readonly string[])[];
  readonly lists: readonly (readonly [name: string, ...short: string[]])[];
  readonly foreignPlaces: readonly string[];
};

export type PlaceWords = {
  readonly name: string;
  readonly code: string | null;
  readonly aliases: readonly string[];
};

const place = (code: string | null, name: string, ...aliases: string[]): PlaceWords => ({
  code,
  name,
  aliases,
});

export const dalian: CityWords = {
  pack: 'dalian',
  name: '大连',
  prefix: 'DL',
  code: '210200',
  places: [
    place('210202', '中山区', '中山'),
    place('210203', '西岗区', '西岗'),
    place('210204', '沙河口区', '沙河口', '沙区'),
    place('210211', '甘井子区', '甘井子', '甘区'),
    place('210212', '旅顺口区', '旅顺', '旅顺口'),
    place('210213', '金普新区', '金州区', '金普', '金普新区（金州区）', '金州新区'),
    place('210214', '普兰店区', '普兰店', '普兰店市', '普区'),
    place('210224', '长海县', '长海'),
    place('210281', '瓦房店市', '瓦房店', '瓦市'),
    place('210283', '庄河市', '庄河', '庄市'),
    place(null, '高新区', '高新园区', '大连高新区', '高新技术产业园区'),
    place(null, '长兴岛经济区', '长兴岛', '长兴岛经济技术开发区', '长兴岛经开区'),
    place(null, '太平湾合作创新区', '太平湾', '太平湾新区'),
  ],
  city: ['市本级', '全市', '跨区域'],
  departments: [
    ['市发展改革委', '市发改委', '发改委'],
    ['市工业和信息化局', '市工信局', '工信局'],
    ['市住房城乡建设局', '市住建局', '市住房和城乡建设局'],
    ['市交通运输局', '市交通局'],
    ['市自然资源局', '市自然资源和规划局'],
    ['市生态环境局', '市环保局'],
    ['市水务局', '市水利局'],
    ['市文化和旅游局', '市文旅局'],
    ['市卫生健康委', '市卫健委'],
    ['市教育局'],
    ['市商务局'],
    ['市科技局', '市科学技术局'],
    ['市农业农村局', '市农业局'],
    ['市海洋发展局', '市海洋局'],
    ['市城市管理局', '市城管局'],
    ['市营商局', '市营商环境建设局'],
    ['市大数据中心'],
    ['市民政局'],
    ['市政府口岸办', '市口岸办'],
    ['市财政局'],
    ['市金融发展局', '市金融局'],
  ],
  lists: [
    ['若干重大工程（市级重点）项目', '市级重点', '若干重大工程（市级重点）'],
    ['亿元以上重大投资项目', '亿元以上', '亿元以上重大投资'],
    ['战略性新兴产业项目', '战新', '战略性新兴产业'],
    ['平台经济项目', '平台经济'],
    ['已签约拟落地项目', '已签约拟落地'],
    ['中央资金项目', '中央资金'],
  ],
  foreignPlaces: ['营口市', '鞍山市', '丹东市东港市', '营口市鲅鱼圈区', '锦州市', '盘锦市大洼区', '沈阳市'],
};

export const lishui: CityWords = {
  pack: 'lishui',
  name: '丽水',
  prefix: 'LS',
  code: '331100',
  places: [
    place('331102', '莲都区', '莲都'),
    place('331121', '青田县', '青田'),
    place('331122', '缙云县', '缙云'),
    place('331123', '遂昌县', '遂昌'),
    place('331124', '松阳县', '松阳'),
    place('331125', '云和县', '云和'),
    place('331126', '庆元县', '庆元'),
    place('331127', '景宁畲族自治县', '景宁县', '景宁'),
    place('331181', '龙泉市', '龙泉'),
    place(null, '丽水经开区', '丽水经济技术开发区', '丽水开发区', '经开区'),
  ],
  city: ['市本级', '全市'],
  departments: [
    ['市发改委', '市发展改革委', '市发展和改革委员会'],
    ['市经信局', '市经济和信息化局', '市经信委'],
    ['市建设局', '市住建局'],
    ['市交通运输局', '市交通局'],
    ['市水利局'],
    ['市自然资源和规划局', '市资规局', '市自然资源局'],
    ['市生态环境局', '市环保局'],
    ['市文广旅体局', '市文旅局', '市文化和广电旅游体育局'],
    ['市卫生健康委', '市卫健委'],
    ['市教育局'],
    ['市农业农村局', '市农业局'],
    ['市商务局'],
    ['市国资委'],
    ['市大数据局'],
    ['市民政局'],
    ['市财政局'],
  ],
  lists: [
    ['市本级政府投资项目', '政府投资项目', '市本级政府投资'],
    ['市重点建设项目', '市重点项目', '市重点建设'],
    ['重大前期项目', '重大前期'],
    ['政策处理责任目标', '政策处理'],
    ['若干重大工程（市级重点）项目', '市级重点', '若干重大工程（市级重点）'],
    ['亿元以上重大投资项目', '亿元以上', '亿元以上重大投资'],
    ['战略性新兴产业项目', '战新', '战略性新兴产业'],
    ['平台经济项目', '平台经济'],
    ['已签约拟落地项目', '已签约拟落地'],
    ['中央资金项目', '中央资金'],
  ],
  foreignPlaces: ['温州市', '金华市武义县', '衢州市', '台州市仙居县', '温州市泰顺县'],
};
