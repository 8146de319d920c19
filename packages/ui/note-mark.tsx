/** A small word beside a light that opens into its reason: by click, touch or key, since a wall and a phone have no hover. */
export function NoteMark({ word, reason }: { readonly word: string; readonly reason: string }) {
  return (
    <details className="note-mark">
      <summary>{word}</summary>
      <span>{reason}</span>
    </details>
  );
}
