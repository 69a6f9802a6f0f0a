// Cards and forms of Lark: what somebody typed stays text, everything of every practice fits, and what does not is counted.
import { isolated } from "#src/language/bidi";
import { wordsOf } from "#src/bot/declare/practice";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { countElements } from "#adapters/lark/render/card-json";
import { bytesOf, limits } from "#adapters/lark/render/limits";
import { wordsIn } from "#adapters/lark/messages/index";
import { renderCards } from "#adapters/lark/render/card";
import { readValues, renderForm, unpackForm } from "#adapters/lark/render/form";
import { markdownOf } from "#adapters/lark/render/line";
import { createLanguage } from "#src/language/catalogue";
import { locales } from "#src/language/text";
import { practices } from "#src/practices/index";
import { button, card, chart, chip, rows, table, text, type Card, type Row } from "#src/view/card";
import { choiceField, form, longTextField, option } from "#src/view/form";
import { bold, line, said, typed } from "#src/view/line";
import { asList, asObject, problemsOfCard, textIn } from "#test/support/lark/platform/cards";
import {
  activeMarks,
  initialValues,
  markdownIn,
  readCard,
  readForm,
} from "#test/support/lark/reading";
import {
  everyField,
  everyElement,
  everyValue,
  figured,
  figuresWhole,
  hostile,
  press,
  send,
  sampleStandings,
  sampleWay,
} from "#test/adapters/samples";

const stamp = { rendering: "0193aaaa-0000-7000-8000-000000000001", group: false };
const opening = { attempt: "attempt", origin: null };
const t = wordsIn("en");
const draw = (...cards: Card[]) => renderCards(cards, stamp, t);
const more = [
  ...hostile,
  "<at id=all></at>",
  "<at id='ou_1'></at>",
  "${name}",
  "{{name}}",
  "# heading",
  "1. one",
  "- item",
  "> quote",
  "|a|b|",
  "---",
  ":OK:",
  "<font color='red'>x</font>",
  "a_b_c",
  "www.example.com",
  "    code",
];

describe("text in a card", () => {
  test.each(more)("%j comes out as typed beside bold words and commands", (words) => {
    const shown = draw(
      card({
        title: "t",
        body: [text(line`${bold("bold")} ${said(words)} ${typed("log 12k")} ${bold(words)}`)],
        buttons: [],
      }),
    );
    const [markdown] = markdownIn(shown);
    expect(activeMarks(markdown!)).toEqual([]);
    expect(readCard(shown).text).toContain(`bold ${isolated(words)} log 12k`);
    expect(problemsOfCard(shown)).toEqual([]);
  });

  it("has no marks but its own, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (words) => {
        const markdown = markdownOf([said(words), bold("x")]);
        expect(activeMarks(markdown.replace("**x**", ""))).toEqual([]);
      }),
    );
  });

  it("is bold beside punctuation and Chinese words too", () => {
    expect(markdownOf(line`完成${bold("52%")}了`)).toBe("完成 **52%** 了");
    expect(markdownOf(line`完成${bold("“好”")}了`)).toBe("完成\u200A**“好”**\u200A了");
    expect(markdownOf(line`${bold("all")} done`)).toBe("**all** done");
  });

  it("that turns the direction of reading ends its own turning", () => {
    const shown = draw(card({ title: "t", body: [text(line`${said("\u2067\u202Eabc")} and on`)] }));
    const content = textIn(asObject(asObject(asList(shown.body.elements)[0])["text"])["content"]);
    expect(content).toBe("\u2068abc\u2069 and on");
  });
});

describe("every sample of every practice", () => {
  const language = createLanguage();
  it.each(
    locales.flatMap((locale) => practices.map((practice) => [practice.name, locale] as const)),
  )("%s in %s is a card that Lark takes, shown whole", (name, locale) => {
    const practice = practices.find((each) => each.name === name)!;
    const words = wordsOf(practice, language, {
      locale,
      zone: "Asia/Shanghai",
      currency: "CNY",
    });
    for (const { view } of practice.samples) {
      const made = view(words);
      const shown =
        "fields" in made
          ? renderForm(made, opening, wordsIn(locale))
          : renderCards([made], stamp, wordsIn(locale));
      expect(problemsOfCard(shown)).toEqual([]);
      expect(bytesOf(shown)).toBeLessThanOrEqual(limits.cardBytes);
      expect(JSON.stringify(shown)).not.toMatch(/more characters|还有 \d+ 个字/);
    }
  });
});

