import type { Command } from 'commander';
import { allRoles, isRole, type Role, roleName } from '#access';
import { findOrganisation } from '#engines/registry';
import { defineRefusals, ensure, refuse } from '#kernel/refusal';
import { addUser } from '../../../features/identity/acts/add-user.ts';
import { cityOption, jsonOption } from '../options.ts';
import { type OutputOptions, printAnswer } from '../print.ts';
import { withCity } from '../with-program.ts';

defineRefusals({
  'cli.role_unknown': { status: 422, text: '没有「{role}」这个角色。可用的有：{roles}' },
  'cli.organisation_unknown': { status: 422, text: '没有名为「{org}」的单位，请写单位名称或别名' },
});

type Flags = OutputOptions & {
  readonly city: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly org?: string;
  readonly password?: string;
};

export function addUserCommand(program: Command): void {
  program
    .command('user')
    .description('账号')
    .command('add')
    .description('开设账号并授予角色；不写密码则生成一次性密码，首次登录须修改')
    .addOption(cityOption())
    .requiredOption('--login <登录名>', '登录名')
    .requiredOption('--name <姓名>', '显示的姓名')
    .requiredOption(
      '--role <角色>',
      `角色：${allRoles.map((role) => `${role}（${roleName(role)}）`).join('，')}`,
    )
    .option('--org <单位>', '角色所在的单位')
    .option('--password <密码>', '初始密码')
    .addOption(jsonOption())
    .action(async (flags: Flags) => {
      const role = roleFrom(flags.role);
      const added = await withCity(flags.city, async (city) => {
        const org = flags.org ? await findOrganisation(city, flags.org) : undefined;
        ensure(!flags.org || org, 'cli.organisation_unknown', { org: flags.org });
        return addUser(city, {
          login: flags.login,
          displayName: flags.name,
          password: flags.password,
          grants: [{ role, ...(org ? { orgId: org.orgId } : {}) }],
        });
      });
      const once = added.oneTimePassword
        ? [`一次性密码：${added.oneTimePassword}（只显示这一次，首次登录须修改）`]
        : [];
      printAnswer(added, [`已开设账号 ${flags.login}，角色：${roleName(role)}`, ...once], flags);
    });
}

function roleFrom(text: string): Role {
  if (isRole(text)) return text;
  const named = allRoles.find((role) => roleName(role) === text);
  return named ?? refuse('cli.role_unknown', { role: text, roles: allRoles.join('、') });
}
