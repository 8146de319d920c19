import { openCompiler } from './compiler.ts';

/** Compiles a page's source with what it is given as JSON. */
export function compilePage(source: string, given: object): Uint8Array {
  const { compiler } = openCompiler();
  const compiled = compiler.compile({ mainFileContent: source, inputs: { document: JSON.stringify(given) } });
  const { result } = compiled;
  if (!result) {
    const error = compiled.takeDiagnostics();
    throw new Error(`The page did not compile: ${JSON.stringify(error?.shortDiagnostics ?? null)}`);
  }
  const bytes = compiler.pdf(result);
  compiler.evictCache(4);
  return bytes;
}