describe("a card that is too much", () => {
  const long = "词".repeat(2_000);
  it.each([
    [
      "text",
      card({
        title: "t",
        body: Array.from({ length: 30 }, () => text(long)),
        buttons: [button("Go", press({ what: "go" }))],
      }),
    ],
    [
      "rows with buttons",
      card({
        title: "t",
        body: [
          rows(
            Array.from({ length: 60 }, (_, i) => ({
              line: [`Row ${i}`],
              soft: ["soft"],
              chip: chip("late", "warning"),
              buttons: [button("A", press({ what: "a" })), button("B", press({ what: "b" }))],
            })),
          ),
        ],
      }),
    ],
    [
      "tables",
      card({
        title: "t",
        body: Array.from({ length: 8 }, () =>
          table(
            [["A"], ["B"]],
            Array.from({ length: 90 }, () => [[long.slice(0, 50)], ["2"]]),
          ),
        ),
      }),
    ],
    [
      "charts",
      card({
        title: "t",
        body: Array.from({ length: 7 }, (_, i) =>
          chart(i % 2 === 0 ? sampleWay : { ...sampleStandings, takeaway: [`Chart ${i}`] }),
        ),
      }),
    ],
    [
      "punctuation, each of which travels as an entity",
      card({
        title: "t",
        body: [
          text(line`${bold("x")} ${said("*_~`".repeat(700))}`),
          text(line`${bold("x")} ${said("[](){}".repeat(400))}`),
          text(line`${bold("x")}${said("#".repeat(3_000))}`),
        ],
      }),
    ],
  ])("of %s is counted, not refused", (_, made) => {
    const shown = draw(made);
    expect(problemsOfCard(shown)).toEqual([]);
    expect(bytesOf(shown)).toBeLessThanOrEqual(limits.cardBytes);
    expect(countElements(shown)).toBeLessThanOrEqual(limits.elements);
  });

  it("draws five charts, and says the others in words", () => {
    const shown = draw(
      card({
        title: "t",
        body: Array.from({ length: 7 }, (_, i) =>
          chart({ ...sampleStandings, takeaway: [`Chart ${i}`] }),
        ),
      }),
    );
    expect(shown.body.elements.filter((each) => each.tag === "chart")).toHaveLength(limits.charts);
    expect(readCard(shown).text).toMatch(/Chart 6\n.*Tue ▓▓▓▓▓▓▓░░░ 70 % · 7 calls/s);
  });

  it("says how many rows and characters are left out", () => {
    const shown = readCard(
      draw(
        card({
          title: "t",
          body: [rows(Array.from({ length: 53 }, (_, i) => ({ line: [`Row ${i}.`] })))],
        }),
      ),
    ).text;
    expect(shown).toContain("Row 49.");
    expect(shown).toMatch(/and 3\smore$/);
  });

  it("has a row's one short button beside it, and below it where that is long, not alone, under a bar, or in a long list", () => {
    const listed = (label: string, count: number, more: Partial<Row> = {}) =>
      draw(
        card({
          title: "t",
          body: [
            rows(
              Array.from({ length: count }, () => ({
                line: ["Words"],
                buttons: [button(label, press({ what: "x" }))],
                ...more,
              })),
            ),
          ],
        }),
      ).body.elements.filter((each) => each.tag === "column_set").length;
    expect(listed("Look", 3)).toBe(3);
    expect(listed("看团队成员", 15)).toBe(15);
    expect(listed("A label of far more than that", 3)).toBe(0);
    expect(listed("Look", 16)).toBe(0);
    expect(listed("Look", 3, { bar: { done: 0.5, says: ["half"], tone: "good" } })).toBe(0);
  });

  it("has a long sentence in its body, since a header is cut after four lines", () => {
    const sentence = "这是一句很长的话，".repeat(8);
    const shown = draw(card({ title: sentence, tone: "warning" }));
    expect(shown.header).toBeUndefined();
    expect(readCard(shown).text).toBe(sentence);
  });
});

describe("several cards in one message", () => {
  it("stand below each other, each with its title and buttons", () => {
    const shown = draw(
      everyElement,
      card({
        title: "A second",
        body: [text("more")],
        buttons: [button("Second", press({ what: "second" }))],
      }),
      card({ title: "A foot", quiet: true }),
    );
    expect(problemsOfCard(shown)).toEqual([]);
    const read = readCard(shown);
    expect(read.text).toMatch(/The title[\s\S]*A second\nmore[\s\S]*A foot$/);
    expect(read.buttons.map((each) => each.label)).toEqual([
      "Row button",
      "First choice",
      "Second choice",
      "Do it",
      "Take it back",
      "Second",
    ]);
  });
});

describe("a form", () => {
  const valueOf = (shown: unknown) =>
    asObject(
      asObject(
        asList(
          asObject(
            asList(
              asObject(
                asList(asObject(asObject(shown)["body"])["elements"]).find(
                  (each) => asObject(each)["tag"] === "form",
                ),
              )["elements"],
            ).at(-1),
          )["behaviors"],
        )[0],
      )["value"],
    );

  it("comes back from its own card as it was, with what was typed", () => {
    const shown = renderForm(everyField, opening, t);
    expect(problemsOfCard(shown)).toEqual([]);
    const back = unpackForm(valueOf(shown)["f"], everyField.act)!;
    const values = readValues(
      back,
      initialValues(shown.body.elements.find((each) => each.tag === "form")!),
    );
    expect(values).toEqual(everyValue);
    const again = renderForm(back, opening, t, { values, errors: { due: ["Past."] } });
    expect(problemsOfCard(again)).toEqual([]);
    const filled = initialValues(again.body.elements.find((each) => each.tag === "form")!);
    expect(readValues(back, filled)).toEqual(everyValue);
    expect(readForm(again, filled).fields.find((field) => field.name === "due")?.error).toBe(
      "Past.",
    );
    expect(readForm(again, filled).error).toBe(t.mendForm());
  });

  it("leaves a field empty that was emptied", () => {
    const shown = renderForm(everyField, opening, t, {
      values: { ...everyValue, note: "", who: "", team: [], sure: "no" },
    });
    const filled = initialValues(shown.body.elements.find((each) => each.tag === "form")!);
    expect(readValues(everyField, filled)).toEqual({
      ...everyValue,
      note: "",
      who: "",
      team: [],
      sure: "no",
    });
  });

  it("with a whole sales centre to choose from still fits, and says that some names are not there; who was chosen is", () => {
    const people = Array.from({ length: 400 }, (_, i) =>
      option(`0193aaaa-0000-7000-8000-${String(i).padStart(12, "0")}`, `同事${i}`),
    );
    const shown = renderForm(
      form({
        title: "Praise",
        fields: [choiceField("person", "who", "Who", people, { initial: people[399]!.value })],
        submit: "Go",
        act: send({ about: "x" }),
        sees: "All",
      }),
      opening,
      t,
    );
    expect(problemsOfCard(shown)).toEqual([]);
    expect(bytesOf(shown)).toBeLessThanOrEqual(limits.cardBytes);
    expect(JSON.stringify(shown)).toContain("Some of the names did not fit");
    expect(initialValues(shown.body.elements.find((each) => each.tag === "form")!)).toEqual({
      who: people[399]!.value,
    });
  });

  it("says what of a long text did not fit into an input", () => {
    const shown = renderForm(
      form({
        title: "Note",
        fields: [longTextField("note", "Note", { initial: "词".repeat(1_020) })],
        submit: "Go",
        act: send({ about: "x" }),
        sees: "All",
      }),
      opening,
      t,
    );
    expect(problemsOfCard(shown)).toEqual([]);
    expect(JSON.stringify(shown)).toContain("20 more characters");
  });

  it.each([
    null,
    "x",
    {},
    { fields: [] },
    {
      title: ["t"],
      submit: ["s"],
      sees: ["s"],
      fields: [{ field: "secret", name: "x", label: [], required: true }],
    },
  ])("is not read out of %j", (value) => {
    expect(unpackForm(value, everyField.act)).toBeNull();
  });
});

test("praise has a sign and a header and tag in the colour of its value, the same each time; a goal reached has a sign", () => {
  const praise = (value: string): Card =>
    card({ title: "Well done", tone: "good", joy: "praise", chip: chip(value, "good") });
  const values = ["customer first", "teamwork", "integrity", "never give up", "客户第一"];
  const headers = values.map((value) => draw(praise(value)).header);
  for (const [i, value] of values.entries()) {
    expect(headers[i]?.title.content).toBe("👏 Well done");
    expect(headers[i]?.template).not.toBe("green");
    expect(headers[i]?.text_tag_list?.[0]?.color).toBe(headers[i]?.template);
    expect(problemsOfCard(draw(praise(value)))).toEqual([]);
  }
  expect(new Set(headers.map((each) => each?.template)).size).toBeGreaterThan(1);
  expect(draw(praise("teamwork")).header).toEqual(headers[1]);
  const reached = draw(card({ title: "G1", tone: "good", joy: "reached" })).header;
  expect([reached?.title.content, reached?.template]).toEqual(["🎉 G1", "green"]);
});

test("a figure and its unit are never parted, and what people typed stays as it is", () => {
  expect(JSON.stringify(draw(figured)).split(figuresWhole)).toHaveLength(6);
});
