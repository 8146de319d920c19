import type { Command } from 'commander';
import type { City } from '#access';
import { evaluate } from '#engines/indicators';
import { addMonths, type PlainDate } from '#kernel/plain-date';
import { agendaOn } from '../../../features/dispatch/acts/agenda-on.ts';
import { sourceNames } from '../../../features/dispatch/texts.ts';
import { cityOption, dayOption, jsonOption } from '../options.ts';
import { type OutputOptions, printAnswer } from '../print.ts';
import { withCity } from '../with-program.ts';

type Flags = OutputOptions & { readonly city: string; readonly level: string; readonly asOf?: PlainDate };

export function addDispatch(program: Command): void {
  program
    .command('dispatch')
    .description('调度会议')
    .command('agenda')
    .description('按某日的数据提出一次会议的议题，与页面上提出的相同')
    .addOption(cityOption())
    .requiredOption('--level <调度>', '哪一级调度：市包 dispatch.yaml 中的 id，如 monthly、quarterly')
    .addOption(dayOption('--as-of <日>', '截至哪一天；不写则为今天'))
    .addOption(jsonOption())
    .action(async (flags: Flags) => {
      const answer = await withCity(flags.city, (city) => agendaAnswer(city, flags));
      printAnswer(answer, lines(answer), flags);
    });
}

/** Lights that are due by the day are evaluated first, as `guatu lights` does, and those of the months compared with. */
async function agendaAnswer(city: City, { level: cadence, asOf = city.today }: Flags) {
  for (const months of [-2, -1, 0]) await evaluate(city, { asOf: addMonths(asOf, months) });
  return agendaOn(city, { cadence, asOf });
}

function lines({ name, asOf, month, items, left }: Awaited<ReturnType<typeof agendaOn>>): string[] {
  const more = Object.entries(left).map(
    ([source, count]) => `另有${sourceNames[source as 'matter']} ${count} 项`,
  );
  return [
    `${name}：截至 ${asOf}${month ? `，${month} 亮灯` : '，还没有评定亮灯'}，议题 ${items.length} 项`,
    ...items.map(
      ({ position, source, title, reasons }) =>
        `${position}. [${sourceNames[source]}] ${title}　${reasons.join('；')}`,
    ),
    ...more,
  ];
}
