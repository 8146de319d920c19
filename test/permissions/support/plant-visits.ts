import { correctVisit, recordVisit } from '../../../features/secretaries/contract.ts';
import type { Client } from '../../../packages/http/make-client.ts';
import type { MadeProject } from './fill-side.ts';
import { marksOf, type SideName } from './marks.ts';

type Side = { readonly name: SideName; readonly made: { readonly building: MadeProject } };

/** One visit of the side's secretary, corrected once; every word of it with the side's mark. */
export async function plantVisit(secretary: Client, { name, made }: Side) {
  const { word } = marksOf(name);
  const said = {
    ...{ id: made.building.id, visitedOn: '2023-06-05' as const, way: 'on-site', met: word('走访对象') },
    ...{ findings: word('了解到的情况'), nextStep: word('下一步'), nextOn: '2023-07-05' as const },
    ...{ blocker: word('阻碍'), cause: 'land' },
  };
  const { visitId, number } = await secretary(recordVisit, said);
  const again = { ...said, visitId, expectedNumber: number, withdrawn: false, reason: word('更正原因') };
  return secretary(correctVisit, again);
}
