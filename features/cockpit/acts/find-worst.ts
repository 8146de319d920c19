import type { City } from '#access';
import { standingNotes, whyEach } from '#engines/indicators';
import { type ProjectId, responsibilitiesSection } from '#engines/registry';
import type { Month } from '#kernel/month';
import { sectionOf } from '#pack';
import { byUrgency, type ImportanceRule, mayBeOutrun, type Weighed } from '../domain/importance.ts';
import { daysRed } from '../domain/red-run.ts';
import { type RedRow, readRed, readRedRows } from '../store/red-rows.ts';

const shown = 10;
const firstRead = 100;

/** The red lights that matter most within the reader's scope, each with its cause, its days and its owners. */
export async function findWorst(
  city: City,
  { month, rule, meeting }: { month: Month; rule: ImportanceRule; meeting: boolean },
) {
  const chosen = await choose(city, month, rule);
  const rows = await readRedRows(
    city.tx,
    month,
    chosen.map(({ evaluationId }) => evaluationId),
  );
  const sentences = await whyEach(city, rows);
  const notes = Map.groupBy(await standingNotes(city, month), (note) => note.subjectId);
  const read = new Map(rows.map((row, at) => [row.subjectId, { row, sentences: sentences[at] ?? [] }]));
  return chosen.flatMap(({ subjectId, shortfallFen, weight }) => {
    const found = read.get(subjectId);
    if (!found) return [];
    const { number, name, district, months } = found.row;
    return [
      {
        ...{ projectId: subjectId as ProjectId, number, name, district, shortfallFen, weight },
        daysRed: daysRed(months, city.today),
        ...causeOf(found.row, found.sentences),
        notes: (notes.get(subjectId) ?? []).flatMap(({ kind, value, reason, signedBy }) =>
          value === null ? [] : [{ kind, value, reason, signedBy: meeting ? null : signedBy }],
        ),
        owners: meeting ? [] : ownersOf(city, found.row),
      },
    ];
  });
}

/** Reads on only while a more important one might still come. */
async function choose(city: City, month: Month, rule: ImportanceRule) {
  for (let limit = firstRead; ; limit *= 4) {
    const candidates = await readRed(city.tx, month, limit);
    const evaluations = new Map(candidates.map((one) => [one.subjectId, one.evaluationId]));
    const chosen: Weighed[] = byUrgency(rule, candidates).slice(0, shown);
    const least = candidates.at(-1);
    if (candidates.length < limit || !least || !mayBeOutrun(rule, chosen, least.shortfallFen))
      return chosen.map((one) => ({ ...one, evaluationId: evaluations.get(one.subjectId) ?? '' }));
  }
}

function causeOf({ problem, matter }: RedRow, sentences: readonly string[]) {
  const said = problem?.trim() || matter?.trim();
  if (said) return { cause: said, causeFrom: 'report' as const };
  const deciding = sentences.find((one) => /红灯(。|（|，)/.test(one)) ?? sentences[0] ?? '';
  return { cause: deciding.replace(/[（，。].*$/, ''), causeFrom: 'rule' as const };
}

/** One person and one office: the first of each in the order of the pack. */
function ownersOf({ pack }: City, { owners }: RedRow) {
  const { kinds } = sectionOf(pack, responsibilitiesSection);
  const first = (isPerson: boolean) => {
    const held = kinds.find(
      ({ id, holder }) => (holder === 'person') === isPerson && owners.some(({ kind }) => kind === id),
    );
    const owner = owners.find(({ kind }) => kind === held?.id);
    return held && owner ? [{ kind: held.name, name: owner.name }] : [];
  };
  return [...first(true), ...first(false)];
}
