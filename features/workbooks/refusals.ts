import { defineRefusals } from '#kernel/refusal';

defineRefusals({
  'workbook.no_list': {
    status: 422,
    text: '{year} 年还没有项目清单，无法发放填报表。请先导入当年清单',
  },
  'workbook.no_projects': {
    status: 404,
    text: '没有要发的项目：该单位在 {year} 年清单中没有未办结的项目，或者这类单位还没有对应到项目',
  },
});
