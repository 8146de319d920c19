/** What sending needs to know of where the program stands. */
export type OutwardWorld = {
  /** Holds the key that seals what opens the channels; never part of the database or of a backup. */
  readonly keyFolder: string;
  /** The address at which people open the pages, without a slash at its end. */
  readonly origin: string;
  /** Hosts, addresses and networks inside that may be sent to all the same. */
  readonly allowedTargets: readonly string[];
};

let current: OutwardWorld | undefined;

/** Called once by the program that starts. */
export function setOutwardWorld(world: OutwardWorld): void {
  current = world;
}

/** Where the pages open, for links that are kept elsewhere; empty where no server was started. */
export function pagesOrigin(): string {
  return current?.origin ?? '';
}

export function outwardWorld(): OutwardWorld {
  if (!current) throw new Error('call setOutwardWorld when the program starts');
  return current;
}
