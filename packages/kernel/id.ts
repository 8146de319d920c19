declare const kindOfId: unique symbol;

/** A UUIDv7, branded with the kind of thing it names. */
export type Id<K extends string> = string & { readonly [kindOfId]: K };

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const bytesPerId = 10;
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Random bytes for many ids at a time: asking for ten costs as much as asking for thousands. */
const pool = new Uint8Array(bytesPerId * 400);
let used = pool.length;

let lastMillisecond = 0;
let counter = 0;

/** Ids made by one process ascend, also within one millisecond and when the machine's clock steps back. */
export function newId<K extends string>(): Id<K> {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const at = used;
  used += bytesPerId;
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = ((pool[at]! << 8) | pool[at + 1]!) & 0x7ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMillisecond += 1;
      counter = 0;
    }
  }
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const sequence = counter.toString(16).padStart(3, '0');
  const variant = hex[0x80 | (pool[at + 2]! & 0x3f)]!;
  let rest = '';
  for (let byte = at + 3; byte < at + bytesPerId; byte++) rest += hex[pool[byte]!]!;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${variant}${rest.slice(0, 2)}-${rest.slice(2)}` as Id<K>;
}

export function isId(value: unknown): value is Id<string> {
  return typeof value === 'string' && pattern.test(value);
}
