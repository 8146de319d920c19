import { openPromise, type ZipFile } from 'yauzl';

const mostEntries = 5_000;
const mostBytes = 300_000;

/** The names in an archive and the beginning of the parts asked for; undefined for what is no sound archive. */
export async function peekZip(
  path: string,
  wanted: readonly string[],
): Promise<{ names: Set<string>; starts: Map<string, string> } | undefined> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
    if (zip.entryCount > mostEntries) return undefined;
    const names = new Set<string>();
    const starts = new Map<string, string>();
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').toLowerCase();
      names.add(name);
      if (!wanted.includes(name) || entry.isEncrypted() || !entry.canDecodeFileData()) continue;
      const pieces: Buffer[] = [];
      let length = 0;
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        pieces.push(piece);
        length += piece.length;
        if (length > mostBytes) break;
      }
      starts.set(name, Buffer.concat(pieces).toString('utf8'));
    }
    return { names, starts };
  } catch {
    // Whatever is wrong with it, it is not an archive we know.
    return undefined;
  } finally {
    zip?.close();
  }
}
