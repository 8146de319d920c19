/** A percentage as the server gave it; a dash where there is none. */
export function PercentText({ value }: { readonly value: string | null }) {
  return value === null ? <span className="quiet">—</span> : <span className="number">{value}%</span>;
}
