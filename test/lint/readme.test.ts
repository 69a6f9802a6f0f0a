// The two READMEs say the same: section by section, every command, every word to type and every link.
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const [english, chinese] = await Promise.all(
  ["README.md", "README.zh-CN.md"].map((name) => readFile(name, "utf8")),
);

/** What stands below each heading, the heading's own words apart: they are in one language. */
function sections(text = ""): readonly string[] {
  return text.split(/^#+ .*$/mu).slice(1);
}

function all(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map((found) => found[1] ?? found[0]).toSorted();
}

const fenced = (text: string) => all(/^```sh\n([\s\S]*?)^```/gmu, text);
/** What is set as code, whether a command, a word to type, a setting or a file. */
const code = (text: string) => [...new Set(all(/`([^`\n]+)`/gu, text))];
const links = (text: string) =>
  [...new Set(all(/\]\(([^)]+)\)/gu, text))].filter((each) => !each.startsWith("README"));

describe("README.md and README.zh-CN.md", () => {
  const pairs = sections(english).map((text, i) => [i + 1, text, sections(chinese)[i]] as const);

  it("have the same sections, and lead to each other", () => {
    expect(sections(chinese)).toHaveLength(sections(english).length);
    expect(english).toContain("(README.zh-CN.md)");
    expect(chinese).toContain("(README.md)");
  });

  it.each(pairs)("say the same commands, words and links in section %i", (_, text, other = "") => {
    expect(fenced(other)).toEqual(fenced(text));
    expect(links(other)).toEqual(links(text));
    // `setup` is named by its Chinese word where an admin of Chinese reads it.
    const named = (of: string) =>
      code(of).filter((each) => each !== "setup" && each !== "初始设置");
    expect(named(other)).toEqual(named(text));
  });

  it("have tables of the same rows", () => {
    const rows = (text = "") => text.split("\n").filter((each) => each.startsWith("|")).length;
    expect(rows(chinese)).toBe(rows(english));
  });

  it("keep one space between Chinese and what stands beside it", () => {
    const prose = (chinese ?? "")
      .replaceAll(/`[^`\n]*`|\]\([^)]*\)/gu, "")
      .split("\n")
      .filter((each) => !each.startsWith("|"));
    expect(
      prose.flatMap(
        (each) => each.match(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/gu) ?? [],
      ),
    ).toEqual([]);
  });
});
