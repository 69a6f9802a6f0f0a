// Everything that is shown anywhere, in both languages, within what Slack takes; and what is too much, shortened where one sees it.
import { wordsOf } from "#src/bot/declare/practice";
import { describe, expect, it } from "vitest";
import { renderCards } from "#adapters/slack/render/card";
import { charactersIn } from "#adapters/slack/render/limits";
import { renderForm } from "#adapters/slack/render/form";
import { slackMessages } from "#adapters/slack/messages/index";
import { createLanguage } from "#src/language/catalogue";
import { locales } from "#src/language/text";
import { practices } from "#src/practices/index";
import { button, card, chart, fact, facts, rows, table, text, type Card } from "#src/view/card";
import { choiceField, choicesField, form, option, textField, type Form } from "#src/view/form";
import { line, plainLine, said } from "#src/view/line";
import {
  buttonsIn,
  readBlocks,
  refusalOfBlocks,
  refusalOfView,
} from "#test/support/slack/platform/blocks";
import {
  everyElement,
  everyField,
  figured,
  figuresWhole,
  hostile,
  press,
  send,
  sampleStandings,
} from "#test/adapters/samples";

const language = createLanguage();
const t = language.speak(slackMessages, { locale: "en", zone: "UTC", currency: "USD" });
const place = {
  attempt: "attempt",
  origin: { channel: "D1", ts: "1.1", responseUrl: `https://hooks.slack.com/${"x".repeat(120)}` },
};
const render = (...cards: Card[]) => renderCards(cards, "print", t);
const refusal = (...cards: Card[]) => refusalOfBlocks(render(...cards).blocks, "message");

