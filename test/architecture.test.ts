// The rules of the house as a test: who may import whom, what no file may hold, how long a file and a function may be.
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

// Exceptions are written here, with their reason, and counted below.
const longFiles: Readonly<Record<string, string>> = {
  "src/calendar/holiday-data.ts": "data, a line for each place and year",
};
const longFunctions: Readonly<Record<string, string>> = {
  "src/practices/goals/messages/en.ts": "a catalogue is one object of sentences",
  "src/practices/goals/messages/zh.ts": "a catalogue is one object of sentences",
  "src/bot/messages/en.ts": "a catalogue is one object of sentences",
  "src/bot/messages/zh.ts": "a catalogue is one object of sentences",
  "src/practices/checkins/messages/en.ts": "a catalogue is one object of sentences",
  "src/practices/checkins/messages/zh.ts": "a catalogue is one object of sentences",
  "src/practices/feedback/messages/en.ts": "a catalogue is one object of sentences",
  "src/practices/feedback/messages/zh.ts": "a catalogue is one object of sentences",
  "src/practices/setup/messages/en.ts": "a catalogue is one object of sentences",
  "src/practices/setup/messages/zh.ts": "a catalogue is one object of sentences",
  "src/practices/recognition/messages/en.ts": "a catalogue is one object of sentences",
  "src/practices/recognition/messages/zh.ts": "a catalogue is one object of sentences",
  "adapters/web/messages/en.ts": "a catalogue is one object of sentences",
  "adapters/web/messages/zh.ts": "a catalogue is one object of sentences",
};
const ownTime: Readonly<Record<string, string>> = {
  "src/app/system.ts": "the real clock",
  "src/cli/holidays.ts": "computes the years around today, at development time",
  "db/embedded/lock.ts":
    "the beat of the folder's lock is compared with the file system's own times",
  "db/embedded/initdb.ts": "names a draft folder, so that two processes never share one",
};
const ownLibrary: Readonly<Record<string, readonly [library: string, why: string]>> = {
  "src/calendar/holidays.ts": [
    "node:module",
    "loads the holiday libraries, megabytes of data, when a country is first asked for",
  ],
};

const care = ["pulse", "mood", "one-on-ones", "feedback"];
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
const isComposing = (path: string): boolean =>
  path === "src/main.ts" || path.startsWith("src/cli/");

