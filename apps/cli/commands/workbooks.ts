import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import type { Month } from '#kernel/month';
import { refuse } from '#kernel/refusal';
import { issueWorkbook } from '../../../features/workbooks/acts/issue-workbook.ts';
import { officesOf } from '../../../features/workbooks/acts/offices.ts';
import type { OfficeKind } from '../../../features/workbooks/contract.ts';
import { cityOption, jsonOption, monthOption } from '../options.ts';
import { type OutputOptions, printAnswer } from '../print.ts';
import { withCity } from '../with-program.ts';

type Flags = OutputOptions & {
  readonly city: string;
  readonly period: Month;
  readonly by: OfficeKind;
  readonly out: string;
};

export function addWorkbooks(program: Command): void {
  program
    .command('workbooks')
    .description('发放填报表：给每个单位写一份预填好的工作簿')
    .addOption(cityOption())
    .addOption(monthOption('--period <月>', '填报的月份，如 2023-05').makeOptionMandatory())
    .addOption(
      new Option('--by <单位>', '按区县（district）、部门（department）还是填报单位（unit）分发')
        .choices(['district', 'department', 'unit'])
        .default('district'),
    )
    .requiredOption('--out <文件夹>', '写到哪个文件夹，没有则新建')
    .addOption(jsonOption())
    .action(async ({ city: named, period: month, by, out, json }: Flags) => {
      const issued = await withCity(named, async (city) => {
        const files: { name: string; office: string; projects: number }[] = [];
        for (const { office, name, projects } of await officesOf(city, { month, by })) {
          const file = await issueWorkbook(city, { month, by, office });
          write(out, file);
          files.push({ name: file.name, office: name, projects: projects.length });
        }
        return files;
      });
      const lines = issued.map(({ name, projects }) => `${name}  ${projects} 个项目`);
      const total = `已写入 ${issued.length} 份填报表：${out}`;
      printAnswer({ month, by, files: issued }, [...lines, total], { ...(json ? { json } : {}) });
    });
}

function write(folder: string, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): void {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, bytes);
  } catch (error) {
    refuse('cli.file_unwritable', { path, reason: error instanceof Error ? error.message : String(error) });
  }
}
