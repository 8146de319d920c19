import { defineRefusals, refuse } from '#kernel/refusal';
import { type PackProblem, problemText } from './pack-problem.ts';
import type { Pack, PackSection } from './pack-section.ts';
import { findUnknownFiles, readPack } from './read-pack.ts';

defineRefusals({
  'pack.faulty': { status: 500, text: '市包有{count}处错误，首先是：{first}' },
});

/** A pack to work with; refuses one that has any problem, naming the first. */
export function loadPack(dirs: readonly string[], sections: readonly PackSection<unknown>[]): Pack {
  const { pack, problems } = readPack(dirs, sections);
  const first = problems[0];
  if (first) refuse('pack.faulty', { count: problems.length, first: problemText(first), problems });
  return pack;
}

/** Everything a person should correct, files that nothing reads included. */
export function checkPack(dirs: readonly string[], sections: readonly PackSection<unknown>[]): PackProblem[] {
  return [...readPack(dirs, sections).problems, ...findUnknownFiles(dirs, sections)];
}
