import { useEffect, useState } from 'react';

type Kept = {
  /** Project → the file that stands. */
  readonly stands: Readonly<Record<string, string>>;
  /** `file sheet!row` of confirmed similar names. */
  readonly confirmed: readonly string[];
};

export type Choices = Kept & {
  readonly stand: (chosen: Readonly<Record<string, string>>) => void;
  readonly confirm: (rows: readonly string[]) => void;
};

const nothing: Kept = { stands: {}, confirmed: [] };

/** What was chosen so far; a page loaded again has it still. */
export function useChoices(batchId: string): Choices {
  const place = `guatu.returns.${batchId}`;
  const [kept, keep] = useState<Kept>(() => readKept(sessionStorage.getItem(place)));
  useEffect(() => sessionStorage.setItem(place, JSON.stringify(kept)), [place, kept]);
  return {
    ...kept,
    stand: (chosen) => keep((was) => ({ ...was, stands: { ...was.stands, ...chosen } })),
    confirm: (confirmed) => keep((was) => ({ ...was, confirmed })),
  };
}

function readKept(text: string | null): Kept {
  if (text === null) return nothing;
  try {
    return { ...nothing, ...(JSON.parse(text) as Partial<Kept>) };
  } catch {
    return nothing;
  }
}
