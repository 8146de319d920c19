import { type Static, Type } from 'typebox';
import { oneOf } from '#http/client';

/** Something a person should know of one cell. */
export const FindingView = Type.Object({
  sheet: Type.String(),
  row: Type.Integer(),
  cell: Type.String(),
  column: Type.String(),
  value: Type.String(),
  kind: oneOf(['error', 'warning']),
  code: Type.String(),
  message: Type.String(),
  remedy: Type.String(),
});
export type FindingView = Static<typeof FindingView>;
