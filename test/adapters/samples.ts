// One card and one form with everything the view model has, and text that tries to be more than text.
import { localDate } from "#src/calendar/local-date";
import { defineAction } from "#src/view/action";
import {
  bar,
  button,
  card,
  chart,
  groups,
  chip,
  fact,
  facts,
  heading,
  quote,
  rows,
  softText,
  table,
  text,
  type Card,
} from "#src/view/card";
import {
  choiceField,
  choicesField,
  form,
  dateField,
  inputField,
  longTextField,
  option,
  textField,
  yesNoField,
  type Form,
} from "#src/view/form";
import type { Standings, Way } from "#src/view/chart";
import { bold, line, mention, placeLink, said, typed } from "#src/view/line";
import { z } from "zod";

export const press = defineAction("sample.press", 3, z.object({ what: z.string() }));
export const send = defineAction("sample.send", 2, z.object({ about: z.string() }));

export const hostile: readonly string[] = [
  "<!channel>",
  '<at user_id="all">everybody</at>',
  "**bold** _soft_ ~gone~ `code`",
  "[click](https://example.com)",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "&lt;b&gt; &amp; &#39;",
  '" onmouseover="alert(1)',
  "</bdi></p></textarea><b>out</b>",
  "\u202Eright to left\u202C and back",
  "\u2067isolated",
  "👩‍👩‍👧‍👦 🏳️‍🌈 é 한국어 𠮷",
  "${1+1} {{7*7}} %s \\n",
  "two\nlines",
];

/** How often `everywhere` has its words outside of buttons. */
export const placesOfWords = 13;

/** Some words in every place of a card that is not a field, and on two buttons. */
export function everywhere(words: string): Card {
  const line = [said(words)];
  return card({
    title: words,
    chip: chip(words, "plain"),
    context: line,
    body: [
      heading(line),
      quote(line),
      bar({ done: 0.5, says: line }),
      facts(fact(words, line)),
      rows([
        {
          line,
          soft: line,
          trend: { points: [0, 1], plan: [0, 1], says: line },
          buttons: [button(words, press({ what: "row" }))],
        },
      ]),
      table([["Head"]], [[line]]),
    ],
    buttons: [button(line, press({ what: "card" }))],
    sees: line,
  });
}

const figures = line`12万 in 36 workdays, G7 and all, says ${said("3万 for 5 calls")}`;
/** Figures of ours and of others, in five places. */
export const figured: Card = card({
  title: "t",
  context: figures,
  body: [text(figures), facts(fact("So far", figures)), rows([{ line: figures, soft: figures }])],
});
/** How each of them is shown: ours never parted from their units, those of others as typed. */
export const figuresWhole = "12\u2060万 in 36\u00A0workdays, G7 and all, says 3万 for 5 calls";

export const sampleStandings: Standings = {
  kind: "standings",
  name: ["each"],
  about: ["by name"],
  takeaway: ["Tuesday was better."],
  barLabel: ["attained"],
  markLabel: ["own time"],
  bars: [
    { label: ["Mon"], bar: { done: 0.3, mark: 0.4, says: ["3 calls"], figure: ["30 %"] } },
    { label: ["Tue"], bar: { done: 0.7, mark: 0.4, says: ["7 calls"], figure: ["70 %"] } },
  ],
};
export const sampleWay: Way = {
  kind: "way",
  name: ["all"],
  about: ["all of them together"],
  takeaway: ["Ahead of plan."],
  tone: "good",
  points: [
    { at: 0, value: 0, label: ["W1"] },
    { at: 0.4, value: 3, label: ["W2"] },
  ],
  plan: [
    { at: 0, value: 0, label: ["W1"] },
    { at: 0.4, value: 2, label: ["W2"] },
    { at: 1, value: 5, label: ["W4"] },
  ],
  says: { now: ["3 in all"], planNow: ["plan today 2"], end: ["plan 5"] },
  legend: { way: ["calls"], plan: ["plan"] },
  ticks: [
    { value: 0, label: ["0"] },
    { value: 5, label: ["5"] },
  ],
  figures: { head: [["Week"], ["calls"], ["plan"]], rows: [[["W2"], ["3"], ["2"]]] },
};

