// What a chat or a page takes of a file; the command takes more.

export const mostFileBytes = 20 * 1024 * 1024;
export const fileLimits = { bytes: mostFileBytes, rows: 1_000_000 } as const;

/** What is read, whatever is in it: a name that ends otherwise is no table of anybody's. */
const endings = /\.(?:csv|tsv|txt|xlsx|xls|xlsm|htm|html)$/iu;
export const isTableName = (name: string): boolean => endings.test(name.trim());
