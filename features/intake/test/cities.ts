import { dictionaryOf } from '../domain/dictionary.ts';
import { vocabulary } from './read-vocabulary.ts';

const place = (name: string, code: string | null, ...aliases: string[]) => ({ name, code, aliases });
const office = (name: string, ...aliases: string[]) => ({ name, aliases });

const sixLists = [
  office('若干重大工程（市级重点）项目', '市级重点'),
  office('亿元以上重大投资项目', '亿元以上'),
  office('战略性新兴产业项目', '战新'),
  office('平台经济项目', '平台经济'),
  office('已签约拟落地项目', '已签约拟落地'),
  office('中央资金项目', '中央资金'),
];

/** Dalian as far as these tests name it. */
export const dalian = dictionaryOf({
  cityName: '大连',
  vocabulary,
  districts: [
    place('市本级', '210200', '全市', '跨区域'),
    place('中山区', '210202', '中山'),
    place('西岗区', '210203', '西岗'),
    place('甘井子区', '210211', '甘井子', '甘区'),
    place('旅顺口区', '210212', '旅顺', '旅顺口'),
    place('金普新区', '210213', '金普', '金州区', '金普新区（金州区）'),
    place('瓦房店市', '210281', '瓦房店', '瓦市'),
    place('庄河市', '210283', '庄河', '庄市'),
    place('长海县', '210224', '长海'),
    place('高新区', null, '高新园区'),
    place('长兴岛经济区', null, '长兴岛'),
  ],
  departments: [
    office('市发展改革委', '市发改委', '发改委'),
    office('市交通运输局', '市交通局'),
    office('市工业和信息化局', '市工信局'),
    office('市水务局', '市水利局'),
    office('市财政局'),
  ],
  lists: sixLists,
});

/** Lishui, with its four plans for lists. */
export const lishui = dictionaryOf({
  cityName: '丽水',
  vocabulary,
  districts: [
    place('市本级', '331100', '全市'),
    place('莲都区', '331102', '莲都'),
    place('青田县', '331121', '青田'),
    place('缙云县', '331122', '缙云'),
    place('遂昌县', '331123', '遂昌'),
    place('松阳县', '331124', '松阳'),
    place('云和县', '331125', '云和'),
    place('庆元县', '331126', '庆元'),
    place('景宁畲族自治县', '331127', '景宁', '景宁县'),
    place('龙泉市', '331181', '龙泉'),
    place('丽水经开区', null, '经开区', '丽水开发区', '丽水经济技术开发区'),
  ],
  departments: [
    office('市发改委', '市发展改革委', '市发展和改革委员会'),
    office('市交通运输局', '市交通局'),
    office('市水利局'),
    office('市建设局', '市住建局'),
    office('市自然资源和规划局', '市资规局'),
  ],
  lists: [
    office('市本级政府投资项目', '政府投资项目'),
    office('市重点建设项目', '重点建设项目'),
    office('重大前期项目'),
    office('政策处理责任目标', '政策处理'),
  ],
});
