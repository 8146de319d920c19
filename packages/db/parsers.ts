import pg from 'pg';

const { builtins } = pg.types;

type Parse = (text: string) => unknown;

const driverParser = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parse;

/** Array types have no names in the driver: these are their fixed numbers in pg_type. */
const arrayOf = { text: 1009, int8: 1016, date: 1182, timestamptz: 1185, numeric: 1231, uuid: 2951 } as const;

const asText: Parse = (text) => text;
const asInstant = driverParser(builtins.TIMESTAMPTZ);

type List = readonly (string | null | List)[];

const asList = driverParser(arrayOf.text) as (text: string) => List;
const eachOf = (list: List, parse: Parse): unknown[] =>
  list.map((entry) =>
    entry === null ? null : typeof entry === 'string' ? parse(entry) : eachOf(entry, parse),
  );
const listOf =
  (parse: Parse): Parse =>
  (text) =>
    eachOf(asList(text), parse);

/** int8 is money in fen or a count: bigint. A date is a day, a numeric a decimal text, an instant a Date. */
const parsers = new Map<number, Parse>([
  [builtins.INT8, BigInt],
  [builtins.DATE, asText],
  [builtins.NUMERIC, asText],
  [builtins.TIMESTAMPTZ, asInstant],
  [arrayOf.int8, listOf(BigInt)],
  [arrayOf.date, listOf(asText)],
  [arrayOf.numeric, listOf(asText)],
  [arrayOf.timestamptz, listOf(asInstant)],
  [arrayOf.uuid, listOf(asText)],
]);

/** The reading of column types, given to every connection; nothing is set on the driver as a whole. */
export const columnParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || driverParser(oid, format)) as typeof pg.types.getTypeParser,
};
