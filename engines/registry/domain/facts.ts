/** Fields that entry rules, evidence demands and responsibility rules of a pack may ask about. */
export const projectFields = [
  'name',
  'number',
  'code',
  'industry',
  'nature',
  'form',
  'stage',
  'category',
  'year',
  'plannedStart',
  'periodStart',
  'periodEnd',
  'totalFen',
  'planYearFen',
  'doneBeforeFen',
  'fundSource',
  'company',
  'uscc',
  'content',
  'districts',
  'districtCount',
  'lists',
  'leadDepts',
] as const;

export type ProjectField = (typeof projectFields)[number];
