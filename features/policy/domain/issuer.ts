import type { Metadata } from './metadata.ts';
import type { Span } from './script.ts';
import type { Signature } from './signature.ts';
import type { Title } from './title.ts';

export type Issuer = { readonly names: readonly string[]; readonly span: Span | undefined };

/** Who issued a document: who signed it, else whose name leads its title, else what the page says. */
export function issuerOf(
  signature: Signature | undefined,
  title: Title | undefined,
  metadata: Metadata,
): Issuer | undefined {
  if (signature) {
    const names = [...new Set(signature.organs.map(({ name }) => name))];
    return {
      names,
      span: { start: signature.organs[0]!.span.start, end: signature.organs.at(-1)!.span.end },
    };
  }
  for (const heading of [title?.notice, title]) {
    const led = heading ? /^([\u4e00-\u9fff]{3,40}?)(?:关于|印发)/.exec(heading.text) : undefined;
    if (!heading || !led || !/(?:政府|办公室|办公厅|局|委|委员会|厅|部|院|会|行)$/.test(led[1]!)) continue;
    const span = { start: heading.span.start, end: heading.span.start + led[1]!.length };
    return { names: apart(led[1]!), span };
  }
  return metadata.issuer ? { names: [metadata.issuer], span: undefined } : undefined;
}

/** 中共甲市委办公厅甲市人民政府办公厅: two organs without a mark between. */
function apart(text: string): string[] {
  const found = text.match(
    /中共[\u4e00-\u9fff]{2,8}?(?:市|县|区|省|州)委(?!员会|办)|.+?(?:人民政府办公厅|人民政府办公室|委办公厅|委办公室|人民政府(?!办公)|委员会(?!办公)|局|厅(?!$))|.+$/g,
  );
  return found && found.length > 1 && found.every((one) => one.length >= 4) ? found : [text];
}
