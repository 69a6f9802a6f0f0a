// npm run export -- [--out FILE] [--from DAY] [--to DAY] [--organisation NAME]: every figure that counts now, reported and imported, as
// CSV; to the terminal without --out. Exit code 0: done; 3: refused; 4: something is to be said first.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { SettingWrong } from "#src/config";
import { answerExport, exportAsked, type ExportAsked } from "#src/app/figures/export-figures";
import { importParts } from "#src/app/tools/import-file";
import { runTool } from "#src/app/tools/run-tool";

const usage =
  "npm run export -- [--out FILE] [--from 2026-10-01] [--to 2026-12-31] [--organisation NAME]";
const text = { type: "string" } as const;

function question(): ExportAsked {
  const { values } = parseArgs({
    options: { out: text, from: text, to: text, organisation: text },
  });
  const asked = exportAsked.safeParse({
    ask: "export",
    out: values.out === undefined ? null : resolve(values.out),
    organisation: values.organisation ?? null,
    from: values.from ?? null,
    to: values.to ?? null,
  });
  if (asked.success) return asked.data;
  throw new SettingWrong(`--${asked.error.issues[0]?.path.join(" ")} is no day:\n${usage}`);
}

await runTool(question, (asked, opened) => answerExport(asked, importParts(opened)));