export const everyElement: Card = card({
  title: "The title",
  joy: "reached",
  faces: [said("Maya")],
  tone: "good",
  chip: chip("on track", "good"),
  context: "where it comes from",
  body: [
    text(
      line`Plain, ${bold("bold words")}, ${mention({ id: "p1", name: "Maya" })}, ${typed("log 12k")}, ${placeLink({ id: "c1", name: "sales east" })} and ${said("as typed")}`,
    ),
    softText("softly said"),
    heading("what follows", { soft: ["how much it is"] }),
    quote("words of somebody"),
    bar({ done: 0.61, mark: 0.56, markLabel: ["time elapsed"], says: ["61 % of the goal"] }),
    facts(fact("Current", "€305k"), fact("Needed", "€195k")),
    rows([
      {
        line: ["a row"],
        soft: ["its soft line"],
        chip: chip("late", "warning"),
        bar: { done: 0.2, says: ["row progress"], tone: "bad" },
        trend: { points: [0, 0.1, 0.2], plan: [0, 0.2, 0.4], says: ["lately a little"] },
        buttons: [button("Row button", press({ what: "row" }))],
      },
      {
        line: ["a quiet row"],
        menu: true,
        buttons: [
          button("First choice", press({ what: "first" })),
          button("Second choice", press({ what: "second" })),
        ],
      },
    ]),
    table([["Who"], ["How much"]], [[["Maya"], ["12k"]]]),
    groups(
      {
        group: ["Person"],
        row: ["Goal"],
        chip: ["State"],
        bar: ["So far"],
        trend: ["Trend"],
        beside: [["Last wrote"]],
      },
      [
        {
          title: ["Renke"],
          faces: [said("Renke")],
          rows: [
            {
              line: ["demos held"],
              chip: chip("behind", "bad"),
              bar: { done: 0.3, mark: 0.5, says: ["3 of 10"], tone: "bad" },
            },
            { line: ["calls made"], chip: chip("fine", "good") },
          ],
          beside: [{ line: ["on Monday"], tone: "bad" }],
        },
      ],
    ),
    chart(sampleStandings, { ...sampleWay, name: ["the other"], takeaway: ["The other is late."] }),
    chart(sampleWay),
  ],
  page: {
    label: ["Open the page"],
    organisation: "00000000-0000-7000-8000-000000000001",
    link: "00000000-0000-7000-8000-000000000002",
  },
  buttons: [
    button("Do it", press({ what: "card" }), "primary"),
    button("Take it back", press({ what: "back" }), "quiet", "This cannot be undone."),
  ],
  sees: "Seen by your manager",
});

/** The words by which each row of a degradation table is recognised on the screen. */
export const wordsOf = {
  title: ["The title"],
  page: ["Open the page"],
  faces: ["Maya"],
  joy: ["The title"],
  chip: ["on track", "late"],
  context: ["where it comes from"],
  text: ["Plain, ", "softly said"],
  bold: ["bold words"],
  mention: ["Maya"],
  place: ["sales east"],
  typed: ["log 12k"],
  heading: ["what follows", "how much it is"],
  trend: ["lately a little"],
  quote: ["words of somebody"],
  bar: ["61 % of the goal", "row progress", "time elapsed"],
  facts: ["Current", "€305k", "Needed"],
  rows: ["a row", "its soft line"],
  table: ["Who", "How much", "12k"],
  groups: ["Renke", "demos held", "behind", "3 of 10", "calls made", "Last wrote", "on Monday"],
  chart: ["Tuesday was better.", "70 %", "7 calls", "The other is late.", "Ahead of plan."],
  menu: ["a quiet row"],
  sees: ["Seen by your manager"],
} as const;

const people = [option("p1", "Maya"), option("p2", "林晓"), option("p3", "Renke")];
const many = Array.from({ length: 8 }, (_, i) => option(`v${i}`, `Value ${i}`));

export const everyField: Form = form({
  title: "Everything asked",
  intro: "Why it is asked",
  fields: [
    textField("note", "A note", { initial: 'said "so" & <b>', hint: "a hint" }),
    longTextField("story", "A story", { initial: "\nfirst line empty\nlast" }),
    inputField("number", "calls", "Calls", { initial: "12", required: true }),
    inputField("amount", "sum", "Sum", { initial: "12万" }),
    dateField("due", "Due", { initial: localDate("2026-12-31"), required: true }),
    choiceField("choice", "mood", "Mood", [option("up", "Up"), option("down", "Down")], {
      initial: "up",
      required: true,
    }),
    choiceField("choice", "value", "Value", many, { initial: "v7" }),
    choicesField("choices", "days", "Days", [option("1", "Mon"), option("2", "Tue")], {
      initial: ["2"],
    }),
    choiceField("person", "who", "Who", people, { initial: "p2" }),
    choicesField("people", "team", "Team", people, { initial: ["p1", "p3"] }),
    yesNoField("sure", "Sure", { initial: true }),
  ],
  submit: "Send it",
  act: send({ about: "everything" }),
  sees: "Only you will see this",
});

/** The values of `everyField` when nothing was changed. */
export const everyValue = {
  note: 'said "so" & <b>',
  story: "\nfirst line empty\nlast",
  calls: "12",
  sum: "12万",
  due: "2026-12-31",
  mood: "up",
  value: "v7",
  days: ["2"],
  who: "p2",
  team: ["p1", "p3"],
  sure: "yes",
};
