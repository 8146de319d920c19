import type { City } from '#access';
import { evaluationOf, why } from '#engines/indicators';
import type { Id } from '#kernel/id';
import type { Month } from '#kernel/month';
import { redLights } from '../store/desk-light.ts';
import { deskProjects } from '../store/desk-project.ts';

const shown = 8;

/** The reader's red lights with the sentence that made each of them red. */
export async function findReds(city: City, month: Month | undefined) {
  const { tx, today: asOf } = city;
  if (!month) return { month: null, asOf, total: 0, rows: [] };
  const { total, rows } = await redLights(tx, { month, asOf, limit: shown });
  const names = await deskProjects(
    tx,
    rows.map(({ subjectId }) => subjectId),
  );
  const lines: (RedRow | undefined)[] = [];
  for (const { subjectId, evaluationId } of rows) {
    const project = names.get(subjectId);
    const reason = await redReason(city, evaluationId);
    if (project)
      lines.push({ ...project, evaluationId: evaluationId as Id<'evaluation'>, month, why: reason });
  }
  return { month, asOf, total, rows: lines.flatMap((line) => line ?? []) };
}

type RedRow = NonNullable<
  Awaited<ReturnType<typeof deskProjects>> extends Map<string, infer P> ? P : never
> & {
  readonly evaluationId: Id<'evaluation'>;
  readonly month: Month;
  readonly why: string | null;
};

/** Dimensions stand in the order of the rules, each with one sentence: that of the first red one. */
async function redReason(city: City, evaluationId: string): Promise<string | null> {
  const evaluation = await evaluationOf(city, evaluationId);
  if (!evaluation) return null;
  const sentences = await why(city, evaluation);
  return sentences.find((sentence) => /红灯(。|（|，)/.test(sentence)) ?? sentences[0] ?? null;
}
