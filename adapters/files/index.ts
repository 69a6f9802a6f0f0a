// A file becomes a table by what is in it, whatever its name says.
import { TableRefused, type Table, type Tables } from "#src/ports/tables";
import { headOf } from "./decode.ts";
import { openDelimited } from "./delimited.ts";
import { openPage } from "./page.ts";
import { openWorkbook } from "./workbook.ts";

const beginsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte);

/** Old Excel's own container: .xls, and every workbook with a password. */
const container = [0xd0, 0xcf, 0x11, 0xe0];
const zip = [0x50, 0x4b, 0x03, 0x04];
const encrypted = "EncryptedPackage";

export const tables: Tables = {
  async open(file, limits, hints = {}) {
    if (file.bytes > limits.bytes)
      throw new TableRefused({ problem: "too big", most: limits.bytes });
    const head = await headOf(file, 4096);
    if (head.length === 0) throw new TableRefused({ problem: "empty" });
    if (beginsWith(head, ...zip)) return inTurns(await openWorkbook(file, limits, hints.sheet));
    if (beginsWith(head, ...container))
      throw new TableRefused({
        problem: (await holds(file, encrypted)) ? "locked" : "old workbook",
      });
    const isPage = /^\s*(?:<!doctype html|<html|<table|<meta|<\?xml[^>]*>\s*<html)/iu.test(
      latin(head),
    );
    return inTurns(
      await (isPage ? openPage(file, limits) : openDelimited(file, limits, hints.encoding)),
    );
  },
};

/** Whoever talks to the bot meanwhile comes in between: an act asks the database nine times, and each time would wait for all that was read. */
const inOneTurn = 25;

const inTurns = (table: Table): Table => ({
  ...table,
  async *rows() {
    let read = 0;
    for await (const row of table.rows()) {
      if (++read % inOneTurn === 0) await new Promise((resolve) => setImmediate(resolve));
      yield row;
    }
  },
});

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("latin1")
    .replace(/^(?:ï»¿|ÿþ|þÿ)/u, "")
    .replaceAll("\0", "");

/** Its directory is written in UTF-16. */
async function holds(file: Parameters<Tables["open"]>[0], word: string): Promise<boolean> {
  return Buffer.from(await headOf(file, 1024 * 1024)).includes(Buffer.from(word, "utf16le"));
}
