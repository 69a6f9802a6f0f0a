// npm run new-practice <name> [-- --zh 便签]: writes the skeleton of a practice (one verb, one table, a story in both languages) and prints
// the lines that wire it. Deleting what it wrote, and those lines, leaves nothing behind.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { zh: { type: "string" } },
});
const [name = ""] = positionals;
if (!/^[a-z][a-z0-9]{2,30}$/.test(name)) {
  process.stderr.write("npm run new-practice <name>: a name of small letters, such as notes.\n");
  process.exit(2);
}
const Name = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
const zh = values.zh ?? `${name}记`;

const files: Readonly<Record<string, string>> = {
  [`src/practices/${name}/index.ts`]: `// ${Name} ${zh}: one line a person keeps for themselves.
import { committed, replace, show, type Answer } from "#src/bot/declare/answer";
import { rest } from "#src/bot/declare/arguments";
import { Refusal } from "#src/bot/declare/errors";
import { practiceOf, type Context } from "#src/bot/declare/practice";
import { countGraphemes } from "#src/language/text";
import { clear${Name} } from "./actions.ts";
import { en, type ${Name}Messages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import type { ${Name}Store } from "./store.ts";
import { lineCard } from "./${name}-card.ts";

interface ${Name}Stores {
  readonly ${name}: ${Name}Store;
}
type ${Name}Context = Context<${Name}Messages, ${Name}Stores>;

const longestLine = 500;

const { practice, command, press } = practiceOf<${Name}Messages, ${Name}Stores>();

export const ${name} = practice({
  name: "${name}",
  group: "own",
  switched: "always on",
  messages: { en, zh },
  stores: { ${name}: true },
  needs: [],
  commands: [
    command({
      name: "${name}.keep",
      words: { en: ["${name}"], zh: ["${zh}"] },
      help: (t) => t.help(),
      args: { line: rest() },
      handle: ({ line }, context) => (line === "" ? showLine(context) : keepLine(line, context)),
    }),
  ],
  actions: [press(clear${Name}, "everyone", (_payload, context) => clearLine(context))],
  forms: [],
  home: [],
  upkeep: [],
  nudges: [],
  samples: [
    { name: "kept", view: (t) => lineCard("Call Acme", t) },
    { name: "nothing kept", view: (t) => lineCard(null, t) },
  ],
});

async function showLine({ stores, person, t }: ${Name}Context): Promise<Answer> {
  return show(lineCard(await stores.${name}.of(person.id), t));
}

async function keepLine(line: string, { stores, person, t }: ${Name}Context): Promise<Answer> {
  if (countGraphemes(line) > longestLine) throw new Refusal(t.tooLong(longestLine));
  await stores.${name}.keep(person.id, line);
  return committed(show(lineCard(line, t)));
}

async function clearLine({ stores, person, t }: ${Name}Context): Promise<Answer> {
  await stores.${name}.clear(person.id);
  return committed(replace(lineCard(null, t)));
}
`,
  [`src/practices/${name}/actions.ts`]: `// Buttons of ${name}.
import { z } from "zod";
import { defineAction } from "#src/view/action";

export const clear${Name} = defineAction("${name}.clear", 1, z.object({}));
`,
  [`src/practices/${name}/store.ts`]: `// What ${name} keep.
import type { PersonId } from "#src/people/person";

export interface ${Name}Store {
  of(person: PersonId): Promise<string | null>;
  /** In place of an earlier one. */
  keep(person: PersonId, line: string): Promise<void>;
  clear(person: PersonId): Promise<void>;
}
`,
  [`src/practices/${name}/${name}-card.ts`]: `// The line somebody keeps, or that there is none.
import { button, card, text, type Card } from "#src/view/card";
import { said } from "#src/view/line";
import { clear${Name} } from "./actions.ts";
import type { ${Name}Messages } from "./messages/en.ts";

export const lineCard = (line: string | null, t: ${Name}Messages): Card =>
  line === null
    ? card({ title: t.nothingKept(), sees: t.onlyYou() })
    : card({
        title: t.kept(),
        body: [text(said(line))],
        buttons: [button(t.clear(), clear${Name}({}), "quiet")],
        sees: t.onlyYou(),
      });
`,
  [`src/practices/${name}/messages/en.ts`]: `// What ${name} say in English.
import type { Formatter } from "#src/language/format";
import { line, typed, type Line } from "#src/view/line";

export type ${Name}Messages = ReturnType<typeof en>;

export const en = (_f: Formatter) => ({
  kept: (): Line => line\`Kept\`,
  nothingKept: (): Line => line\`Nothing kept yet. Write \${typed("${name} call Acme")}.\`,
  clear: (): Line => line\`Clear\`,
  tooLong: (most: number): Line => line\`Please keep it under \${String(most)} characters.\`,
  onlyYou: (): Line => line\`Only you see this\`,
  help: () => ({
    does: line\`Keep one line for yourself\`,
    usage: "${name} [line]",
    example: "${name} call Acme",
  }),
});
`,
  [`src/practices/${name}/messages/zh.ts`]: `// ${Name} 的中文。
import type { Formatter } from "#src/language/format";
import { line, typed } from "#src/view/line";
import type { ${Name}Messages } from "./en.ts";

export const zh = (_f: Formatter): ${Name}Messages => ({
  kept: () => line\`记下了\`,
  nothingKept: () => line\`还没有记下什么。可以发 \${typed("${zh} 回访客户")}。\`,
  clear: () => line\`清空\`,
  tooLong: (most) => line\`请控制在 \${String(most)} 字以内。\`,
  onlyYou: () => line\`仅你可见\`,
  help: () => ({
    does: line\`给自己记一句话\`,
    usage: "${zh} [内容]",
    example: "${zh} 回访客户",
  }),
});
`,
  [`db/schema/practices/${name}.ts`]: `// One line a person keeps.
import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { ofOrganisation } from "../tenant.ts";

export const ${name}Line = pgTable(
  "${name}_line",
  { ...ofOrganisation(), personId: uuid("person_id").notNull(), line: text("line").notNull() },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] })],
);
`,
  [`db/stores/${name}.ts`]: `// One line a person keeps, in the place of an earlier one.
import { and, eq } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { ${Name}Store } from "#src/practices/${name}/store";
import type { Tx } from "../client.ts";
import { ${name}Line } from "../schema/practices/${name}.ts";

export function create${Name}Store(tx: Tx, organisationId: string): ${Name}Store {
  const of = (person: PersonId) =>
    and(eq(${name}Line.organisationId, organisationId), eq(${name}Line.personId, person));
  return {
    async of(person) {
      const [found] = await tx.select().from(${name}Line).where(of(person));
      return found?.line ?? null;
    },
    async keep(personId, line) {
      await tx
        .insert(${name}Line)
        .values({ organisationId, personId, line })
        .onConflictDoUpdate({
          target: [${name}Line.organisationId, ${name}Line.personId],
          set: { line },
        });
    },
    async clear(person) {
      await tx.delete(${name}Line).where(of(person));
    },
  };
}
`,
  [`test/conversations/${name}.test.ts`]: `// A line somebody keeps for themselves, in both languages.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
beforeEach(async () => void (system = await startSystem()));
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

describe("a kept line", () => {
  it("is shown again, and gone once it is cleared", async () => {
    const rep = system.who("renke");
    await rep.says("${name} call Acme");
    await rep.says("${name}");
    await rep.sees(/call Acme/);
    await rep.presses("Clear");
    await rep.says("${name}");
    await rep.sees(/Nothing kept yet/);
  });

  it("is kept in Chinese as well, and nobody else sees it", async () => {
    const rep = system.who("linxiao");
    await rep.says("${zh} 回访客户");
    await rep.sees(/记下了/);
    const other = system.who("renke");
    await other.says("${name}");
    await other.sees(/Nothing kept yet/);
  });

  it("that is too long is refused with a sentence", async () => {
    const rep = system.who("renke");
    await rep.says(\`${name} \${"x".repeat(501)}\`);
    await rep.sees(/under 500 characters/);
  });
});
`,
};

const there = Object.keys(files).filter((path) => existsSync(path));
if (there.length > 0) {
  process.stderr.write(`${there.join(", ")} is there already: choose another name.\n`);
  process.exit(2);
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
process.stdout.write(`${Object.keys(files).join("\n")}

Add, each in its place:
  src/practices/index.ts   import { ${name} } from "./${name}/index.ts";   and   ${name},   at the end of the list
  db/stores/index.ts       readonly ${name}: ${Name}Store;   in AllStores, and   ${name}: create${Name}Store(tx, id),   in storesOn
  db/privacy/practice-tables.ts     ${name}_line: { subject: "person_id", class: "work", exported: "row", erase: gone, retention: whileHere },
Then: npm run generate -- --name ${name}, and npm run format
`);
