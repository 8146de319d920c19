/** What the rules forbid: a stable code, the facts for its text, and the HTTP status it answers with. */
export type RefusalDefinition = { readonly status: number; readonly text: string };

export type RefusalDetails = Readonly<Record<string, unknown>>;

export class Refusal extends Error {
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(code: string, details: RefusalDetails = {}) {
    super(fillText(registered.get(code)?.text ?? code, details));
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

const registered = new Map<string, RefusalDefinition>();

/** Declares refusal codes beside the rule that uses them. A code declared twice is a defect. */
export function defineRefusals<const T extends Record<string, RefusalDefinition>>(definitions: T): T {
  for (const [code, definition] of Object.entries(definitions)) {
    if (registered.has(code)) throw new Error(`Refusal code declared twice: ${code}`);
    registered.set(code, definition);
  }
  return definitions;
}

export function refuse(code: string, details: RefusalDetails = {}): never {
  throw new Refusal(code, details);
}

export function ensure(condition: unknown, code: string, details: RefusalDetails = {}): asserts condition {
  if (!condition) throw new Refusal(code, details);
}

export function refusalText(refusal: Refusal): string {
  return fillText(registered.get(refusal.code)?.text ?? refusal.code, refusal.details);
}

/** An undeclared code answers 422: it still is a refusal, and a test over all codes finds it. */
export function refusalStatus(refusal: Refusal): number {
  return registered.get(refusal.code)?.status ?? 422;
}

export function allRefusals(): ReadonlyMap<string, RefusalDefinition> {
  return registered;
}

function fillText(text: string, details: RefusalDetails): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = details[key];
    return value === undefined || value === null ? whole : inProse(String(value));
  });
}

const monthCode = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** A month's code is for machines; a sentence says 2023年5月. */
function inProse(value: string): string {
  const month = monthCode.exec(value);
  return month ? `${month[1]}年${Number(month[2])}月` : value;
}
