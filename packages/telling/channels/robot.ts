import { SendFailure } from '../send-failure.ts';
import { ensureTaken, type Posted } from './post.ts';

/** DingTalk and WeCom answer 200 with an error number of their own. */
export function ensureRobotTook(posted: Posted, explained: Readonly<Record<number, string>>): void {
  ensureTaken(posted);
  const code = errorNumber(posted.text);
  if (code === 0) return;
  throw new SendFailure(
    code === undefined
      ? '对方的答复不像群机器人接口，请核对地址'
      : (explained[code] ?? `群机器人没有收下消息（错误码 ${code}）`),
  );
}

function errorNumber(text: string): number | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    const code = (answer as { readonly errcode?: unknown } | null)?.errcode;
    return typeof code === 'number' ? code : undefined;
  } catch {
    return undefined;
  }
}
