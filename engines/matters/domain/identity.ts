import type { Id } from '#kernel/id';

export type MatterId = Id<'Matter'>;