describe.each(practices)("every sample of $name", (practice) => {
  it.each(locales)("fits in %s", (locale) => {
    const reader = { locale, zone: "Asia/Shanghai", currency: "CNY" };
    const words = language.speak(slackMessages, reader);
    const said = wordsOf(practice, language, reader);
    const wrong = practice.samples.flatMap(({ name, view }) => {
      const made = view(said);
      const problem =
        "fields" in made
          ? refusalOfView(renderForm(made, place, words).view as never)
          : refusalOfBlocks(renderCards([made], "print", words).blocks, "message");
      return problem === null ? [] : [`${name}: ${problem}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("a figure", () => {
  const fieldOf = (value: string): unknown => {
    const [, section] = render(card({ title: "t", body: [facts(fact(["Due"], [said(value)]))] }))
      .blocks as readonly { readonly fields?: readonly unknown[] }[];
    return section?.fields?.[0];
  };

  it.each(["Thu 12 Nov, 09:00", "you, your manager (周岚) and others", "A & B <b>", "10:30"])(
    "has its label in bold beside %j, which stays words",
    (value) => {
      const shown = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      expect(fieldOf(value)).toEqual({ type: "mrkdwn", text: `*Due*\n${shown}`, verbatim: true });
    },
  );

  it.each(["*bold*", "_low_", "~gone~", "`code`", ":tada:", "> quoted", "10:30:", "a\\b"])(
    "is plain words altogether where Slack would read %j as markup",
    (value) => {
      expect(fieldOf(value)).toMatchObject({ type: "plain_text" });
    },
  );
});

describe("the bar of a modal", () => {
  it.each(locales)("has the words of every form in %s whole, but for names", (locale) => {
    const reader = { locale, zone: "Asia/Shanghai", currency: "CNY" };
    const words = language.speak(slackMessages, reader);
    const forms = practices.flatMap((practice) =>
      practice.samples.flatMap(({ name, view }) => {
        const made = view(wordsOf(practice, language, reader));
        return "fields" in made ? [{ name: `${practice.name}: ${name}`, made }] : [];
      }),
    );
    expect(forms.length).toBeGreaterThan(30);
    for (const { name, made } of forms) {
      const bar = barOf(made, words);
      expect(bar, name).not.toContain("…");
      expect(bar.length, name).toBeLessThanOrEqual(24);
      const ownWords = made.title.filter((each) => typeof each === "string").join("");
      if (!made.title.some((each) => typeof each === "object" && "said" in each))
        expect(bar, name).toBe(ownWords);
    }
  });

  it.each([
    [line`Reply to ${said("Bartholomew Featherstonehaugh")}`, "Reply to Bartholomew"],
    [line`Reply to ${said("Bartholomew-Featherstonehaugh")}`, "Reply"],
    [line`周报设置 · ${said("华东大区直营渠道二部（上海、杭州、苏州、南京、合肥）")}`, "周报设置"],
    [line`A wording that nobody has shortened yet`, "A wording that nobody"],
  ])(
    "leaves out what has no room without an ellipsis, and the form says it whole",
    (title, bar) => {
      const made = form({
        title,
        fields: [],
        submit: "Ok",
        act: send({ about: "x" }),
        sees: "You",
      });
      expect(barOf(made, t)).toBe(bar);
      expect(JSON.stringify(renderForm(made, place, t).view.blocks)).toContain(plainLine(title));
    },
  );
});

function barOf(made: Form, words: typeof t): string {
  const { title } = renderForm(made, place, words).view as { title: { text: string } };
  return title.text;
}

describe("a form", () => {
  it("of more than a modal takes counts what is left out, and a text that is too long says that it was cut", () => {
    const many = form({
      title: "t",
      fields: Array.from({ length: 120 }, (_, i) => textField(`f${i}`, `F${i}`)),
      submit: "Ok",
      act: send({ about: "x" }),
      sees: "You",
    });
    const { view } = renderForm(many, place, t);
    expect(refusalOfView(view as never)).toBeNull();
    expect(JSON.stringify(view.blocks.at(-2))).toMatch(/and 22\smore parts that did not fit here/);
    const long = form({
      title: "t",
      fields: [textField("f", "F", { initial: "x".repeat(3_100) })],
      submit: "Ok",
      act: send({ about: "x" }),
      sees: "You",
    });
    const cut = renderForm(long, place, t).view;
    expect(refusalOfView(cut as never)).toBeNull();
    expect(JSON.stringify(cut.blocks)).toMatch(
      /x…".*\(101\smore characters\)|\(101\smore characters\).*x…"/,
    );
  });
});

describe("a message", () => {
  it("with everything in it, and with text that tries to be more, is taken", () => {
    expect(refusal(everyElement)).toBeNull();
    for (const words of [...hostile, "", " ", "\n"])
      expect(
        refusal(
          card({
            title: words,
            context: words,
            body: [text(words), facts(fact(words, words))],
            buttons: [button(words, press({ what: "x" }))],
          }),
        ),
      ).toBeNull();
  });

  it("of thirty rows with two buttons each shows them all, the buttons in a menu beside each row", () => {
    const row = (i: number) => ({
      line: [`row ${i}`],
      buttons: [
        button(`log ${i}`, press({ what: "x".repeat(200) })),
        button("drop", press({ what: "y" })),
      ],
    });
    const { blocks, kept } = render(
      card({ title: "t", body: [rows(Array.from({ length: 30 }, (_, i) => row(i)))] }),
    );
    expect(refusalOfBlocks(blocks, "message")).toBeNull();
    const offered = buttonsIn(blocks);
    expect(offered.filter((each) => each.menu)).toHaveLength(60);
    expect(offered.map((each) => each.label)).toContain("log 29");
    // What a menu's option cannot carry was put aside.
    expect(kept.filter((each) => JSON.stringify(each.what).includes("xxx"))).toHaveLength(30);
    // A few rows keep their buttons in sight, and so does what is confirmed first.
    expect(
      buttonsIn(render(card({ title: "t", body: [rows([row(1), row(2)])] })).blocks).some(
        (each) => each.menu,
      ),
    ).toBe(false);
    const asked = {
      line: ["r"],
      buttons: [
        button("a", press({ what: "x" })),
        button("b", press({ what: "x" }), "quiet", "Sure?"),
      ],
    };
    expect(
      buttonsIn(
        render(card({ title: "t", body: [rows(Array.from({ length: 30 }, () => asked))] })).blocks,
      ).some((each) => each.menu),
    ).toBe(false);
  });

  it("of 300 rows shows some of them and counts the others on a button that carries them", () => {
    const { blocks, kept } = render(
      card({
        title: "t",
        body: [rows(Array.from({ length: 300 }, (_, i) => ({ line: [`row ${i}`] })))],
      }),
    );
    expect(refusalOfBlocks(blocks, "message")).toBeNull();
    expect(readBlocks(blocks)).toContain("row 29");
    expect(readBlocks(blocks)).not.toContain("row 30");
    expect(buttonsIn(blocks).map((each) => each.label)).toEqual(["and 270 more"]);
    expect(JSON.stringify(kept)).toContain("row 299");
  });

  it("of 60 rows with buttons stays within 50 blocks, and says how many are missing", () => {
    const { blocks } = render(
      card({
        title: "t",
        body: [
          rows(
            Array.from({ length: 60 }, (_, i) => ({
              line: [`row ${i}`],
              buttons: [button("a", press({ what: "a" })), button("b", press({ what: "b" }))],
            })),
          ),
        ],
      }),
    );
    expect(refusalOfBlocks(blocks, "message")).toBeNull();
    expect(buttonsIn(blocks).some((each) => /^and \d+ more$/.test(each.label))).toBe(true);
  });

  it("of 40,000 characters is shortened to what Slack takes in all, each text counted", () => {
    const { blocks } = render(
      card({ title: "t", body: Array.from({ length: 20 }, () => text("长".repeat(2000))) }),
    );
    expect(refusalOfBlocks(blocks, "message")).toBeNull();
    expect(charactersIn(blocks)).toBeLessThan(12_900);
    expect(readBlocks(blocks)).toMatch(/… \(1\d\d\d more characters\)/);
  });

  it("of many cards that fit no way says how many parts are missing", () => {
    const { blocks } = render(
      ...Array.from({ length: 60 }, (_, i) => card({ title: `card ${i}` })),
    );
    expect(refusalOfBlocks(blocks, "message")).toBeNull();
    expect(readBlocks(blocks)).toMatch(/and \d+\smore parts that did not fit here/);
  });

  it("cuts between characters a reader sees, never inside one", () => {
    const { blocks } = render(card({ title: "t", body: [text("👩‍👩‍👧‍👦".repeat(1000))] }));
    expect(readBlocks(blocks).split("\n")[1]?.replaceAll("👩‍👩‍👧‍👦", "")).toMatch(
      /^… \(\d+ more characters\)$/,
    );
  });

  it("puts an action aside that is longer than a button can carry", () => {
    const { blocks, kept } = render(
      card({ title: "t", buttons: [button("Long", press({ what: "w".repeat(4000) }))] }),
    );
    expect(refusalOfBlocks(blocks, "message")).toBeNull();
    expect(kept[0]?.what).toMatchObject({
      act: { name: "sample.press", payload: { what: "w".repeat(4000) } },
    });
  });

  it("tells a screen reader and a phone its titles, escaped", () => {
    expect(render(card({ title: "<!channel> 报" })).text).toBe("&lt;!channel&gt; 报");
  });

  it("has buttons and figures of a chart and of a table with 500 rows", () => {
    const labels = Array.from({ length: 500 }, (_, i) => [`d${i}`]);
    expect(
      refusal(
        card({
          title: "t",
          body: [
            chart({
              ...sampleStandings,
              bars: labels.map((label, i) => ({ label, bar: { done: i / 500, says: label } })),
            }),
            table(
              [["Who"]],
              labels.map((each) => [each]),
            ),
          ],
        }),
      ),
    ).toBeNull();
    expect(
      refusal(
        card({
          title: "t",
          buttons: Array.from({ length: 30 }, (_, i) => button(`b${i}`, press({ what: "x" }))),
        }),
      ),
    ).toBeNull();
  });
});

describe("a form", () => {
  it("with every kind of field, and with text that tries to be more, is taken", () => {
    expect(refusalOfView(renderForm(everyField, place, t).view as never)).toBeNull();
    for (const words of [...hostile, " ", "x".repeat(4000)]) {
      const made = form({
        title: words,
        intro: words,
        fields: [
          textField("f", words, { hint: words, initial: words }),
          choiceField("choice", "g", words, [option("v", words)]),
        ],
        submit: words,
        act: send({ about: words }),
        sees: words,
      });
      expect(refusalOfView(renderForm(made, place, t).view as never)).toBeNull();
    }
  });

  it("of 250 people is searched by typing, its choices kept aside", () => {
    const people = Array.from({ length: 250 }, (_, i) => option(`p${i}`, `Person ${i}`));
    const { view, kept } = renderForm(
      form({
        title: "t",
        fields: [
          choiceField("person", "who", "Who", people, { initial: "p7" }),
          choicesField("people", "team", "Team", people),
        ],
        submit: "ok",
        act: send({ about: "x" }),
        sees: "you",
      }),
      place,
      t,
    );
    expect(refusalOfView(view as never)).toBeNull();
    expect(
      view.blocks.map((each) => (each["element"] as { type?: string } | undefined)?.type),
    ).toEqual(["external_select", "multi_external_select", undefined]);
    expect(JSON.stringify(kept)).toContain("Person 249");
  });

  it("without anything to choose from says so instead of being refused", () => {
    expect(
      refusalOfView(
        renderForm(
          form({
            title: "t",
            fields: [choiceField("choice", "g", "Goal", [])],
            submit: "ok",
            act: send({ about: "x" }),
            sees: "you",
          }),
          place,
          t,
        ).view as never,
      ),
    ).toBeNull();
  });
});

it("puts a sign before the title of what there is to be glad about", () => {
  const titles = (["praise", "reached", undefined] as const).map((joy) => {
    const [header] = render(card({ title: "The title", joy })).blocks;
    return (header as { text?: { text: string } }).text?.text;
  });
  expect(titles).toEqual(["👏 The title", "🎉 The title", "The title"]);
});

it("never parts a figure and its unit, and leaves what people typed as it is", () => {
  expect(JSON.stringify(render(figured).blocks).split(figuresWhole)).toHaveLength(6);
});

it("keeps the rows of a list with menus in line, those without a menu among them", () => {
  const act = button("Undo", press({ what: "undo" }));
  const { blocks } = render(
    card({
      title: "t",
      body: [
        rows([
          { line: ["one"], menu: true, buttons: [act, act] },
          { line: ["two"], menu: true, buttons: [] },
        ]),
      ],
    }),
  );
  expect(blocks.map((each) => each.type)).toEqual(["header", "section", "section"]);
});
