import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRegistry } from "#src/bot/declare/registry";
import { editDistance } from "#src/language/edit-distance";
import { practices } from "#src/practices/index";

const registry = createRegistry(practices);
const { words } = registry;
const declared = registry.commands.flatMap((command) =>
  (["en", "zh"] as const).flatMap((locale) =>
    command.words[locale].map((word) => ({ name: command.declaration.name, locale, word })),
  ),
);

const heard = (line: string) => {
  const found = words.recognise(line);
  return (
    found && {
      name: found.command.declaration.name,
      word: found.word,
      rest: found.rest,
      glued: found.glued,
    }
  );
};
const meant = (line: string) => {
  const found = words.nearest(line);
  return found && `${found.command.declaration.name}: ${found.word} ${found.rest}`.trim();
};

describe("recognising a verb", () => {
  it.each(declared)("$word is $name", ({ name, word }) => {
    expect(heard(word)).toEqual({ name, word, rest: "", glued: false });
    expect(heard(word.toUpperCase())).toMatchObject({ name, rest: "" });
    expect(heard(`/${word}`)).toMatchObject({ name, word, rest: "" });
    expect(heard(`${word} 12万 x`)).toMatchObject({ name, word, rest: "12万 x", glued: false });
  });

  it.each([
    ["goal split G7", "goals.split", "goal split", "G7"],
    ["goal G7", "goals.one", "goal", "G7"],
    ["goals", "goals.mine", "goals", ""],
    ["goal new revenue 100k", "goals.new", "goal new", "revenue 100k"],
    ["目标体检 G7", "goals.check", "目标体检", "G7"],
    ["目标体检G7", "goals.check", "目标体检", "G7"],
    ["目标 新建 回款", "goals.new", "目标 新建", "回款"],
    ["目标", "goals.mine", "目标", ""],
    ["累计报52万", "goals.total", "累计报", "52万"],
    ["累计52万", "goals.total", "累计", "52万"],
    ["log total 520k", "goals.total", "log total", "520k"],
    ["我的目标", "goals.mine", "我的目标", ""],
    ["我的记录", "goals.history", "我的记录", ""],
    ["我的", "house.home", "我的", ""],
  ])("%s is %s, since the longest verb wins", (line, name, word, rest) => {
    expect(heard(line)).toMatchObject({ name, word, rest });
  });

  it.each([
    ["报12万", "goals.log", "12万"],
    ["报数12万", "goals.log", "12万"],
    ["log12万", "goals.log", "12万"],
    ["log+5", "goals.log", "+5"],
    ["log¥5万", "goals.log", "¥5万"],
    ["log@林晓 5", "goals.log", "@林晓 5"],
    ["报告写好了", "goals.log", "告写好了"],
  ])("%s needs no space behind the verb, and says so", (line, name, rest) => {
    expect(heard(line)).toMatchObject({ name, rest, glued: true });
  });

  it.each([
    "logistics 12k",
    "logs",
    "goalkeeper",
    "helpful people",
    "undone",
    "totally 5",
    "setupx",
    "",
    "/",
    "12万",
    "good morning",
    "the log 5",
  ])("%j starts with no verb", (line) => {
    expect(heard(line)).toBeNull();
  });

  it("takes a mark behind the verb as its end", () => {
    for (const line of ["help!", "帮助。", "help, please", "log: 5"])
      expect(heard(line)).toMatchObject({ glued: false });
  });

  it("keeps the rest as typed", () => {
    expect(heard("LOG 12k For @Renke")).toMatchObject({ word: "LOG", rest: "12k For @Renke" });
  });
});

describe("did you mean", () => {
  it.each([
    ["lgo 12k", "goals.log: log 12k"],
    ["lgo", "goals.log: log"],
    ["/lgo 12k", "goals.log: log 12k"],
    ["LGO 12K", "goals.log: log 12K"],
    ["histroy", "goals.history: history"],
    ["goal splt G7", "goals.split: goal split G7"],
    ["confidense G7 8", "goals.confidence: confidence G7 8"],
    ["团队目表", "goals.team: 团队目标"],
    ["我的目表", "goals.mine: 我的目标"],
  ])("%s is read as %s", (line, expected) => {
    expect(meant(line)).toBe(expected);
  });

  it.each([
    "good morning everybody",
    "see you at lunch",
    "ok",
    "x",
    "",
    "/",
    "明天见",
    "今天天气不错",
    "12万",
    "could you send me the deck",
  ])("%j is near nothing", (line) => {
    expect(meant(line)).toBeNull();
  });

  it("counts insertions, deletions, changes and swaps of neighbours", () => {
    expect(editDistance("log", "log")).toBe(0);
    expect(editDistance("log", "lgo")).toBe(1);
    expect(editDistance("log", "lo")).toBe(1);
    expect(editDistance("log", "blog")).toBe(1);
    expect(editDistance("", "abc")).toBe(3);
  });

  it("measures the same both ways, and nothing only between equals", () => {
    const short = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b", "目", "标") });
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe("any line at all", () => {
  const lines = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc
      .tuple(
        fc.constantFrom(...declared.map((each) => each.word), "/", "//"),
        fc.string({ maxLength: 20 }),
      )
      .map((parts) => parts.join("")),
  );

  it("is read without an error, and nothing of it is made up", () => {
    fc.assert(
      fc.property(lines, (line) => {
        const found = words.recognise(line);
        if (found) expect(line).toContain(found.word);
        if (found) expect(line).toContain(found.rest);
        const near = words.nearest(line);
        if (near) expect(line).toContain(near.rest);
      }),
    );
  });

  it("never takes a figure for a slip of a letter", () => {
    const digits = (text: string): string => text.replace(/\D/g, "");
    const figures = fc
      .tuple(
        fc.constantFrom(...declared.map((each) => each.word)),
        fc.string({ maxLength: 8, unit: fc.constantFrom("1", "2", ",", ".", "万", " ", "G") }),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(figures, (line) => {
        const near = words.nearest(line);
        if (near) expect(digits(`${near.word}${near.rest}`)).toBe(digits(line));
      }),
    );
    expect(words.nearest("累计12,34")).toBeNull();
  });

  it("is compared quickly however long it is", () => {
    const long = [
      "x".repeat(5000),
      "目".repeat(5000),
      "g ".repeat(2500),
      `goal ${"a".repeat(4995)}`,
    ];
    const start = performance.now();
    for (const line of long) words.nearest(line);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
