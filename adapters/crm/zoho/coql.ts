// Queries in Zoho's language: where is mandatory, more than one condition stands in brackets by pairs, a quote in a text is doubled, a column that is a
// word of the language stands in quotes. https://www.zoho.com/crm/developer/docs/api/v8/COQL-Limitations.html
export interface Query {
  readonly columns: readonly string[];
  readonly from: string;
  /** At least one. */
  readonly where: readonly [string, ...string[]];
  /** 200 where nothing is said, 2,000 at most. */
  readonly limit: number;
}

/** Always by id, so that whoever goes on behind the last one neither misses nor meets anybody twice, beyond the 100,000 that an offset reaches too. */
export const coql = ({ columns, from, where, limit }: Query): string =>
  `select ${columns.map(column).join(", ")} from ${from} where ${bracketed(where)} order by id asc limit ${limit}`;

const bracketed = ([first, ...others]: Query["where"]): string =>
  others.reduce((all, each) => `(${all} and ${each})`, first);

export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const words = new Set(
  "and as asc avg between by case count cross day desc distinct else end external false from group having in inner is join left like limit max min month not null offset on or order outer right select sum then true union when where year".split(
    " ",
  ),
);

const column = (name: string): string => (words.has(name.toLowerCase()) ? text(name) : name);
