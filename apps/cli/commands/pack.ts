import type { Command } from 'commander';
import { type DifferenceFromPack, organisationDifference } from '#engines/registry';
import { checkPack, packDirs, problemText } from '#pack';
import { type FileDifference, packDifference } from '../../../features/rules/acts/pack-difference.ts';
import { stateNames } from '../../../features/rules/texts.ts';
import { packSections } from '../../program/pack-sections.ts';
import { cityOption, jsonOption } from '../options.ts';
import { type OutputOptions, printAnswer } from '../print.ts';
import { withCity } from '../with-program.ts';

export function addPack(program: Command): void {
  const pack = program.command('pack').description('市包');
  pack
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
  pack
    .command('diff')
    .description('在屏幕上所作的改动与随程序发布的市包有何不同')
    .addOption(cityOption())
    .addOption(jsonOption())
    .action(async (flags: OutputOptions & { readonly city: string }) => {
      const answer = await withCity(flags.city, async (city) => ({
        files: await packDifference(city),
        organisations: await organisationDifference(city),
      }));
      const lines = [...answer.files.flatMap(fileLines), ...organisationLines(answer.organisations)];
      printAnswer(answer, lines.length === 0 ? ['与市包没有差异'] : lines, flags);
    });
}

const marks = { same: ' ', added: '+', removed: '-', gap: '…' } as const;

function fileLines(one: FileDifference): string[] {
  const told = (lines: FileDifference['difference']) =>
    lines.map(({ kind, text }) => `  ${marks[kind]} ${text}`.trimEnd());
  return [
    `${one.file}：${stateNames[one.state]}，自 ${one.effectiveFrom} 起；依据：${one.basis}；理由：${one.reason}`,
    ...told(one.difference),
    ...(one.drift.length > 0 ? ['  起草以后，随程序发布的文件有更新：', ...told(one.drift)] : []),
    ...one.problems.map(({ line, message, remedy }) => `  未能套用：第${line}行：${message}。${remedy}。`),
  ];
}

const causes = { pack: '市包已更新', here: '这里改过', both: '两边都改过' } as const;

function organisationLines({ lines, missing, gone }: DifferenceFromPack): string[] {
  return [
    ...lines.map(
      ({ name, field, pack, here, cause }) =>
        `单位“${name}”的 ${field}：市包为 ${pack ?? '空'}，这里为 ${here ?? '空'}（${causes[cause]}）`,
    ),
    ...missing.map(({ name }) => `市包有单位“${name}”，这里还没有`),
    ...gone.map(({ name }) => `单位“${name}”已不在市包中，这里仍保留`),
  ];
}
