// Which figures: `npm run bench` prints all, `npm run bench -- log`, `-- goal`, `-- centre`, `-- slack`, `-- lark`, `-- import`, `-- beat` or one part of the beat (tick, ring, rate) only those.
import { loadavg } from "node:os";
import { postgresUrl } from "./subjects.ts";
import { centre } from "./centre.ts";
import { goal } from "./goal.ts";
import { importFile } from "./import.ts";
import { lark } from "./lark.ts";
import { log } from "./log.ts";
import { rate } from "./rate.ts";
import { slack } from "./slack.ts";
import { ring, tickOfMany } from "./beat.ts";

const parts = { log, goal, centre, slack, lark, tick: tickOfMany, ring, rate, import: importFile };
type Part = keyof typeof parts;

const all = Object.keys(parts) as Part[];
const named: Readonly<Record<string, readonly Part[]>> = {
  beat: ["tick", "ring", "rate"],
  ...Object.fromEntries(all.map((part) => [part, [part]])),
};
const given = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const unknown = given.filter((each) => !(each in named));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(", ")}: say ${Object.keys(named).join(", ")}, or nothing for all.`,
  );
  process.exit(2);
}

const chosen = given.length === 0 ? all : given.flatMap((each) => named[each]!);
for (const part of new Set(chosen)) {
  console.log(
    `\n${part} (${new Date().toISOString()}, load ${loadavg()
      .map((each) => each.toFixed(1))
      .join(" ")}, PostgreSQL at ${new URL(postgresUrl).host})`,
  );
  await parts[part]();
}
