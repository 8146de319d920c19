/** `includes` asks whether a list (or text) holds the value; `present` and `absent` take no value. */
export const conditionOps = [
  'eq',
  'ne',
  'lt',
  'lte',
  'gt',
  'gte',
  'in',
  'includes',
  'present',
  'absent',
] as const;

export type ConditionOp = (typeof conditionOps)[number];
