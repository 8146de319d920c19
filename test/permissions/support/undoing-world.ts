import type { ServerWorld } from '#http';

class Undone extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('undone');
    this.answer = answer;
  }
}

export type UndoingWorld = ServerWorld & { undo: boolean };

/**
 * The world of the program, in which acts can be undone after they have answered: everything happens in the real
 * transaction under the real scope, and the next request finds the city as it was.
 */
export function undoingWorld(world: ServerWorld): UndoingWorld {
  const undoing: UndoingWorld = {
    ...world,
    undo: false,
    open: async <T>(
      caller: Parameters<ServerWorld['open']>[0],
      how: Parameters<ServerWorld['open']>[1],
      act: Parameters<typeof world.open<T>>[2],
    ): Promise<T> => {
      if (!undoing.undo) return world.open(caller, how, act);
      try {
        return await world.open<T>(caller, how, async (city) => {
          throw new Undone(await act(city));
        });
      } catch (error) {
        if (error instanceof Undone) return error.answer as T;
        throw error;
      }
    },
  };
  return undoing;
}
