// npm run import -- FILE [--apply] ...: numbers from a file, as facts with a source. Without --apply it says what would come of it and
// stores nothing. Exit code 0: stored, or nothing against it; 2: some rows rejected; 3: refused; 4: something is to be said first.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { SettingWrong } from "#src/config";
import { importAsked, type ImportAsked } from "#src/app/tools/import-asked";
import { answerImport, importParts } from "#src/app/tools/import-file";
import { runTool } from "#src/app/tools/run-tool";

const usage = `npm run import -- FILE [--apply] [--skip-rejected] [--metric revenue] [--source orders] [--organisation NAME]
  [--map amount=C --map day=A --map owner=B] [--header-row 3] [--sheet NAME] [--encoding gb18030]
  [--dates dmy|mdy|ymd] [--decimal ,] [--unit 10000] [--won WORD] [--lost WORD] [--json]
  [--deals] for a file of deals: name, stage, close day, next step, last activity`;

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;

function question(): ImportAsked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      metric: text,
      organisation: text,
      source: text,
      map: { type: "string", multiple: true },
      "header-row": text,
      dates: text,
      decimal: text,
      unit: text,
      encoding: text,
      sheet: text,
      won: { type: "string", multiple: true },
      lost: { type: "string", multiple: true },
      apply: flag,
      deals: flag,
      "skip-rejected": flag,
      json: flag,
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new SettingWrong(usage);
  const asked = importAsked.safeParse({
    ask: "import",
    file: resolve(file),
    metric: values.metric ?? null,
    organisation: values.organisation ?? null,
    source: values.source ?? null,
    columns:
      values.map === undefined
        ? null
        : Object.fromEntries(values.map.map((each) => each.split("=", 2))),
    headerRow: values["header-row"] === undefined ? null : Number(values["header-row"]),
    dates: values.dates ?? null,
    decimal: values.decimal ?? null,
    unit: values.unit ?? null,
    encoding: values.encoding ?? null,
    sheet: values.sheet ?? null,
    won: values.won ?? null,
    lost: values.lost ?? null,
    apply: values.apply,
    deals: values.deals,
    skipRejected: values["skip-rejected"],
    json: values.json,
  });
  if (asked.success) return asked.data;
  const wrong = asked.error.issues[0]?.path.join(" ") ?? "";
  throw new SettingWrong(`--${wrong.replace("columns", "map")} is not understood:\n${usage}`);
}

await runTool(question, (asked, opened) => answerImport(asked, importParts(opened)));
