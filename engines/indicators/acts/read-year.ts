import type { City } from '#access';
import type { PlainDate } from '#kernel/plain-date';
import type { SubjectId } from '../domain/subject.ts';
import { readYear, type YearRows } from '../store/year-rows.ts';
import { dimensionsOf, type PublishedLight } from './read-lights.ts';

/** One subject's year with the lights as they stand on a day. Outside the reader's scope there are no figures in it. */
export type SubjectYear = Omit<YearRows, 'lights'> & {
  readonly lights: readonly Omit<PublishedLight, 'subjectId'>[];
};

export async function yearOfSubject(
  city: City,
  subjectId: SubjectId,
  about: { year: number; asOf: PlainDate },
): Promise<SubjectYear> {
  const rows = await readYear(city.tx, subjectId, about);
  return {
    ...rows,
    lights: rows.lights.map(({ month, asOf, evaluationId, overall, ...named }) => ({
      ...{ month, asOf, evaluationId, overall },
      dimensions: dimensionsOf(named),
    })),
  };
}
