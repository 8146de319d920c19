import type { FileStore } from './file-store.ts';

let current: FileStore | undefined;

/** Called once by the program that starts: where acts keep their files unless their world says otherwise. */
export function setFileStore(store: FileStore): void {
  current = store;
}

export function currentFileStore(): FileStore {
  if (!current) throw new Error('no file store: call setFileStore when the program starts');
  return current;
}
