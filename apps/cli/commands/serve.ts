import type { Command } from 'commander';
import { serve } from '../../server/serve.ts';

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('启动网页服务；还没有账号时以演示数据运行')
    .action(() => serve());
}
