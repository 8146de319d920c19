import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Dictionary, dictionaryOf } from '../../domain/dictionary.ts';
import { root, vocabulary } from '../read-vocabulary.ts';

/** The words of a city as its pack ships them. */
export function packDictionary(pack: 'dalian' | 'lishui', cityName: string): Dictionary {
  const folder = join(root, 'packs', pack);
  const [head = '', ...lines] = readFileSync(join(folder, 'organisations.csv'), 'utf8').trim().split('\n');
  const fields = head.split(',');
  const offices = lines.map((line) => {
    const values = line.split(',');
    const at = (field: string) => values[fields.indexOf(field)] ?? '';
    const aliases = at('aliases')
      .split(';')
      .filter((alias) => alias !== '');
    return { kind: at('kind'), code: at('code') || null, name: at('name'), aliases };
  });
  const isPlace = (kind: string) => ['city', 'district', 'zone'].includes(kind);
  const { lists } = parse(readFileSync(join(folder, 'lists.yaml'), 'utf8')) as {
    lists: { name: string; aliases: string[] }[];
  };
  return dictionaryOf({
    cityName,
    vocabulary,
    districts: offices.filter((office) => isPlace(office.kind)),
    departments: offices.filter((office) => !isPlace(office.kind)),
    lists,
  });
}
