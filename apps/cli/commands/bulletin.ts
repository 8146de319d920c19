import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Command } from 'commander';
import type { City } from '#access';
import { facesHere, substitutionWarning } from '#documents';
import { evaluate } from '#engines/indicators';
import type { Month } from '#kernel/month';
import { defineRefusals, Refusal, refuse } from '#kernel/refusal';
import { composeBulletin, findDraft } from '../../../features/bulletins/acts/compose-bulletin.ts';
import { downloadBulletin, type Form } from '../../../features/bulletins/acts/download-bulletin.ts';
import { lastDayAsLatest } from '../../../features/bulletins/acts/month-rows.ts';
import { openBulletin } from '../../../features/bulletins/acts/open-bulletin.ts';
import { openingOf } from '../../../features/bulletins/domain/print.ts';
import { stateNames } from '../../../features/bulletins/texts.ts';
import { cityOption, jsonOption, monthOption } from '../options.ts';
import { type OutputOptions, printAnswer, tell } from '../print.ts';
import { withCity } from '../with-program.ts';

defineRefusals({
  'cli.bulletin_form': { status: 422, text: '--out 的文件名须以 .docx 或 .pdf 结尾，现在是“{path}”' },
  'cli.file_unwritable': { status: 422, text: '写不了文件「{path}」（{reason}）。请检查路径和权限' },
});

type Flags = OutputOptions & { readonly city: string; readonly period?: Month; readonly out?: string };

export function addBulletin(program: Command): void {
  program
    .command('bulletin')
    .description('月度通报：没有稿子时拟稿并冻结数据，写成 DOCX 或 PDF')
    .addOption(cityOption())
    .addOption(monthOption('--period <月>', '通报哪个月；不写则为最近评价的月份'))
    .option('--out <文件>', '写到哪个文件，以 .docx 或 .pdf 结尾')
    .addOption(jsonOption())
    .action(async (flags: Flags) => {
      const form = flags.out === undefined ? undefined : formOf(flags.out);
      const { bytes, ...answer } = await withCity(flags.city, (city) => bulletinAnswer(city, flags, form));
      if (flags.out !== undefined && bytes) write(flags.out, bytes);
      const warning = form === 'pdf' ? substitutionWarning(facesHere()?.substitutions ?? []) : undefined;
      if (warning) tell(warning);
      printAnswer(
        { ...answer, out: flags.out ?? null, warning: warning ?? null },
        lines(answer, flags),
        flags,
      );
    });
}

function formOf(path: string): Form {
  const ending = extname(path).toLowerCase();
  if (ending === '.pdf') return 'pdf';
  return ending === '.docx' ? 'docx' : refuse('cli.bulletin_form', { path });
}

/** The bulletin there is of the month; where there is none, one is composed. Its figures never change. */
async function bulletinAnswer(city: City, { period }: Flags, form: Form | undefined) {
  const id = (await findDraft(city, period)) ?? (await composed(city, period));
  const opened = await openBulletin(city, id);
  const { bulletin, figures, wording, standing } = opened;
  const file = form ? await downloadBulletin(city, id, form) : undefined;
  const { bulletinId, month, version, hash } = bulletin;
  return {
    ...{ bulletinId, month, version, hash, state: standing.state, figures },
    opening: openingOf(figures, wording),
    bytes: file?.bytes,
  };
}

/** A month that was never evaluated is evaluated first, as `guatu lights` would. */
async function composed(city: City, period: Month | undefined) {
  try {
    return (await composeBulletin(city, { month: period })).bulletinId;
  } catch (error) {
    const unevaluated = ['bulletin.not_evaluated', 'bulletin.nothing_evaluated'];
    if (!(error instanceof Refusal && unevaluated.includes(error.code))) throw error;
    const asOf = period ? await lastDayAsLatest(city, period) : city.today;
    const { month, lit } = await evaluate(city, { asOf });
    if (lit === 0 || (period && month !== period)) throw error;
    return (await composeBulletin(city, { month: period })).bulletinId;
  }
}

function lines(answer: Omit<Awaited<ReturnType<typeof bulletinAnswer>>, 'bytes'>, { out }: Flags): string[] {
  const { month, version, state, hash, opening } = answer;
  return [
    `${month} 通报第${version}稿，${stateNames[state]}`,
    `数据校验值（SM3）${hash}`,
    ...(out ? [`已写入 ${out}`] : []),
    opening,
  ];
}

function write(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    refuse('cli.file_unwritable', { path, reason: error instanceof Error ? error.message : String(error) });
  }
}
