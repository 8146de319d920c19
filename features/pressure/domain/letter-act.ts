import type { FlowAct } from '#kernel/document-flow';

/** A letter is never released to the public. */
export type LetterAct = Exclude<FlowAct, 'release'>;
