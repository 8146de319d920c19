import type { Command } from 'commander';
import type { City } from '#access';
import { checkRollups, evaluate, lightsOn, replay } from '#engines/indicators';
import { districtKinds, listOrganisations, projectIndex } from '#engines/registry';
import { lightNames } from '#kernel/light';
import { formatMoney } from '#kernel/money';
import { type PlainDate, yearOf } from '#kernel/plain-date';
import { cityOption, dayOption, jsonOption } from '../options.ts';
import { type OutputOptions, printAnswer } from '../print.ts';
import { withCity } from '../with-program.ts';

type Flags = OutputOptions & { readonly city: string };

export function addLights(program: Command): void {
  program
    .command('lights')
    .description('项目亮灯')
    .addOption(cityOption())
    .addOption(dayOption('--as-of <日>', '截至哪一天；不写则为今天'))
    .addOption(jsonOption())
    .action(async (flags: Flags & { readonly asOf?: PlainDate }) => {
      const answer = await withCity(flags.city, (city) => lightsAnswer(city, flags.asOf ?? city.today));
      printAnswer(answer, lightLines(answer), flags);
    })
    .command('replay')
    .description('用保存的输入和规则版本重算每一次亮灯')
    .action(async (_own: object, command: Command) => {
      const flags = command.optsWithGlobals<Flags>();
      const answer = await withCity(flags.city, (city) => replay(city));
      const { checked, differences } = answer;
      printAnswer(answer, [`重放 ${checked} 次评定，${differences.length} 处不一致`], flags);
      if (differences.length > 0) process.exitCode = 1;
    });
  program
    .command('rollups')
    .description('汇总数')
    .command('check')
    .description('从明细重算全部汇总数，与保存的对照')
    .addOption(cityOption())
    .addOption(jsonOption())
    .action(async (flags: Flags) => {
      const answer = await withCity(flags.city, (city) => checkRollups(city));
      const { checked, differences, changedAfterLock } = answer;
      const lines = [`核对 ${checked} 个汇总数，${differences.length} 处不一致`];
      if (changedAfterLock.length > 0) lines.push(`锁定后被改动的月份：${changedAfterLock.join('、')}`);
      printAnswer(answer, lines, flags);
      if (differences.length + changedAfterLock.length > 0) process.exitCode = 1;
    });
}

type LightsAnswer = Awaited<ReturnType<typeof lightsAnswer>>;

/** Evaluates what is due by the day, then tells every project's light with its reason, and the districts' sums. */
async function lightsAnswer(city: City, asOf: PlainDate) {
  await evaluate(city, { asOf });
  const lights = await lightsOn(city, asOf);
  const year = lights.month ? Number(lights.month.slice(0, 4)) : yearOf(asOf);
  const projects = new Map(
    (await projectIndex(city, year)).map((project) => [project.projectId as string, project]),
  );
  const groups = new Map(lights.groups.map((group) => [group.groupId, group]));
  const districts = await listOrganisations(city, { kinds: [...districtKinds, 'city'], asOf });
  return {
    asOf,
    month: lights.month ?? null,
    projects: lights.projects
      .flatMap(({ subjectId, overall, dimensions, why }) => {
        const project = projects.get(subjectId);
        if (!project) return [];
        const { number: key, name } = project;
        return [{ key, name, district: project.districts[0]?.name ?? null, overall, dimensions, why }];
      })
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    districts: districts.flatMap(({ orgId, name }) => {
      const group = groups.get(orgId);
      if (!group) return [];
      const { green, yellow, red, grey } = group.overall;
      const { planToMonthFen: planFen, actualToMonthFen: actualFen } = group;
      return [{ district: name, green, yellow, red, grey, planFen, actualFen }];
    }),
    apart: lights.apart.map(({ subjectId, reason }) => ({
      key: projects.get(subjectId)?.number ?? null,
      reason,
    })),
  };
}

function lightLines({ asOf, month, projects, districts }: LightsAnswer): string[] {
  if (month === null) return [`截至 ${asOf} 还没有可以评定的月份`];
  return [
    `截至 ${asOf}，评定 ${month}`,
    ...projects.map(
      ({ key, overall, district, name, why }) =>
        `${lightNames[overall]}  ${key}  ${district ?? ''}  ${name}  ${overall === 'green' ? '' : why.join('；')}`,
    ),
    ...districts.map(
      ({ district, green, yellow, red, grey, planFen, actualFen }) =>
        `${district}  绿 ${green} 黄 ${yellow} 红 ${red} 灰 ${grey}  计划 ${formatMoney(planFen ?? 0n, '万元')} 万元  完成 ${formatMoney(actualFen ?? 0n, '万元')} 万元`,
    ),
  ];
}
