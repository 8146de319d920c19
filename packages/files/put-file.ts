import type { Tx } from '#db';
import { newId } from '#kernel/id';
import { ensure, refuse } from '#kernel/refusal';
import { currentFileStore } from './current-store.ts';
import { type FileKindId, fileKinds } from './file-kind.ts';
import { cleanFileName } from './file-name.ts';
import { drop, type FileStore, receive, settle } from './file-store.ts';
import { lookAtContent } from './look-at-content.ts';
import { insertFile } from './store/file.ts';
import type { StoredFile } from './stored-file.ts';

/** A city's transaction; the store of the running program unless another is given. */
export type FileWorld = { readonly tx: Tx; readonly files?: FileStore };

export type PutFile = {
  readonly name: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  /**
   * Refuses what bears a mark of secrecy: asked with the name before a byte is written, and again with the words
   * the content begins with. The check of #access fits.
   */
  readonly ensureNotSecret: (bearer: { name?: string; text?: string }) => void;
  /** What is accepted here; everything known unless given. */
  readonly accept?: readonly FileKindId[];
  readonly mostBytes?: number;
};

const megabyte = 1024 * 1024;

/**
 * Keeps a content and adds its row. If the transaction fails the content stays without a row, which harms nothing:
 * the same content sent again finds its place taken.
 */
export async function putFile(world: FileWorld, details: PutFile): Promise<StoredFile> {
  details.ensureNotSecret({ name: details.name });
  const store = world.files ?? currentFileStore();
  const name = cleanFileName(details.name);
  const most = details.mostBytes ?? 50 * megabyte;
  const content = details.content instanceof Uint8Array ? [details.content] : details.content;
  const incoming = await receive(store, content, (sizeBytes) => {
    if (sizeBytes > most) refuse('files.too_large', { name, limit: `${Math.floor(most / megabyte)} MB` });
  });
  let kept = false;
  try {
    ensure(incoming.sizeBytes > 0, 'files.empty', { name });
    const kind = await acceptedKind(incoming.path, name, details);
    await settle(store, incoming);
    kept = true;
    const { hash, sizeBytes } = incoming;
    const { mediaType } = fileKinds[kind];
    return await insertFile(world.tx, { fileId: newId<'file'>(), hash, sizeBytes, mediaType, name });
  } finally {
    if (!kept) await drop(incoming);
  }
}

async function acceptedKind(path: string, name: string, details: PutFile): Promise<FileKindId> {
  const { kind, what, text } = await lookAtContent(path, name);
  details.ensureNotSecret({ name, text });
  const accept = details.accept ?? (Object.keys(fileKinds) as FileKindId[]);
  if (kind && accept.includes(kind)) return kind;
  const accepted = accept.map((one) => fileKinds[one].what.trim()).join('、');
  return refuse('files.kind_not_accepted', { name, what, accepted });
}