/** The same text at the same places with comments, strings, template text and regular expressions blanked, their quotes kept. */
function codeOf(text: string): string {
  const out = text.split("");
  const blank = (from: number, to: number): void => {
    for (let at = from; at < to; at++) if (out[at] !== "\n") out[at] = " ";
  };
  const until = (start: number, ends: (at: number) => boolean): number => {
    let at = start;
    while (at < text.length && !ends(at)) at += text[at] === "\\" ? 2 : 1;
    return at;
  };
  const templates: number[] = [];
  let depth = 0;
  let before = "";
  const template = (start: number): number => {
    const end = until(start, (at) => text[at] === "`" || text.startsWith("${", at));
    blank(start, end);
    if (text[end] === "`") return end + 1;
    templates.push(depth);
    return end + 2;
  };
  for (let at = 0; at < text.length;) {
    const char = text[at]!;
    const start = at;
    if (text.startsWith("//", at)) {
      at = until(at, (i) => text[i] === "\n");
      blank(start, at);
    } else if (text.startsWith("/*", at)) {
      at = text.indexOf("*/", at) + 2;
      blank(start, at);
    } else if (char === '"' || char === "'") {
      at = until(at + 1, (i) => text[i] === char) + 1;
      blank(start + 1, at - 1);
    } else if (char === "`") {
      at = template(at + 1);
    } else if (char === "}" && templates.at(-1) === depth) {
      templates.pop();
      at = template(at + 1);
    } else if (char === "/" && /(?:^|[(,=:[!&|?{};+*%<>~^-]|\breturn|\bcase|=>)$/.test(before)) {
      let set = false;
      at =
        until(at + 1, (i) => {
          if (text[i] === "[") set = true;
          if (text[i] === "]") set = false;
          return text[i] === "/" && !set;
        }) + 1;
      blank(start + 1, at - 1);
    } else {
      if (char === "{") depth++;
      if (char === "}") depth--;
      at++;
    }
    if (/\S/.test(out.slice(start, at).join("")))
      before = `${before}${out.slice(start, at).join("").trim()}`.slice(-8);
    else if (before !== "" && /\w$/.test(before))
      before = `${before} `.slice(-8).replace(/(\b(?:return|case)) $/, "$1");
  }
  return out.join("");
}

function importsOf({ path, text }: Source): Import[] {
  const code = codeOf(text);
  const found: Import[] = [];
  const pattern =
    /\b(?:import|export)\b(?<clause>[^;"'()=]*?)\bfrom\s*["']|\bimport\s*["']|\bimport\(\s*["']/g;
  for (const match of code.matchAll(pattern)) {
    const start = match.index + match[0].length;
    const specifier = text.slice(start, text.indexOf(text[start - 1]!, start));
    const clause = match.groups?.["clause"] ?? "";
    const named = /^\s*\{(?<names>[^}]*)\}\s*$/.exec(clause)?.groups?.["names"];
    const eachIsType =
      named !== undefined &&
      named.split(",").every((name) => name.trim() === "" || /^type\s/.test(name.trim()));
    const isTypeQuery =
      match[0].startsWith("import(") && !/\bawait\s*$/.test(code.slice(0, match.index));
    found.push({
      target: resolved(specifier, path),
      typeOnly: /^\s*type\b/.test(clause) || eachIsType || isTypeQuery,
    });
  }
  return found;
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
  if (isPackage(target)) {
    if (ownLibrary[path]?.[0] === target) return true;
    if (target.startsWith("node:")) return room.startsWith("adapters/") || room === "db";
    if (packageOf(target) === "node-cron") return path === "jobs/heartbeat.ts";
    return (libraries[room] ?? []).includes(packageOf(target));
  }
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
      return isIn(target, middle);
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

function isNeighbourly(target: string, path: string, needs: Needs): boolean {
  const [, , from] = path.split("/");
  const [, , to, file] = target.split("/");
  if (path === "src/practices/index.ts") return file === "index";
  if (from === to) return true;
  if (judgement.includes(from!) && care.includes(to!)) return false;
  return file === "api" && target.split("/").length === 4 && (needs.get(from!) ?? []).includes(to!);
}

interface Measured {
  readonly name: string;
  readonly lines: number;
}

/**
 * Lines of each function without those of the functions inside it: a createX that closes over verbs is a scope, not a long
 * function. Found by their braces, so an arrow without braces (a catalogue) counts by its parentheses; classes count by method.
 */
function functionsOf(text: string): Measured[] {
  const code = codeOf(text);
  const lines = code.split("\n");
  const lineAt = (at: number): number => code.slice(0, at).split("\n").length - 1;
  const open: { at: number; close: string; head: string | null; inner: number }[] = [];
  const measured: Measured[] = [];
  let depth = 0;
  for (let at = 0; at < code.length; at++) {
    const char = code[at]!;
    const isBody =
      char === "{" || (char === "(" && /=>\s*$/.test(code.slice(Math.max(0, at - 5), at)));
    if (isBody) {
      open.push({ at, close: char === "{" ? "}" : `)${depth}`, head: headAt(code, at), inner: 0 });
    }
    if (char === "(") depth++;
    if (char === ")") depth--;
    const last = open.at(-1);
    if (!last || (last.close === "}" ? char !== "}" : char !== ")" || last.close !== `)${depth}`))
      continue;
    open.pop();
    const span = lineAt(at) - lineAt(last.at) + 1;
    const holder = open.findLast((each) => each.head !== null);
    if (last.head === null) {
      if (holder) holder.inner += last.inner;
      continue;
    }
    const blanks = lines
      .slice(lineAt(last.at), lineAt(at) + 1)
      .filter((line) => line.trim() === "").length;
    measured.push({ name: last.head, lines: span - last.inner - (last.inner === 0 ? blanks : 0) });
    if (holder && span > 1) holder.inner += span;
  }
  return measured;
}

/** The name of the function whose body opens here, or null for another kind of block. */
function headAt(code: string, at: number): string | null {
  const before = code.slice(Math.max(0, at - 600), at).trimEnd();
  if (before.endsWith("=>"))
    return /(?:const|let)\s+(\w+)[^;{}]*=>$/s.exec(before)?.[1] ?? "an arrow";
  const head =
    /(?:^|[;{},\n])\s*((?:export\s+|async\s+|function\s+|static\s+)*[\w$]+\s*(?:<[^;{}]*>)?\([^;]*\)(?:\s*:[^;]*)?)$/s.exec(
      before,
    )?.[1];
  const name =
    head === undefined ? null : (/(?:function\s+)?([\w$]+)\s*(?:<|\()/.exec(head)?.[1] ?? null);
  return name === null ||
    ["if", "for", "while", "switch", "catch", "super", "return"].includes(name)
    ? null
    : name;
}

/** Everything that is wrong with one file, one sentence each. */
function problemsOf(source: Source, needs: Needs): string[] {
  const { path, text } = source;
  const code = codeOf(text);
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
  refuse(
    path !== "src/config.ts" && /\bprocess\s*(?:\.\s*env\b|\[|\?\.)/.test(code),
    "reads process.env",
  );
  refuse(
    !(path in ownTime) &&
      /\bDate\.now\b|\bnew Date\s*(?:\(\s*\)|(?![\w(\s]))|(?<!new\s)\bDate\(\)/.test(code),
    "asks the machine for the time",
  );
  refuse(
    path !== "src/app/system.ts" && /\bMath\.random\b/.test(code),
    "asks for chance on its own",
  );
  refuse(/(?<![.\w])any\b(?!\s*[:(])/.test(code), "says any");
  refuse(/@ts-(?:ignore|expect-error|nocheck)/.test(text), "silences the compiler");
  refuse(/\bexport\s+default\b|\bas\s+default\b/.test(code), "has a default export");
  refuse(!text.startsWith("// "), "has no header");
  refuse(
    text.trimEnd().split("\n").length > 300 && !(path in longFiles),
    "is longer than 300 lines",
  );
  for (const { name, lines } of functionsOf(text))
    refuse(lines > 60 && !(path in longFunctions), `has a function (${name}) of ${lines} lines`);
  return problems;
}

const root = packageRoot();
const sources: readonly Source[] = ["src", "adapters", "db", "jobs"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({
      path: `${folder}/${name.replaceAll("\\", "/")}`,
      text: readFileSync(join(root, folder, name), "utf8"),
    })),
);
const practiceNames = [
  ...new Set(sources.flatMap(({ path }) => /^src\/practices\/([^/]+)\//.exec(path)?.[1] ?? [])),
];
const needs: Needs = new Map(practiceNames.map((name) => [name, needsOf(name)]));

function needsOf(practice: string): string[] {
  const text =
    sources.find(({ path }) => path === `src/practices/${practice}/index.ts`)?.text ?? "";
  return [...(/\bneeds:\s*\[([^\]]*)\]/.exec(text)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(
    (match) => match[1]!,
  );
}

describe("the house", () => {
  it("keeps the rules of the house in every file", () => {
    expect(sources.flatMap((source) => problemsOf(source, needs))).toEqual([]);
  });

  it("was really read: files, imports and functions were found", () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(
      importsOf(sources.find(({ path }) => path === "src/bot/act/receive.ts")!).map(
        (each) => each.target,
      ),
    ).toEqual(
      expect.arrayContaining(["src/language/catalogue", "src/view/card", "src/bot/declare/errors"]),
    );
    expect(
      importsOf(sources.find(({ path }) => path === "src/bot/declare/actions.ts")!).map(
        (each) => each.target,
      ),
    ).toEqual(expect.arrayContaining(["zod", "src/view/action"]));
    const all = sources.flatMap(({ text }) => functionsOf(text));
    expect(all.length).toBeGreaterThan(500);
    expect(all.some(({ name, lines }) => name === "carryOut" && lines > 5)).toBe(true);
  });

  it("lists no exception that is not needed any more", () => {
    const listed = {
      longFiles: Object.keys(longFiles),
      longFunctions: Object.keys(longFunctions),
      ownTime: Object.keys(ownTime),
      ownLibrary: Object.keys(ownLibrary),
    };
    const find = (path: string): Source =>
      sources.find((each) => each.path === path) ?? { path, text: "" };
    const needed = {
      longFiles: listed.longFiles.filter((path) => find(path).text.split("\n").length > 300),
      longFunctions: listed.longFunctions.filter((path) =>
        functionsOf(find(path).text).some(({ lines }) => lines > 60),
      ),
      ownTime: listed.ownTime.filter((path) =>
        /Date\.now|new Date\(\)/.test(codeOf(find(path).text)),
      ),
      ownLibrary: listed.ownLibrary.filter((path) =>
        importsOf(find(path)).some(({ target }) => target === ownLibrary[path]![0]),
      ),
    };
    expect(needed).toEqual(listed);
  });

  it("has no way from feedback to a place where others read along", () => {
    const feedback = sources.filter(({ path }) => path.startsWith("src/practices/feedback/"));
    expect(feedback.length).toBeGreaterThan(10);
    expect(
      feedback
        .filter(({ text }) => /\.post\(|\bpost\b\s*[,}(]|to:\s*\{\s*place\b/.test(codeOf(text)))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it("has no circle among its practices, and needs only those that exist", () => {
    const reaches = (from: string, seen: readonly string[] = []): readonly string[] =>
      (needs.get(from) ?? []).flatMap((to) =>
        seen.includes(to) ? [to] : [to, ...reaches(to, [...seen, to])],
      );
    expect(practiceNames.filter((name) => reaches(name).includes(name))).toEqual([]);
    expect([...needs.values()].flat().filter((name) => !practiceNames.includes(name))).toEqual([]);
  });

  it.each(practiceNames)("has all the files of a practice in %s", (name) => {
    const wanted = ["index.ts", "actions.ts", "messages/en.ts", "messages/zh.ts"];
    expect(wanted.filter((file) => !existsSync(join(root, "src/practices", name, file)))).toEqual(
      [],
    );
    expect(sources.find(({ path }) => path === "src/practices/index.ts")!.text).toContain(
      `./${name}/index.ts`,
    );
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

  it.each(
    [
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
      ["src/main.ts", "const a = process.env.HOME;"],
      ["db/x.ts", 'const a = process["env"];'],
      ["db/x.ts", "const a = Date.now();"],
      ["adapters/web/x.ts", "const a = `at ${new Date()}`;"],
      ["jobs/x.ts", "const a = Math.random();"],
      ["src/bot/x.ts", "const a = (b: any) => b;"],
      ["src/bot/x.ts", "const a = b as any;"],
      ["src/bot/x.ts", "type A = Record<string, any>;"],
      ["src/bot/x.ts", "// @ts-ignore\nconst a = 1;"],
      ["src/bot/x.ts", "export default 1;"],
      ["src/bot/x.ts", "const a = 1;\n".repeat(300)],
      [
        "src/bot/x.ts",
        `export async function long(a: { b: string }): Promise<void> {\n${"  a();\n".repeat(60)}}`,
      ],
      ["src/bot/x.ts", `const made = () => ({\n${"  a: 1,\n".repeat(60)}});`],
      [
        "src/bot/x.ts",
        `const made = {\n  async verb(a) {\n    if (a) {\n${"  a();\n".repeat(60)}    }\n  },\n};`,
      ],
    ].map(([path, body]) => ({
      path: path!,
      body: body!,
      shown: body!.split("\n")[0]!.slice(0, 80),
    })),
  )("flags in $path: $shown", ({ path, body }) => {
    expect(check(path, body)).toHaveLength(1);
  });

  it("flags a file without a header", () => {
    expect(problemsOf({ path: "src/bot/x.ts", text: "const a = 1;\n" }, declared)).toEqual([
      "src/bot/x.ts has no header",
    ]);
  });

  it("lets pass what is allowed, and what only looks wrong inside a comment, a string or an expression", () => {
    const fine: readonly (readonly [string, string])[] = [
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
      [
        "src/bot/x.ts",
        '// any process.env, Date.now()\nconst a = "import x from \\"postgres\\"";\nconst b = `${[1].map((n) => `${n} any`)} Math.random()`;\nconst c = /["\'`]any/.test(a);\nconst d = new Date(5);',
      ],
      [
        "src/bot/x.ts",
        `export function createX() {\n${Array.from({ length: 20 }, (_, i) => `  function verb${i}() {\n    a();\n    b();\n    c();\n  }\n`).join("")}}`,
      ],
    ];
    expect(fine.flatMap(([path, body]) => check(path, body))).toEqual([]);
  });
});
