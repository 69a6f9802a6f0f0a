// What a person answers to: the directory's name as it stands, and what is left of it without a department, an emoji or a comma.
import { pinyin } from "pinyin-pro";
import { foldName, spelledOut } from "./name-folding.ts";
import type { Person } from "./person.ts";

type Named = Pick<Person, "name" | "email">;

/** What somebody answers to anywhere in a line, folded: name, parts of it, pinyin, the e-mail and what stands before its @. */
export function keysOf({ name, email }: Named): readonly string[] {
  const bare = bareName(name);
  const address = email === null ? [] : [email, email.split("@")[0] ?? ""];
  const forms = [name, bare, ...fullNames(bare), ...parts(bare), ...aliases(name), ...address];
  return unique([...forms, ...forms.map(spelledOut)].map(foldName).concat(sounds(bare)));
}

/** A Chinese given name alone (晓雨), which is a word too often (建设, 胜利) to be taken for a person where nothing marks it as one. */
export function givenNameOf({ name }: Named): string | null {
  return /^\p{Script=Han}(\p{Script=Han}{2})$/u.exec(foldName(bareName(name)))?.[1] ?? null;
}

/** How a Chinese name sounds, without tones and spaces; null for any other. */
export const soundOf = (name: string): string | null =>
  /^\p{Script=Han}{2,4}$/u.test(name) ? syllables(name).join("") : null;

const unseen =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0F}\u{200D}\p{Regional_Indicator}]/gu;
const bracketed = /[(（[【<〈「]([^)）\]】>〉」]*)[)）\]】>〉」]/gu;
/** "Anna Weber | Sales DE", "林晓 - 华东区": who, then where. */
const behindBar = /\s*(?:[|｜·•/]|\s[-–—]\s|(?<=\p{Script=Han})[-–—_](?=\p{Script=Han})).*$/su;

/** The directory's name without emoji, brackets and what stands behind a bar; itself where nothing would be left. */
function bareName(name: string): string {
  const bare = name.replace(unseen, " ").replace(bracketed, " ").replace(behindBar, "");
  return tidy(bare) || name.trim();
}

const tidy = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** "Weber, Anna" is Anna Weber; 三 characters of Chinese need no other order. */
function fullNames(bare: string): readonly string[] {
  const [, last = "", first = ""] = /^([^,，]+)[,，]\s*([^,，]+)$/u.exec(bare) ?? [];
  if (last === "") return [];
  return [`${first} ${last}`.trim(), `${last} ${first}`.trim()];
}

const particles = new Set(
  "von van de der den di da du la le del bin ibn al el dr mr mrs ms jr sr".split(" "),
);

function parts(bare: string): readonly string[] {
  return bare
    .split(/[\s,，]+/u)
    .filter((part) => !/^\p{Script=Latin}\.?$/u.test(part))
    .filter((part) => !particles.has(part.toLowerCase().replace(/\.$/, "")));
}

const departments =
  /^(?:sales|marketing|hr|ops|operations|finance|it|admin|support|service|team|dept|department|intern|account|accounts|key|field|inside|north|south|east|west|manager|lead)\b/i;

/** A second name in brackets where the first is Chinese, 林晓 (Lily), or the other way round; never a department. */
function aliases(name: string): readonly string[] {
  const outside = /\p{Script=Han}/u.test(bareName(name));
  return [...name.matchAll(bracketed)]
    .map(([, inside = ""]) => tidy(inside))
    .filter((inside) =>
      outside
        ? /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(inside) && !departments.test(inside)
        : /^\p{Script=Han}{2,3}$/u.test(inside) && !/[部区组队司]$/u.test(inside),
    );
}

/** linxiao, lin xiao and, as abroad, xiao lin. */
function sounds(bare: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(bare)) return [];
  const all = syllables(bare);
  const [family = "", ...given] = all;
  return /^\p{Script=Han}{2,4}$/u.test(bare)
    ? [all.join(""), `${family} ${given.join("")}`, `${given.join("")} ${family}`]
    : [all.join("")];
}

const syllables = (name: string): readonly string[] =>
  pinyin(name, { toneType: "none", type: "array" }).map((each) => foldName(each));

const unique = (list: readonly string[]): readonly string[] => [
  ...new Set(list.filter((each) => each !== "")),
];
