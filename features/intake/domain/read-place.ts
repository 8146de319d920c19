import type { Dictionary, Place } from './dictionary.ts';
import { spelling } from './spelling.ts';

export type PlacesRead = {
  readonly places: readonly Place[];
  /** Spellings other than the place's own name. */
  readonly aliases: readonly { readonly written: string; readonly name: string }[];
  readonly unknown: readonly string[];
};

/** Reads the places in one cell, the leading one first: 「金普新区、甘井子区」, 「庄河」, 「大连市甘井子区」. */
export function readPlaces(written: string, dictionary: Dictionary): PlacesRead {
  const whole = dictionary.places.get(spelling(written));
  if (whole) return collect([[spelling(written), whole]]);
  const parts = placeParts(written);
  const named = parts.map((part) => [part, placeNamed(part, dictionary)] as const);
  // What follows a district and names no other is the rest of its address.
  return collect(
    named.filter(([part, place], i) => i === 0 || place !== undefined || /[市区县旗州]/.test(part)),
  );
}

/** The place a name or address stands for; undefined where it is not in this city. */
export function placeNamed(text: string, dictionary: Dictionary): Place | undefined {
  const { places, cityName } = dictionary;
  const known = places.get(text);
  if (known) return known;
  const inCity = new RegExp(`^(?:[一-龥]{2,3}省)?${cityName}市?(?=.)`).exec(text);
  const rest = inCity ? text.slice(inCity[0].length) : text;
  return places.get(rest) ?? placeOfAddress(rest, dictionary) ?? placeInBrackets(rest, dictionary);
}

/** 「甘井子区革镇堡街道」: an address begins with its district. A short spelling must not be the start of another word. */
function placeOfAddress(text: string, { places }: Dictionary): Place | undefined {
  let best: string | undefined;
  for (const name of places.keys()) {
    if (name.length < 3 || !/[区市县城]$/.test(name) || !text.startsWith(name)) continue;
    if (!best || name.length > best.length) best = name;
  }
  return best === undefined ? undefined : places.get(best);
}

/** 「景宁（畲族自治县）」, 「莲都区（丽水）」: the name before the bracket. */
function placeInBrackets(text: string, { places }: Dictionary): Place | undefined {
  const parts = /^([^()]+)\(([^()]*)\)$/.exec(text);
  return parts ? (places.get(parts[1] ?? '') ?? places.get(`${parts[1]}${parts[2]}`)) : undefined;
}

function placeParts(written: string): string[] {
  return written
    .split(/[、，,；;/\n+＋]|(?<=[区市县])\s+(?=\S)|(?<=[区市县])[和及与]/)
    .map(spelling)
    .filter((part) => part !== '');
}

function collect(parts: readonly (readonly [string, Place | undefined])[]): PlacesRead {
  const places: Place[] = [];
  const aliases: { written: string; name: string }[] = [];
  const unknown: string[] = [];
  for (const [written, place] of parts) {
    if (!place) unknown.push(written);
    else {
      if (!places.some((p) => p.name === place.name)) places.push(place);
      if (written !== place.name) aliases.push({ written, name: place.name });
    }
  }
  return { places, aliases, unknown };
}
