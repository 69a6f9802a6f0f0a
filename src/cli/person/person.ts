// npm run person -- export <id> [--out FILE.zip] | erase <id> [--yes]: all that is kept about one person. Without --out and --yes it says
// what would be given or deleted, and does neither. Exit code 0: done; 3: refused.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { SettingWrong } from "#src/config";
import { answerPerson } from "#src/app/tools/person";
import { personAsked, type PersonAsked } from "#src/app/tools/person-asked";
import { runTool } from "#src/app/tools/run-tool";

const usage = "npm run person -- export <id> [--out FILE.zip] | erase <id> [--yes]";

function question(): PersonAsked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: "string" }, yes: { type: "boolean", default: false } },
  });
  const [verb, ...who] = positionals;
  const asked = personAsked.safeParse({
    ask: "person",
    verb,
    who: who.join(" "),
    out: values.out === undefined ? null : resolve(values.out),
    apply: values.yes,
  });
  if (asked.success) return asked.data;
  throw new SettingWrong(usage);
}

await runTool(question, answerPerson);
