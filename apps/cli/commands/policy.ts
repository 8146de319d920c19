import { type Command, Option } from 'commander';
import { readPolicyFile } from '../../../features/policy/acts/read-file.ts';
import { policyLines } from '../../../features/policy/policy-lines.ts';
import { unitNames } from '../../../features/policy/unit-names.ts';
import { jsonOption } from '../options.ts';
import { type OutputOptions, printAnswer } from '../print.ts';

type Flags = OutputOptions & { readonly city?: string; readonly text?: boolean };

/** Reading a document needs no city and no database; neither is opened. */
export function addPolicy(program: Command): void {
  program
    .command('policy')
    .description('政策文件')
    .command('extract')
    .argument('<文件>')
    .description('把政策文件（TXT、HTML、DOCX、PDF）读成措施：序号、标题、单位、目标、时限，连同存疑之处')
    .addOption(new Option('--city <市>', '按这个市的市包对应单位，不写则只按各市通用的机关名称'))
    .addOption(new Option('--text', '在 JSON 中附上读出的全文，各处的位置都以它为准'))
    .addOption(jsonOption())
    .action(async (path: string, { city, text: withText, json }: Flags) => {
      const { policy, text } = await readPolicyFile(path, unitNames(city));
      const answer = withText ? { ...policy, text } : policy;
      printAnswer(answer, json ? [] : policyLines(policy), { ...(json ? { json } : {}) });
    });
}
