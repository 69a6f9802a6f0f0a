// What a linter cannot say of the house: who may import whom, where a chat platform or a CRM may be named, that every file says what it holds, and
// that what is written about the code names paths and scripts that exist. Sizes and single rules of the language are .oxlintrc.json's.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "#db/package-root";

interface Source {
  readonly path: string;
  readonly text: string;
}

interface Import {
  /** A path from the package root without `.ts`, or a package's name. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Practice to the neighbours its `needs` names. */
type Needs = ReadonlyMap<string, readonly string[]>;

// Exceptions are written here, with their reason; one that is not needed any more fails.
const ownTime: Readonly<Record<string, string>> = {
  "src/app/system.ts": "the real clock",
  "src/cli/holidays.ts": "computes the years around today, at development time",
  "db/embedded/lock.ts": "compares the beat of the folder's lock with the file system's own times",
  "db/embedded/initdb.ts": "names a draft folder, so that two processes never share one",
};
const ownLibrary: Readonly<Record<string, readonly [library: string, why: string]>> = {
  "src/config.ts": ["node:fs", "a secret may stand in a file of its own"],
  "src/calendar/holidays.ts": ["node:module", "loads China's data when China is first asked for"],
};

const care = ["pulse", "mood", "oneonones", "feedback"];
const judgement = ["reviews", "ranking", "pay"];

const ground = ["src/view", "src/language", "src/calendar"];
const middle = [...ground, "src/people", "src/ports"];
const libraries: Readonly<Record<string, readonly string[]>> = {
  "src/view": ["zod"],
  "src/language": ["zod", "big.js", "chrono-node"],
  "src/calendar": ["zod", "chinese-days"],
  "src/people": ["zod", "pinyin-pro"],
  "src/ports": ["zod"],
  "src/bot": ["zod"],
  "src/practices": ["zod"],
  "src/config": ["zod"],
  "adapters/crm": ["zod"],
  "adapters/files": ["papaparse", "hucre", "node-html-parser"],
  "adapters/web": ["zod", "hono"],
  "adapters/lark": ["zod", "hono", "@larksuiteoapi/node-sdk"],
  "adapters/slack": ["zod", "hono", "@slack/bolt"],
  db: ["drizzle-orm", "postgres", "@electric-sql/pglite", "zod"],
};

const isIn = (path: string, folders: readonly string[]): boolean =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const isPackage = (target: string): boolean => !/^(?:src|adapters|db|jobs|test)\//.test(target);
const packageOf = (target: string): string =>
  target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
/** The composition may import everything and name every platform. */
const isComposing = (path: string): boolean =>
  path === "src/main.ts" || isIn(path, ["src/app", "src/cli"]);

/** The formatter puts every import at the beginning of a line. */
function importsOf({ path, text }: Source): Import[] {
  const statements = text.matchAll(
    /^(?:import|export)(?<clause>\s[^;"]*?)?\sfrom "(?<from>[^"]+)";|^import "(?<bare>[^"]+)";/gm,
  );
  const asked = text.matchAll(/\bimport\("(?<from>[^"]+)"\)/g);
  return [
    ...Array.from(statements, ({ groups }) => {
      const clause = groups?.["clause"]?.trim() ?? "";
      const named = /^\{(?<names>[^}]*)\}$/.exec(clause)?.groups?.["names"];
      const eachIsType = named?.split(",").every((name) => /^\s*(?:type\s.*)?$/s.test(name));
      const from = groups?.["from"] ?? groups?.["bare"] ?? "";
      const typeOnly = /^type\s/.test(clause) || eachIsType === true;
      return { target: resolved(from, path), typeOnly };
    }),
    ...Array.from(asked, ({ groups }) => ({
      target: resolved(groups!["from"]!, path),
      typeOnly: false,
    })),
  ];
}

function resolved(specifier: string, from: string): string {
  const name = specifier.replace(/\.ts$/, "");
  if (name.startsWith("#")) return name.slice(1);
  return name.startsWith(".") ? posix.join(posix.dirname(from), name) : name;
}

/** Which room of the house a file is in. */
function roomOf(path: string): string {
  if (path.startsWith("db/")) return "db";
  if (path.startsWith("jobs/")) return "jobs";
  return path.split("/").slice(0, 2).join("/").replace(/\.ts$/, "");
}

function isAllowed({ target, typeOnly }: Import, path: string, needs: Needs): boolean {
  const room = roomOf(path);
  if (isPackage(target)) return isAllowedPackage(target, path);
  if (isIn(target, [room]) && room !== "src/practices") return true;
  if (room.startsWith("adapters/"))
    return (
      isIn(target, [...ground, "src/ports"]) ||
      (typeOnly && isIn(target, ["src/bot", "src/people"]))
    );
  switch (room) {
    case "src/view":
    case "src/language":
    case "src/calendar":
      return isIn(target, ground);
    case "src/people":
    case "src/ports":
    case "src/bot":
      return isIn(target, middle);
    case "src/practices":
      return isIn(target, [...middle, "src/bot"]) || isNeighbourly(target, path, needs);
    case "db":
      return (
        isIn(target, ["src/ports", "src/people", "src/calendar", "src/language"]) ||
        (typeOnly && isIn(target, ["src/view"])) ||
        /^src\/practices\/[^/]+\/(?:store|model|api)$/.test(target)
      );
    case "jobs":
      return isIn(target, ["src/bot", "src/ports", "src/calendar"]);
    default:
      return false;
  }
}

function isAllowedPackage(target: string, path: string): boolean {
  const room = roomOf(path);
  if (ownLibrary[path]?.[0] === target) return true;
  if (target.startsWith("node:")) return room.startsWith("adapters/") || room === "db";
  if (packageOf(target) === "node-cron") return path === "jobs/heartbeat.ts";
  return (libraries[room] ?? []).includes(packageOf(target));
}

function isNeighbourly(target: string, path: string, needs: Needs): boolean {
  const [, , from] = path.split("/");
  const [, , to, file] = target.split("/");
  if (path === "src/practices/index.ts") return file === "index";
  if (from === to) return true;
  if (judgement.includes(from!) && care.includes(to!)) return false;
  const isApi = file === "api" && target.split("/").length === 4;
  return isApi && (needs.get(from!) ?? []).includes(to!);
}

/** Comments may speak of it. */
const asksForTime = (text: string): boolean =>
  /\bnew Date\(\)|\bDate\.now\(/.test(text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, ""));

/** Everything that is wrong with one file, one sentence each. */
function problemsOf(source: Source, needs: Needs): string[] {
  const { path, text } = source;
  const problems: string[] = [];
  const refuse = (wrong: boolean, why: string): void =>
    void (wrong && problems.push(`${path} ${why}`));
  if (!isComposing(path))
    for (const each of importsOf(source))
      refuse(
        !isAllowed(each, path, needs),
        `imports ${each.target}${each.typeOnly ? " (types)" : ""}`,
      );
  const isCore = path.startsWith("src/") && !isComposing(path) && path !== "src/config.ts";
  refuse(isCore && /slack|lark|feishu/i.test(text), "names a chat platform");
  refuse(isCore && /zoho|fxiaoke|纷享/i.test(text), "names a CRM");
  refuse(!(path in ownTime) && asksForTime(text), "asks the machine for the time");
  refuse(!text.startsWith("// "), "does not begin with a line that says what it holds");
  return problems;
}

const root = packageRoot();
const filesBelow = (folder: string, ends: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ends))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
const sources: readonly Source[] = ["src", "adapters", "db", "jobs"]
  .flatMap((folder) => filesBelow(folder, ".ts"))
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
const practiceNames = [
  ...new Set(sources.flatMap(({ path }) => /^src\/practices\/([^/]+)\//.exec(path)?.[1] ?? [])),
];
const needs: Needs = new Map(practiceNames.map((name) => [name, needsOf(name)]));

function needsOf(practice: string): string[] {
  const text = sources.find(({ path }) => path === `src/practices/${practice}/index.ts`)?.text;
  const list = /\bneeds:\s*\[([^\]]*)\]/.exec(text ?? "")?.[1] ?? "";
  return Array.from(list.matchAll(/"([^"]+)"/g), (match) => match[1]!);
}

describe("the house", () => {
  it("keeps the rules of the house in every file", () => {
    expect(sources.flatMap((source) => problemsOf(source, needs))).toEqual([]);
  });

  it("was really read: files and imports were found", () => {
    expect(sources.length).toBeGreaterThan(100);
    const targets = (path: string): readonly string[] =>
      importsOf(sources.find((each) => each.path === path)!).map((each) => each.target);
    expect(targets("src/bot/act/receive.ts")).toEqual(
      expect.arrayContaining(["src/ports/stores", "src/bot/act/open", "src/bot/declare/errors"]),
    );
    expect(targets("src/bot/declare/actions.ts")).toEqual(
      expect.arrayContaining(["zod", "src/view/action"]),
    );
  });

  it("lists no exception that is not needed any more", () => {
    const find = (path: string): Source =>
      sources.find((each) => each.path === path) ?? { path, text: "" };
    expect(Object.keys(ownTime).filter((path) => !asksForTime(find(path).text))).toEqual([]);
    const imports = (path: string) => importsOf(find(path)).map(({ target }) => target);
    const idle = Object.entries(ownLibrary).filter(
      ([path, [name]]) => !imports(path).includes(name),
    );
    expect(idle).toEqual([]);
  });

  it("has at most a dozen files in a folder", () => {
    const count = new Map<string, number>();
    for (const path of [...sources.map((each) => each.path), ...filesBelow("test", ".ts")]) {
      const folder = posix.dirname(path);
      count.set(folder, (count.get(folder) ?? 0) + 1);
    }
    expect([...count].filter(([, files]) => files > 12)).toEqual([]);
  });

  it("has no way from feedback to a place where others read along", () => {
    const feedback = sources.filter(({ path }) => path.startsWith("src/practices/feedback/"));
    expect(feedback.length).toBeGreaterThan(10);
    const posts = feedback.filter(({ text }) =>
      /\.post\(|\bpost\b\s*[,}(]|to:\s*\{\s*place\b/.test(text),
    );
    expect(posts.map(({ path }) => path)).toEqual([]);
  });

  it("has no circle among its practices, and needs only those that exist", () => {
    const reaches = (from: string, seen: readonly string[] = []): readonly string[] =>
      (needs.get(from) ?? []).flatMap((to) =>
        seen.includes(to) ? [to] : [to, ...reaches(to, [...seen, to])],
      );
    expect(practiceNames.filter((name) => reaches(name).includes(name))).toEqual([]);
    expect([...needs.values()].flat().filter((name) => !practiceNames.includes(name))).toEqual([]);
  });

  it.each(practiceNames)("lists %s in the table of contents", (name) => {
    expect(existsSync(join(root, "src/practices", name, "index.ts"))).toBe(true);
    expect(sources.find(({ path }) => path === "src/practices/index.ts")!.text).toContain(
      `./${name}/index.ts`,
    );
  });
});

describe("what is written about the code", () => {
  const prose = [
    ...["README.md", "CONTRIBUTING.md"].filter((name) => existsSync(join(root, name))),
    ...filesBelow("docs", ".md"),
  ];
  const scripts = Object.keys(
    (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object }).scripts,
  );
  const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

  it.each(prose)("names only paths that exist, in %s", (path) => {
    const named = textOf(path).matchAll(
      /(?<![\w/.-])(?:src|adapters|db|jobs|test|bench|docs|assets)\/[\w./-]*[\w/]/g,
    );
    const missing = [...new Set(Array.from(named, ([name]) => name))].filter(
      (name) => !existsSync(join(root, name)) && !existsSync(join(root, `${name}.test.ts`)),
    );
    expect(missing).toEqual([]);
  });

  it.each(prose)("links only to files that exist, in %s", (path) => {
    const linked = Array.from(textOf(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g), ([, to]) => to!);
    const missing = linked.filter((to) => !existsSync(join(root, posix.dirname(path), to)));
    expect(missing).toEqual([]);
  });

  it.each(prose)("names only scripts that exist, in %s", (path) => {
    const named = Array.from(
      textOf(path).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g),
      ([, name]) => name!,
    );
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe("the checker itself", () => {
  const declared: Needs = new Map([
    ["goals", ["setup"]],
    ["setup", []],
    ["ranking", ["mood"]],
  ]);
  const check = (path: string, body: string): string[] =>
    problemsOf({ path, text: `// A made-up file.\n${body}\n` }, declared);

  it.each([
    ["src/view/x.ts", 'import { a } from "#src/people/person";'],
    ["src/view/x.ts", 'import { readFileSync } from "node:fs";'],
    ["src/language/x.ts", 'import type { a } from "../ports/clock.ts";'],
    ["src/people/x.ts", 'import type { a } from "#src/bot/declare/answer";'],
    ["src/ports/x.ts", 'import { a } from "#src/bot/declare/answer";'],
    ["src/bot/x.ts", 'import { a } from "#src/practices/goals/api";'],
    ["src/bot/x.ts", 'import {\n  a,\n  b,\n} from "drizzle-orm";'],
    ["src/bot/x.ts", 'export * from "#db/client";'],
    ["src/bot/x.ts", 'const a = await import("postgres");'],
    ["src/bot/x.ts", 'import "../../jobs/deliver.ts";'],
    ["src/practices/goals/x.ts", 'import { a } from "#src/practices/setup/model";'],
    ["src/practices/goals/x.ts", 'import type { a } from "../setup/store.ts";'],
    ["src/practices/setup/x.ts", 'import { a } from "#src/practices/goals/api";'],
    ["src/practices/goals/x.ts", 'import { a } from "#src/practices/setup/inside/api";'],
    ["src/practices/ranking/x.ts", 'import { a } from "#src/practices/mood/api";'],
    ["src/practices/goals/x.ts", 'import { a } from "node-cron";'],
    ["src/config.ts", 'import { a } from "#db/client";'],
    ["adapters/web/x.ts", 'import { a } from "#src/bot/index";'],
    ["adapters/web/x.ts", 'import { type A, b } from "#src/bot/index";'],
    ["adapters/web/x.ts", 'import { a } from "#src/people/person";'],
    ["adapters/web/x.ts", 'import type { a } from "#src/practices/goals/api";'],
    ["adapters/web/x.ts", 'import type { a } from "#db/client";'],
    ["adapters/web/x.ts", 'import { a } from "../slack/index.ts";'],
    ["adapters/web/x.ts", 'import { a } from "@larksuiteoapi/node-sdk";'],
    ["db/x.ts", 'import { a } from "#src/practices/goals/rules";'],
    ["db/x.ts", 'import { card } from "#src/view/card";'],
    ["db/x.ts", 'import type { a } from "#src/bot/declare/answer";'],
    ["db/stores/x.ts", 'import { a } from "#jobs/deliver";'],
    ["jobs/x.ts", 'import { a } from "#db/client";'],
    ["jobs/x.ts", 'import { schedule } from "node-cron";'],
    ["jobs/heartbeat.ts", 'import { a } from "#src/practices/index";'],
    ["src/bot/x.ts", "// as Slack does"],
    ["src/bot/x.ts", 'const a = "feishu";'],
    ["src/practices/sync/x.ts", 'const a = "zoho";'],
    ["db/x.ts", "const a = Date.now();"],
    ["adapters/web/x.ts", "const a = `at ${new Date()}`;"],
  ])("flags in %s: %s", (path, body) => {
    expect(check(path, body)).toHaveLength(1);
  });

  it("flags a file without a header", () => {
    expect(problemsOf({ path: "src/bot/x.ts", text: "const a = 1;\n" }, declared)).toHaveLength(1);
  });

  it.each([
    [
      "src/practices/goals/x.ts",
      'import type { A } from "#src/practices/setup/api";\nimport { z } from "zod";\nimport { b } from "./model.ts";',
    ],
    [
      "adapters/web/x.ts",
      'import { type A, type B } from "#src/bot/api";\nimport { Hono } from "hono";\nimport { join } from "node:path";',
    ],
    [
      "db/stores/x.ts",
      'import type { Card } from "#src/view/card";\nimport { sql } from "drizzle-orm/pg-core";\nimport { a } from "#src/practices/goals/model";',
    ],
    ["jobs/heartbeat.ts", 'import { schedule } from "node-cron";'],
    ["src/main.ts", 'import { a } from "#db/client";\nimport { b } from "@slack/bolt";'],
    ["src/bot/x.ts", 'const a = "import x from \\"postgres\\"";\nconst d = new Date(5);'],
  ])("lets pass what is allowed in %s", (path, body) => {
    expect(check(path, body)).toEqual([]);
  });
});
