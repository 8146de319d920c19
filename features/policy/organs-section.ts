import { definePackSection, listColumn, parsedColumn, textColumn } from '#pack';
import type { DictionaryUnit } from './domain/unit-dictionary.ts';

const columns = {
  id: parsedColumn((raw) => (/^[a-z][a-z0-9-]*$/.test(raw) ? raw : undefined), 'natural-resources'),
  name: textColumn,
  aliases: listColumn,
};

/** Kinds of organ that every city has, told without a city's name: they show a misspelt unit where no city is known. */
export const organsSection = definePackSection<readonly DictionaryUnit[]>({
  id: 'organs',
  files: ['organs.csv'],
  empty: [],
  read(files) {
    const rows = files.csv('organs.csv', columns);
    const owners = new Map<string, string>();
    for (const { id, name, aliases, at } of rows) {
      for (const spelling of [name, ...aliases]) {
        const owner = owners.get(spelling);
        if (owner && owner !== id)
          files.report(at, `“${spelling}”已是“${owner}”的写法`, '一个写法只能指一类机关，请删去其中一处');
        owners.set(spelling, id);
      }
    }
    return files.result(rows.map(({ id, name, aliases }) => ({ id, name, spellings: aliases })));
  },
});
