import type { Condition } from '#kernel/condition';
import { definePackSection, type Pack, type PackFiles, type PackYaml, sectionOf } from '#pack';
import type { DeclaredMatter } from './domain/definition.ts';
import type { Ladder, Rung, RungTrigger } from './domain/ladder.ts';
import { allMatterKinds } from './domain/matter-kinds.ts';
import { findLimit } from './domain/read-limit.ts';
import { matterFactNames } from './domain/route.ts';
import { mattersSection } from './matters-section.ts';
import { basisText } from './sections/basis-text.ts';
import { ladderGaps } from './sections/ladder-gaps.ts';
import { type LadderFile, LaddersFile, type RungFile } from './sections/ladders-file.ts';
import { rungFaults } from './sections/rung-faults.ts';

const noLadders: readonly Ladder[] = [];

/** `ladders.yaml`: who takes a matter over and when. A city's ladder replaces the one of the same id as a whole. */
export const laddersSection = definePackSection<readonly Ladder[]>({
  id: 'ladders',
  files: ['ladders.yaml'],
  empty: noLadders,
  read(files) {
    const yaml = files.yaml('ladders.yaml', LaddersFile);
    if (!yaml) return files.result(noLadders);
    const ladders = yaml.value.ladders.map((file, index) => {
      if (yaml.value.ladders.findIndex(({ id }) => id === file.id) !== index)
        files.report(yaml.at('ladders', index), `协调阶梯“${file.id}”写了两次`, '请合为一个');
      return readLadder(files, yaml, index, file);
    });
    return files.result(ladders);
  },
  merge: (lower, upper) => [...lower.filter(({ id }) => !upper.some((one) => one.id === id)), ...upper],
  check: (ladders, pack) =>
    ladders === noLadders ? [] : ladderGaps(ladders, sectionOf(pack, mattersSection).kinds),
});

/** The ladder a kind of matter climbs in this city; none: it does not climb. */
export function ladderFor(pack: Pack, { ladder }: Pick<DeclaredMatter, 'ladder'>): Ladder | undefined {
  if (ladder === undefined) return undefined;
  return sectionOf(pack, laddersSection).find(({ id }) => id === ladder);
}

function readLadder(files: PackFiles, yaml: PackYaml<LaddersFile>, index: number, file: LadderFile): Ladder {
  const at = ['ladders', index] as const;
  const levels = file.levels.map(({ id }) => id);
  const levelRemedy = `可用的有：${levels.join('、')}`;
  const climbers = allMatterKinds().filter(({ ladder }) => ladder === file.id);
  const fields = [...new Set([...matterFactNames, ...climbers.flatMap((kind) => Object.keys(kind.fields))])];
  file.levels.forEach(({ id, text }, level) => {
    if (levels.indexOf(id) !== level)
      files.report(yaml.at(...at, 'levels', level), `层级“${text}”的 id 与前面重复`, '请改用没有用过的 id');
  });
  const route = (file.route ?? []).map(({ when, level, ...source }, number) => {
    const path = [...at, 'route', number];
    const clause = sourceOf(files, yaml, path, level, source);
    files.checkCondition(yaml, [...path, 'when'], when, { fields });
    if (!levels.includes(level)) files.report(yaml.at(...path, 'level'), `没有层级“${level}”`, levelRemedy);
    return { when: when as Condition, level, clause };
  });
  const rungs = file.rungs.flatMap((rung, number): Rung[] => {
    const path = [...at, 'rungs', number];
    if (rung.raiseTo !== undefined && !levels.includes(rung.raiseTo))
      files.report(yaml.at(...path, 'raiseTo'), `没有层级“${rung.raiseTo}”`, levelRemedy);
    const basis = sourceOf(files, yaml, path, rung.id, rung);
    const when = readTrigger(files, yaml, path, rung);
    if (!when) return [];
    const { id, tell, raiseTo, clause } = rung;
    return [{ id, when, tell, ...(raiseTo ? { raiseTo } : {}), ...(clause ? { clause } : {}), basis }];
  });
  const ladder: Ladder = { id: file.id, text: file.text, levels: file.levels, route, rungs };
  if (climbers.length === 0)
    files.report(yaml.at(...at), `没有哪种事项用协调阶梯“${file.text}”`, '请删去，或核对它的 id');
  else if (rungs.length === file.rungs.length)
    for (const { rung, message, remedy } of rungFaults(ladder, climbers))
      files.report(yaml.at(...at, 'rungs', rung), message, remedy);
  return ladder;
}

function sourceOf(
  files: PackFiles,
  yaml: PackYaml<LaddersFile>,
  path: readonly (string | number)[],
  name: string,
  source: { readonly clause?: string; readonly basis?: string },
): string {
  const said = basisText(source);
  if (said === undefined)
    files.report(yaml.at(...path), `“${name}”没有依据`, '请写条款 clause，或写 basis: 平台默认值');
  return said ?? '';
}

function readTrigger(
  files: PackFiles,
  yaml: PackYaml<LaddersFile>,
  path: readonly (string | number)[],
  { id, dueIn, overdue, bounces, redos }: RungFile,
): RungTrigger | undefined {
  const said = [dueIn, overdue, bounces, redos].filter((one) => one !== undefined).length;
  if (said !== 1) {
    files.report(yaml.at(...path), `“${id}”应当恰好写一种触发`, '请写 dueIn、overdue、bounces、redos 之一');
    return undefined;
  }
  if (bounces !== undefined) return { kind: 'bounces', count: bounces };
  if (redos !== undefined) return { kind: 'redos', count: redos };
  const text = dueIn?.before ?? overdue?.by ?? '';
  const limit = findLimit(text);
  const at = yaml.at(...path, dueIn ? 'dueIn' : 'overdue');
  if (dueIn && limit && limit.unit !== 'xun' && limit.unit !== 'month-end')
    return { kind: 'due-in', clock: dueIn.clock, before: limit };
  if (overdue && limit && limit.amount > 0 && (limit.unit === 'day' || limit.unit === 'working-day'))
    return { kind: 'overdue', clock: overdue.clock, days: limit.amount, unit: limit.unit };
  files.report(
    at,
    `“${text}”不能作触发的时间`,
    overdue ? '请写 1个工作日 或 3日' : '请写 2个工作日、3日 或 24小时',
  );
  return undefined;
}
