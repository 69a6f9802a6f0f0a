// A workbook of some 5 MB that unpacks to 190 MB: what kills readers that hold a sheet whole is read row by row.
import { mkdtempSync, createReadStream, createWriteStream, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { writeXlsxStream } from "hucre";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tables } from "#adapters/files/index";
import type { GivenFile } from "#src/ports/tables";

const rows = 56_000;
const columns = 22;
const megabyte = 1024 * 1024;

let folder: string;
let file: GivenFile;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pacer-workbook-"));
  const path = join(folder, "big.xlsx");
  const sheet = writeXlsxStream(
    (function* () {
      for (let row = 0; row < rows; row++)
        yield Array.from(
          { length: columns },
          (_, column) =>
            `${"客户 customer of the northern region ".repeat(3)}${(row * column) % 97}`,
        );
    })(),
    { name: "Orders" },
  );
  await pipeline(Readable.fromWeb(sheet), createWriteStream(path));
  file = { name: "big.xlsx", bytes: statSync(path).size, open: () => createReadStream(path) };
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

it("is small packed, and its rows cost no more than a few at a time while whoever takes them is slow", async () => {
  expect(file.bytes).toBeLessThan(7 * megabyte);
  const before = process.memoryUsage().rss;
  let most = before;
  let read = 0;
  const table = await tables.open(file, { bytes: 20 * megabyte, rows: 2_000_000 });
  for await (const { cells } of table.rows()) {
    expect(cells).toHaveLength(columns);
    if (++read % 2_000 === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      most = Math.max(most, process.memoryUsage().rss);
    }
  }
  expect(read).toBe(rows);
  expect((most - before) / megabyte).toBeLessThan(200);
}, 60_000);

it("is refused where it has more rows than are taken, as soon as that many were read", async () => {
  const table = await tables.open(file, { bytes: 20 * megabyte, rows: 1_000 });
  const all = async () => {
    for await (const row of table.rows()) expect(row.line).toBeLessThanOrEqual(1_000);
  };
  await expect(all()).rejects.toMatchObject({ why: { problem: "too many rows", most: 1_000 } });
}, 60_000);
