// One space between Chinese and names or figures in other letters: by rule where values are put in, by eye nowhere.
import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

import { wordsOf } from "#src/bot/declare/practice";
import { createLanguage } from "#src/language/catalogue";
import { gapBetween, spaced, unbroken } from "#src/view/spacing";
import { practices } from "#src/practices/index";
import type { Card } from "#src/view/card";
import type { Form } from "#src/view/form";
import { joinLines, line, mention, plainLine, said, type Piece } from "#src/view/line";

/** Figures and days are one text: 12万, 20通, 2026年11月24日. */
const whole = /[\d.,]+[年月日万亿通次单个家场]/gu;
const tight = /\p{Script=Han}[A-Za-z0-9@¥$€]|[A-Za-z0-9%]\p{Script=Han}/u;
/** Marks of full width have their space within them. */
const loose = /[，。；：？！（「“] | [，。；：？！）」”]/u;

const wrong = (text: string): boolean => tight.test(text.replaceAll(whole, "")) || loose.test(text);

describe("the space between Chinese and other letters", () => {
  it.each([
    ["卡住了", "Anna", " "],
    ["Anna Weber", "卡住了", " "],
    ["到", "12月31日（周四）", " "],
    ["12月31日（周四）", "前", ""],
    ["还需", "¥1.66万", " "],
    ["95%", "算正常", " "],
    ["林晓", "卡住了", ""],
    ["发 ", "help", ""],
    ["“", "Anna", ""],
    ["for ", "林晓", ""],
    ["", "Anna", ""],
  ])("%s | %s", (before, after, gap) => {
    expect(gapBetween(before, after)).toBe(gap);
  });

  it("comes by itself in every composed sentence", () => {
    const name = said("Anna");
    expect(plainLine(line`${name}卡住了，请${name}看`)).toBe("Anna 卡住了，请 Anna 看");
    expect(plainLine(joinLines([line`今天`, line`${name}`], ""))).toBe("今天 Anna");
    expect(plainLine(line`${mention({ id: "1", name: "林晓" })}希望先问`)).toBe("林晓希望先问");
    expect(plainLine(line`到${"12月31日（周四）"}为止`)).toBe("到 12月31日（周四）为止");
    expect(spaced`给${"Maya"}发消息，还有${3}条`).toBe("给 Maya 发消息，还有 3 条");
    expect(spaced`与${"林晓"}的对话`).toBe("与林晓的对话");
  });
});

describe("the Chinese catalogues", () => {
  it("keep it in every sentence, and leave values to the rule", async () => {
    const files = (await Promise.all(["src", "adapters"].map(catalogues))).flat();
    expect(files.length).toBeGreaterThan(50);
    const found: string[] = [];
    for (const file of files) {
      const source = (await readFile(file, "utf8")).replaceAll(/^\s*(?:\/\/|\/?\*).*$/gmu, "");
      found.push(...badSentences(source).map((text) => `${file}: ${text}`));
    }
    expect(found).toEqual([]);
  });

  it.each(practices)("of $name keep it on every card", (practice) => {
    const t = wordsOf(practice, createLanguage(), {
      locale: "zh",
      zone: "Asia/Shanghai",
      currency: "CNY",
    });
    const ours = practice.samples.flatMap(({ view }) => texts(view(t)));
    expect(ours.filter(wrong)).toEqual([]);
  });
});

/** Sentences as they stand in the source: words to type apart, and what is put in marked by a slot. */
function badSentences(source: string): readonly string[] {
  const bare = source
    .replaceAll(/typed\((?:"[^"]*"|`[^`]*`)\)/gu, '""')
    .replaceAll(/\b(?:usage|example): "[^"]*"/gu, "");
  const quoted = [...bare.matchAll(/"([^"\n]*)"/gu)].map((each) => each[1] ?? "");
  const templates = [...bare.matchAll(/(\w*)`((?:[^`$]|\$\{[^}`]*\})*)`/gu)];
  return [
    ...quoted.filter(wrong),
    ...templates.flatMap(([, tag, text = ""]) => {
      const slots = text.replaceAll(/\$\{[^}`]*\}/gu, "□");
      const left = /\p{Script=Han}□|□(?![年月])\p{Script=Han}/u.test(slots);
      const bad = slots.includes("□") ? tag === "" && left : wrong(slots);
      return bad ? [slots] : [];
    }),
  ];
}

/** What we say on it; people's own words and words to type are theirs. */
function texts(view: Card | Form): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      // A line joins neighbouring strings: a list of names is none, and neither are faces.
      const isLine = value.every(
        (each, i) =>
          isPiece(each) && !(typeof each === "string" && typeof value[i - 1] === "string"),
      );
      if (value.length > 0 && isLine) found.push(value.map(ours).join(""));
      value.forEach(walk);
    } else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) if (key !== "faces") walk(each);
  };
  walk(view);
  return found;
}

const isPiece = (value: unknown): value is Piece =>
  typeof value === "string" ||
  (typeof value === "object" &&
    value !== null &&
    ["said", "typed", "bold", "person", "place"].some((name) => name in value));

/** People's words by their ends only. */
function ours(piece: Piece): string {
  if (typeof piece === "string") return piece;
  if ("typed" in piece) return ends(piece.typed);
  if ("said" in piece) return ends(piece.said);
  return "bold" in piece ? piece.bold.map(ours).join("") : ends(piece.name);
}

const ends = (text: string): string => `${end(text.at(0))}…${end(text.at(-1))}`;
const end = (letter = ""): string => /\p{Script=Han}|\w/u.exec(letter)?.[0] ?? "";

async function catalogues(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true });
  return all
    .filter((each) => /\bmessages\/zh(?:\.ts|\/\w+\.ts)$/u.test(each))
    .map((each) => `${folder}/${each}`);
}

it("keeps a figure with its unit, and a goal's number apart from its name", () => {
  for (const [text, kept] of [
    ["36 workdays", "36\u00A0workdays"],
    ["€1,200.50 of €500k", "€1,200.50\u00A0of €500k"],
    ["12万，30通", "12\u2060万，30\u2060通"],
    ["还有 36 个工作日", "还有 36\u00A0个工作日"],
    ["G7 Collected revenue", "G7 Collected revenue"],
    ["61 % · 45 %", "61 % · 45 %"],
  ] as const)
    expect(unbroken(text)).toBe(kept);
});
