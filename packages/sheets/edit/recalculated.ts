/** The workbook part, asking whoever opens it to calculate all formulas anew. */
export function recalculated(xml: string): string {
  const existing = /<(\w+:)?calcPr\b[^>]*?(\/?)>/.exec(xml);
  if (existing) {
    const [tag] = existing;
    const bare = tag.replace(/\s+fullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, '');
    const asking = bare.replace(/\s*(\/?)>$/, ' fullCalcOnLoad="1"$1>');
    return xml.slice(0, existing.index) + asking + xml.slice(existing.index + tag.length);
  }
  // Its place in the order of the part: behind the names, or else behind the sheets.
  const before = [
    ...xml.matchAll(/<\/(\w+:)?(?:sheets|functionGroups|externalReferences|definedNames)>/g),
  ].at(-1);
  if (!before) return xml;
  const at = before.index + before[0].length;
  return `${xml.slice(0, at)}<${before[1] ?? ''}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`;
}
