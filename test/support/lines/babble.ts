// Lines as people type them on a bad day: verbs and amounts glued, cut, mixed up, with emoji, markup and other scripts in between.
import { randomUUID } from "node:crypto";
import type { Outcome } from "#src/bot/declare/incoming";
import { createRegistry } from "#src/bot/declare/registry";
import { practices } from "#src/practices/index";
import type { Field } from "#src/view/form";
import type { Draw } from "#test/support/chance";
import type { System } from "#test/support/story/system";

const registry = createRegistry(practices);
const verbs = registry.commands.flatMap(({ words }) => [...words.en, ...words.zh]);

const amounts = [
  "12万",
  "12w",
  "12k",
  "1.2亿",
  "-3万",
  "30%",
  "3成",
  "百分之三十",
  "两千三百",
  "12万3千",
  "S$12k",
  "US$3k",
  "￥1.2亿",
  "$7",
  "€5k",
  "5",
  "0",
  "1,2,3",
  "12,34",
  "1e9",
  "１２万",
  "99999999999999999999万",
  "3/10",
  "+5",
  "20通",
  "=42",
  "百万",
  "半",
  "k",
  ".",
];
const dates = [
  "昨天",
  "yesterday",
  "by 12-31",
  "12月31日前",
  "月底",
  "季度末",
  "本周五",
  "下周一",
  "10天内",
  "EOM",
  "by Friday",
  "2026-02-30",
  "11/5",
  "31.2.",
  "last month",
  "明年",
  "周八",
];
const people = [
  "@王磊",
  "@linxiao",
  "@nobody",
  "@",
  "王磊",
  "@Renke Petersen",
  "@w",
  "for @maya",
  "给@林晓",
  "@王磊@陈静",
];
const things = [
  "G1",
  "G7",
  "#G3",
  "G999",
  "G",
  "回款",
  "calls",
  "电话",
  "拜访",
  "revenue",
  "#客户第一",
  "#customer-first",
  "仁济医院",
  "closed the hospital chain in one call",
  "改进",
  "",
];
const odd = [
  "<!channel>",
  '<at user_id="all"></at>',
  "**bold**",
  "[x](http://127.0.0.1)",
  "<b>x</b>",
  "{{x}}",
  "${x}",
  "\u202Eקצה",
  "مرحبا",
  "😀👩‍👩‍👧",
  "\uD83D",
  "\u0000",
  "\u200B",
  "'; drop table goal; --",
  "。。。",
  "？",
  "\n",
  "\t",
  "`x`",
  "%s",
  "&lt;",
  "“”",
  "——",
];

export function babble(draw: Draw): string {
  const parts = Array.from({ length: 1 + draw.below(5) }, () =>
    draw.pick(
      draw.share() < 0.12
        ? odd
        : draw.pick([verbs, amounts, amounts, dates, people, things, things]),
    ),
  );
  if (draw.share() < 0.8) parts.unshift(draw.pick(verbs));
  const line = parts.join(draw.pick([" ", " ", "", "  ", "，", "\n"]));
  if (draw.share() < 0.05) return line.repeat(40 + draw.below(100));
  return draw.share() < 0.1 ? line.slice(0, draw.below(line.length + 1)) : line;
}

/** A choice mostly, else words, else nothing. */
function filledAtRandom(field: Field, draw: Draw): string {
  if ("options" in field && draw.share() < 0.8) return field.options[0]?.value ?? "";
  return draw.share() < 0.3 ? "" : babble(draw);
}

/** Says so many lines as anybody; presses now and then what came. Returns the lines that ended in an apology or in silence. */
export async function talkNonsense(
  system: System,
  lines: number,
  draw: Draw,
): Promise<readonly string[]> {
  const users = ["zhoulan", "linxiao", "wanglei", "renke", "anna", "maya"];
  const bad: string[] = [];
  const { bot } = system.house;
  for (let n = 0; n < lines; n++) {
    const from = system.account(draw.pick(users));
    const text = babble(draw);
    const before = system.errors.length;
    let outcome: Outcome = await bot.receive({ kind: "said", dedupeKey: randomUUID(), from, text });
    if (outcome.outcome === "ask") {
      const values = Object.fromEntries(
        outcome.form.fields.map((field) => [field.name, filledAtRandom(field, draw)]),
      );
      outcome = await bot.receive({
        kind: "submitted",
        dedupeKey: randomUUID(),
        from,
        ...outcome.form.act,
        values,
      });
    }
    if (system.errors.length > before)
      bad.push(`${JSON.stringify(text)} as ${from.user}: ${JSON.stringify(system.errors.at(-1))}`);
    else if (outcome.outcome === "ignored" || outcome.outcome === "stranger")
      bad.push(`${JSON.stringify(text)} as ${from.user}: ${outcome.outcome}`);
  }
  return bad;
}
