import { type City, ensureMay } from '#access';
import { evaluationOf, shownMonth, standingReports, whyEach } from '#engines/indicators';
import { listMatters, type MatterRow, takenIn } from '#engines/matters';
import { projectIndex } from '#engines/registry';
import { addToMonth, type Month } from '#kernel/month';
import { monthOf } from '#kernel/plain-date';
import { redLights } from '../store/red-lights.ts';
import { monthKey } from './open-matter.ts';

const most = 500;
/** What people write where there is nothing to write. */
const nothing = /^(无|暂无|没有|无问题|暂无问题|不存在问题|正常|\/|-+|—+)[。.]?$/;

/** What could become a problem: words in a month's reports, and red lights nobody works on. One matter each at most. */
export async function proposeProblems(city: City, asked: { readonly month?: Month | undefined }) {
  ensureMay(city, 'matter.open');
  const month = asked.month ?? (await shownMonth(city))?.month ?? addToMonth(monthOf(city.today), -1);
  const [reports, lights] = [await reportedProblems(city, month), await redOnes(city, month)];
  const ids = [...new Set([...reports, ...lights].map(({ projectId }) => projectId))];
  const projects = new Map(
    (await projectIndex(city, undefined, ids)).map((one) => [one.projectId as string, one]),
  );
  const open = await openProblems(city, ids);
  const found = [...reports, ...lights.filter(({ projectId }) => !open.has(projectId))];
  return {
    month,
    proposals: found.flatMap(({ projectId, source, content, by }) => {
      const project = projects.get(projectId);
      if (!project) return [];
      const { number, name, districts } = project;
      return {
        ...{ source, month, content, by, title: titleOf(name, content) },
        project: { projectId: project.projectId, number, name },
        district: districts[0]?.name ?? null,
        openProblems: (open.get(projectId) ?? []).map(({ matterId, number: of, title }) => ({
          ...{ matterId, number: of, title },
        })),
      };
    }),
  };
}

type Found = {
  readonly source: 'report' | 'light';
  readonly projectId: string;
  readonly content: string;
  readonly by: string | null;
};

async function reportedProblems(city: City, month: Month): Promise<Found[]> {
  const reports = await standingReports(city, { first: month, last: month });
  const told = new Map<string, Found>();
  for (const { subjectId, problem, reporter, recordedBy, withdrawn } of reports) {
    const content = problem?.trim() ?? '';
    if (withdrawn || content === '' || nothing.test(content)) continue;
    told.set(subjectId, { source: 'report', projectId: subjectId, content, by: reporter ?? recordedBy });
  }
  return notTakenIn(city, month, [...told.values()]);
}

async function redOnes(city: City, month: Month): Promise<Found[]> {
  const red = await redLights(city.tx, month, most);
  const fresh = await notTakenIn(
    city,
    month,
    red.map(({ subjectId }) => ({ source: 'light', projectId: subjectId, content: '', by: null })),
  );
  const ids = new Map(red.map(({ subjectId, evaluationId }) => [subjectId, evaluationId]));
  const evaluations = await Promise.all(
    fresh.map(({ projectId }) => evaluationOf(city, ids.get(projectId) ?? '')),
  );
  const known = evaluations.flatMap((one) => one ?? []);
  const sentences = await whyEach(city, known);
  const why = new Map(known.map(({ evaluationId }, at) => [evaluationId as string, sentences[at] ?? []]));
  return fresh.map((one) => ({
    ...one,
    content: (why.get(ids.get(one.projectId) ?? '') ?? []).join('；') || '红灯',
  }));
}

async function notTakenIn(city: City, month: Month, found: readonly Found[]): Promise<Found[]> {
  const [first] = found;
  if (!first) return [];
  const keys = found.map(({ projectId }) => monthKey(projectId, month));
  const taken = await takenIn(city, { kind: 'problem', source: first.source }, keys);
  return found.filter(({ projectId }) => !taken.has(monthKey(projectId, month)));
}

async function openProblems(city: City, projectIds: readonly string[]): Promise<Map<string, MatterRow[]>> {
  if (projectIds.length === 0) return new Map();
  const filter = { kinds: ['problem'], open: true, projectIds };
  const { rows } = await listMatters(city, filter, { limit: 2000, offset: 0 });
  return Map.groupBy(rows, ({ projectId }) => projectId ?? '');
}

function titleOf(project: string, content: string): string {
  const [first = ''] = content.split(/[。；;\n]/);
  const head = first.length > 40 ? `${first.slice(0, 40)}…` : first;
  return `${project}：${head}`.slice(0, 200);
}
