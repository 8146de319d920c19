import type { Id } from '#kernel/id';

export type FileId = Id<'file'>;

/** What is known of a kept file. Its content is found by its hash (SM3). */
export type StoredFile = {
  readonly fileId: FileId;
  readonly hash: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly name: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
};
