/** Names for tabs: what programs forbid is replaced, 31 characters at most, none twice. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean = name
      .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim();
    const base = [...(clean || '表')].slice(0, 31).join('');
    let chosen = base;
    for (let number = 2; taken.has(chosen.toLowerCase()); number++) {
      const ending = `(${number})`;
      chosen = [...base].slice(0, 31 - ending.length).join('') + ending;
    }
    taken.add(chosen.toLowerCase());
    return chosen;
  });
}
