/** Where in a pack something is written; `file` is relative to the repository or absolute, with `/`. */
export type PackPlace = { readonly file: string; readonly line: number };

/** Something a person must correct: what is wrong, and what to write instead, both in Chinese. */
export type PackProblem = PackPlace & { readonly message: string; readonly remedy: string };

export function problemText({ file, line, message, remedy }: PackProblem): string {
  return `${file} 第${line}行：${message}。${remedy}。`;
}
