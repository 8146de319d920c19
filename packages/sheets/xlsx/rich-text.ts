/** Collects the text of one string: plain, or runs of rich text; phonetic runs are left out. */
export type RichText = {
  open(name: string, value: string | undefined): void;
  close(name: string): void;
  text(text: string): void;
  /** Returns what was collected and starts anew. */
  take(): { text: string; struck: Struck };
};

/** Struck by its runs as a whole, surely not, or as the cell's own font says. */
export type Struck = 'all' | 'none' | 'as-cell';

export function collectRichText(): RichText {
  let text = '';
  let inText = false;
  let phonetic = false;
  let run: 'none' | 'plain' | 'struck' | 'unstruck' = 'none';
  let struckRuns = 0;
  let unstruckRuns = 0;
  let plainRuns = 0;
  return {
    open(name, value) {
      if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'r') run = 'plain';
      else if (name === 'rPr') run = 'unstruck';
      else if (name === 'strike' && run === 'unstruck') run = isOff(value) ? 'unstruck' : 'struck';
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'r') run = 'none';
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      if (run === 'none' || piece.trim() === '') return;
      if (run === 'struck') struckRuns++;
      else if (run === 'unstruck') unstruckRuns++;
      else plainRuns++;
    },
    take() {
      const struck = unstruckRuns > 0 ? 'none' : struckRuns > 0 && plainRuns === 0 ? 'all' : 'as-cell';
      const taken = { text: detach(cleanText(text)), struck } as const;
      text = '';
      struckRuns = unstruckRuns = plainRuns = 0;
      return taken;
    },
  };
}

export function isOff(value: string | undefined): boolean {
  return value === '0' || value === 'false' || value === 'off';
}

/** Characters XML cannot hold are written _x000D_; line ends become \n. */
export function cleanText(text: string): string {
  let clean = text;
  if (clean.includes('_x')) {
    clean = clean.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }
  return clean.includes('\r') ? clean.replace(/\r\n?/g, '\n') : clean;
}

/** A copy of its own: a piece cut from a larger text would keep all of it in memory. */
export function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
