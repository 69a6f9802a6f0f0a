// Brings a file as the operator's command does, for stories about imported figures.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importAsked } from "#src/app/tools/import-asked";
import { answerImport } from "#src/app/tools/import-file";
import { createChance } from "#src/app/system";
import type { System } from "#test/support/story/system";

const nothing = {
  ask: "import",
  metric: null,
  organisation: null,
  source: null,
  columns: null,
  headerRow: null,
  dates: null,
  decimal: null,
  unit: null,
  encoding: null,
  sheet: null,
  won: null,
  lost: null,
  apply: true,
  skipRejected: false,
  json: false,
};

export async function bring(system: System, lines: readonly string[], more: object = {}) {
  const folder = mkdtempSync(join(tmpdir(), "pacer-import-"));
  try {
    const file = join(folder, "orders.csv");
    writeFileSync(file, `${lines.join("\n")}\n`);
    return await answerImport(importAsked.parse({ ...nothing, file, ...more }), {
      stores: system.stores,
      now: () => system.clock.now(),
      newId: () => createChance().id(),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
