import type { Command } from 'commander';

const sentences: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^error: unknown command '(.+?)'/, (name) => `没有「${name}」这个命令`],
  [/^error: unknown option '(.+?)'/, (name) => `没有「${name}」这个选项`],
  [/^error: missing required argument '(.+?)'/, (name) => `缺少参数「${name}」`],
  [/^error: required option '(.+?)' not specified/, (name) => `必须写明选项「${name}」`],
  [/^error: option '(.+?)' argument missing/, (name) => `选项「${name}」后面缺少内容`],
  [/^error: too many arguments/, () => '参数太多'],
  [
    /^error: (?:option|command-argument) '(.+?)'(?: argument '(.*?)')? is invalid\. (.+)/,
    (name, value, why) => `选项「${name}」的值「${value ?? ''}」不对：${why}`,
  ],
];

/** commander speaks English; whoever runs a city's system reads Chinese. */
export function localise(program: Command): void {
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
    command.exitOverride();
    command.helpOption('-h, --help', '显示帮助');
    command.configureHelp({ styleTitle: (title) => titles[title] ?? title });
    command.configureOutput({
      outputError: (text, write) => write(`${inChinese(text.trim())}。用 --help 查看用法。\n`),
    });
  }
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

function inChinese(text: string): string {
  for (const [pattern, say] of sentences) {
    const found = pattern.exec(text);
    if (found) return say(...found.slice(1));
  }
  return text;
}
