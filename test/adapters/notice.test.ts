// What a phone shows of a message before it is opened: of a log what was logged and where its goal stands.
import { describe, expect, it } from "vitest";
import { renderCards as onLark } from "#adapters/lark/render/card";
import { wordsIn } from "#adapters/lark/messages/index";
import { renderCards as onSlack } from "#adapters/slack/render/card";
import { slackMessages } from "#adapters/slack/messages/index";
import { wordsOf } from "#src/bot/declare/practice";
import { createLanguage } from "#src/language/catalogue";
import { practices } from "#src/practices/index";
import { card, type Card } from "#src/view/card";
import { plainCard } from "#src/view/plain";

const language = createLanguage();
const stamp = { rendering: "0193aaaa-0000-7000-8000-000000000001", group: false };

function noticesOf(locale: "en" | "zh", cards: readonly [Card, ...Card[]]): readonly string[] {
  const reader = { locale, zone: "Asia/Shanghai", currency: "CNY" };
  return [
    onSlack(cards, "p", language.speak(slackMessages, reader)).text,
    onLark(cards, stamp, wordsIn(locale)).config.summary.content,
  ];
}

/** The card of 120k logged to G7, of which 520k of a million are there. */
function loggedIn(locale: "en" | "zh"): Card {
  const goals = practices.find((each) => each.name === "goals");
  const sample = goals?.samples.find((each) => each.name === "logged");
  if (!goals || !sample) throw new Error("the sample is there");
  const reader = { locale, zone: "Asia/Shanghai", currency: "CNY" };
  const view = sample.view(wordsOf(goals, language, reader));
  if (!("body" in view)) throw new Error("it is a card");
  return view;
}

it.each(["en", "zh"] as const)(
  "what answers a log in %s is six lines, the rest behind a button",
  (locale) => {
    const shown = loggedIn(locale);
    const lines = plainCard(shown)
      .split("\n")
      .filter((each) => each !== "" && !each.startsWith("("));
    expect(lines.length).toBeLessThanOrEqual(6);
    expect(shown.buttons.map((each) => each.act.payload)).toContainEqual({ text: "G7" });
  },
);

describe("a notification", () => {
  it.each([
    ["en", /^G7 .*\+¥120k, 52\s?%$/],
    ["zh", /^G7 .*\+12万，52\s?%$/],
  ] as const)("of a log in %s says what was logged, on both platforms", (locale, says) => {
    const [slack, lark] = noticesOf(locale, [loggedIn(locale)]);
    expect(slack).toMatch(says);
    expect(lark).toMatch(says);
  });

  it("of anything else is its title", () => {
    expect(noticesOf("en", [card({ title: "Saved" })])).toEqual(["Saved", "Saved"]);
  });
});
