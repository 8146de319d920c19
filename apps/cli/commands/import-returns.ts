import type { City } from '#access';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';
import { Refusal, refusalText } from '#kernel/refusal';
import { discardBatch, openBatch } from '../../../features/intake/acts/returns/open-batch.ts';
import { takeReturn } from '../../../features/intake/acts/returns/take-return.ts';
import { viewBatch } from '../../../features/intake/acts/returns/view-batch.ts';
import { writeBatch } from '../../../features/intake/acts/returns/write-batch.ts';
import type { SentWorkbook } from '../../../features/intake/acts/take-workbook.ts';

type ReturnsFlags = {
  readonly month: Month;
  readonly receivedOn: PlainDate;
  readonly dryRun: boolean;
  readonly acceptGood: boolean;
  readonly acceptSimilar: boolean;
  readonly laterWins: boolean;
  readonly reason: string | null;
};

type RefusedFile = { readonly fileName: string; readonly code: string; readonly text: string };

/** Takes many returns of one month together and writes them in one act: all of them or none. */
export async function importReturns(city: City, files: readonly SentWorkbook[], flags: ReturnsFlags) {
  const { month, receivedOn, dryRun, acceptGood, acceptSimilar, laterWins, reason } = flags;
  const batchId = await openBatch(city, { month, receivedOn });
  const refused: RefusedFile[] = [];
  for (const file of files) {
    try {
      await takeReturn(city, batchId, file);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ fileName: file.name, code: error.code, text: refusalText(error) });
    }
  }
  const seen = await viewBatch(city, batchId);
  const contested = seen.contests.length > 0 && !laterWins;
  const held = (refused.length > 0 || seen.fates.rejected > 0) && !acceptGood;
  const writes = !(dryRun || contested || held || seen.fates.good === 0);
  if (!writes) await discardBatch(city, batchId);
  const confirmed = acceptSimilar ? ('all' as const) : new Map();
  const choices = { acceptGood, confirmed, stands: 'last', reason } as const;
  const written = writes ? (await writeBatch(city, batchId, choices)).written : 0;
  return { ...seen, refused, written, failed: !writes && !dryRun };
}

type Answer = Awaited<ReturnType<typeof importReturns>>;

export function returnLines({
  files,
  refused,
  contests,
  strays,
  offices,
  fates,
  written,
  failed,
}: Answer): string[] {
  const missing = offices.filter(({ left }) => left > 0);
  return [
    ...refused.map(({ fileName, text }) => `拒收  ${fileName}  ${text}`),
    ...files.map(({ fileName, office, leftOut, issuedFor, fates: own, errors, warnings }) =>
      leftOut
        ? `未合并  ${fileName}  ${leftOut === 'other-month' ? `这份表是 ${issuedFor} 的` : '这份表是别的城市的'}`
        : `${office ?? '单位不明'}  ${fileName}  可写入 ${own.good} 行，未填 ${own.blank} 行，有错误 ${own.rejected} 行；错误 ${errors} 处，提醒 ${warnings} 处`,
    ),
    ...strays.map(
      ({ fileName, sheet, row, name, fate, listed }) =>
        `${fate === 'similar' ? '待确认' : '对不上'}  ${fileName} ${sheet} 第${row}行 ${name ?? ''}${listed ? `，可能是「${listed}」` : ''}`,
    ),
    ...contests.map(
      ({ key, name, contenders }) =>
        `不一致  ${key} ${name}：${contenders.map(({ fileName, row }) => `${fileName} 第${row}行`).join('、')}`,
    ),
    ...missing.map(({ name, owing, left }) => `未报齐  ${name}  应报 ${owing} 个，还差 ${left} 个`),
    `可写入 ${fates.good} 行，有错误 ${fates.rejected} 行，写入 ${written} 行`,
    ...(failed
      ? ['没有写入。有错误的，改正后重来，或加 --accept-good；不一致的，加 --later-wins 以后给出的文件为准']
      : []),
  ];
}
