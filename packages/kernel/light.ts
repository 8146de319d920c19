/** Grey means: not reported. */
export type Light = 'green' | 'yellow' | 'red' | 'grey';

export const lightNames: Readonly<Record<Light, string>> = {
  green: '绿',
  yellow: '黄',
  red: '红',
  grey: '灰',
};

/** Platform default: what was not reported weighs less than what is known to be late. */
export const defaultLightOrder: readonly Light[] = ['red', 'yellow', 'grey', 'green'];

/** The first of `order` that occurs; undefined where no light applies. */
export function worstOf(
  lights: Iterable<Light>,
  order: readonly Light[] = defaultLightOrder,
): Light | undefined {
  const seen = new Set(lights);
  return order.find((light) => seen.has(light));
}
