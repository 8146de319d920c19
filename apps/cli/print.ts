import { Refusal, refusalText } from '#kernel/refusal';

export type OutputOptions = { readonly json?: boolean };

/** Answers go to stdout: one JSON document with `--json`, otherwise lines for people. */
export function printAnswer(answer: unknown, lines: readonly string[], { json }: OutputOptions): void {
  if (json) process.stdout.write(`${JSON.stringify(answer, bigintAsText, 2)}\n`);
  else for (const line of lines) process.stdout.write(`${line}\n`);
}

/** Progress and troubles go to stderr, so that an answer can be piped on. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A refusal is told in its own words; anything else is a defect and shows where it happened. */
export function tellFailure(error: unknown, { json }: OutputOptions): void {
  if (!(error instanceof Refusal)) {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return;
  }
  tell(refusalText(error));
  if (json) printAnswer({ code: error.code, text: refusalText(error), details: error.details }, [], { json });
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
