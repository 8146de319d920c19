export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets at most so many pieces of work run at once; the others wait in their order. */
export function turns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((begin) => waiting.push(begin));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
