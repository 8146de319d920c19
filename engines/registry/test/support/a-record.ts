import type { ListRecord, ListRow } from '../../index.ts';

/** A row of a yearly list with everything in it; say only what the case is about. */
export function aRecord(over: Partial<ListRecord> = {}): ListRecord {
  return {
    seq: '1',
    name: '滨海大道工程',
    code: '2301-130901-04-01-000001',
    districts: [{ code: '130901', name: '东区' }],
    industry: '交通',
    nature: '新建',
    content: '道路12公里',
    periodStart: '2022-06',
    periodEnd: '2025-12',
    totalFen: 50_000_000_000n,
    doneBeforeFen: 10_000_000_000n,
    planYearFen: 20_000_000_000n,
    plannedStart: null,
    fundSource: '企业自筹',
    leadDepts: ['市交通局'],
    respUnit: '东区政府',
    company: '滨海建设有限公司',
    uscc: '91130901MA0000001X',
    leader: '王一',
    secretary: '李二',
    secretaryPhone: '13800000001',
    lists: ['市级重点项目', '亿元以上项目'],
    stage: '在建',
    remark: null,
    ...over,
  };
}

export function rowsOf(...records: Partial<ListRecord>[]): ListRow[] {
  return records.map((record, index) => ({ ref: `清单!${index + 5}`, record: aRecord(record) }));
}

export const second = {
  name: '港口仓储项目',
  code: '2301-130902-04-01-000002',
  districts: [
    { code: '130902', name: '西区' },
    { code: null, name: '港口新区' },
  ],
  totalFen: 8_000_000_000n,
  leadDepts: ['市工业局'],
  respUnit: '西区政府',
  company: '西港物流有限公司',
  uscc: '91130902MA0000002X',
  leader: '赵三',
  secretary: '钱四',
  secretaryPhone: '13800000002',
  lists: ['亿元以上项目'],
  stage: '新开工',
  plannedStart: '2023-05',
} as const;
