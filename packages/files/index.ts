export { setFileStore } from './current-store.ts';
export { downloadName, type FileKind, type FileKindId, fileKinds } from './file-kind.ts';
export { cleanFileName } from './file-name.ts';
export { contentPath, type FileStore, openFileStore, sweepIncoming } from './file-store.ts';
export { filesMigrations } from './migrations.ts';
export { findFile, getFile, openFile, readContent, readFileBytes } from './open-file.ts';
export { type FileWorld, type PutFile, putFile } from './put-file.ts';
export { listHashes } from './store/file.ts';
export type { FileId, StoredFile } from './stored-file.ts';
