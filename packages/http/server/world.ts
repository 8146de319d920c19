import type { Actor, City, Origin } from '#access';

/** Who makes a request, and in which city. */
export type Caller = {
  readonly cityId: number;
  readonly actor: Actor;
  readonly sessionId?: string;
  /** The version of the city's pack when the caller was found; absent where nobody looked. */
  readonly packVersion?: number;
  /** A session that may call only these routes (`POST /session/password`), such as one with a password to change. */
  readonly confined?: { readonly to: readonly string[]; readonly refusal: string };
};

/** What a server needs to know of the world outside it; the program that starts it supplies this. */
export type ServerWorld = {
  /** Whose session this is; undefined when it never was, has ended or was revoked. */
  findCaller(token: string, origin: Origin): Promise<Caller | undefined>;
  /** Who acts while nobody is signed in, in the named city or the one served under this host name. */
  visitor(host: string, cityId: number | undefined): Caller | Promise<Caller>;
  /** One transaction in the caller's scope: committed when `act` returns, rolled back when it throws. */
  open<T>(
    caller: Caller,
    how: { readonly readOnly: boolean; readonly origin: Origin },
    act: (city: City) => Promise<T>,
  ): Promise<T>;
};
