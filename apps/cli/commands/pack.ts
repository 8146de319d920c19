import type { Command } from 'commander';
import { checkPack, packDirs, problemText } from '#pack';
import { packSections } from '../../program/pack-sections.ts';
import { jsonOption } from '../options.ts';
import { type OutputOptions, printAnswer } from '../print.ts';

export function addPack(program: Command): void {
  program
    .command('pack')
    .description('市包')
    .command('check')
    .argument('<目录>')
    .description('检查市包，指出文件、行号和改法')
    .addOption(jsonOption())
    .action((dir: string, flags: OutputOptions) => {
      const problems = checkPack(packDirs(dir), packSections);
      const lines = problems.length === 0 ? ['没有发现问题'] : problems.map(problemText);
      printAnswer({ problems }, lines, flags);
      if (problems.length > 0) process.exitCode = 1;
    });
}
