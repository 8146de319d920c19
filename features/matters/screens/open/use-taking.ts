import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newIdempotencyKey, type OutputOf } from '#http/client';
import { call } from '#ui';
import { type MatterProposal, openMatter } from '../../contract.ts';

export type Taken =
  | { readonly state: 'taken'; readonly matter: OutputOf<typeof openMatter> }
  | { readonly state: 'failed'; readonly error: unknown };

export type Choice = { readonly proposal: MatterProposal; readonly cause: string };

/** Proposals are taken in one after the other; one that is refused does not hold up the rest. */
export function useTaking() {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const [taken, setTaken] = useState<ReadonlyMap<string, Taken>>(new Map());
  const [progress, setProgress] = useState<{ readonly at: number; readonly of: number }>();

  const take = async (choices: readonly Choice[]) => {
    for (const [index, { proposal, cause }] of choices.entries()) {
      setProgress({ at: index + 1, of: choices.length });
      const { source, month, title, content, project } = proposal;
      const key = keyOf(proposal);
      // Pressed again after a lost connection it is still the same intention.
      const intention = `${key} ${cause}`;
      const idempotencyKey = keys.current.get(intention) ?? newIdempotencyKey();
      keys.current.set(intention, idempotencyKey);
      const input = { kind: 'problem', title, given: { content, cause }, source, month };
      const answer: Taken = await call(
        openMatter,
        { ...input, projectId: project.projectId },
        { idempotencyKey },
      ).then(
        (matter) => ({ state: 'taken', matter }) as const,
        (error: unknown) => ({ state: 'failed', error }) as const,
      );
      setTaken((made) => new Map(made).set(key, answer));
    }
    setProgress(undefined);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/matters/proposals' });
  };
  return { taken, progress, take };
}

export function keyOf({ source, month, project }: MatterProposal): string {
  return `${source} ${month} ${project.projectId}`;
}
