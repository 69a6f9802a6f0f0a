// What there is to be glad about, and the people it is about, as the web shows them.
import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import { renderSample } from "#adapters/web/pages/gallery";
import { createLanguage } from "#src/language/catalogue";
import { card, chip, rows, type Card } from "#src/view/card";
import { said } from "#src/view/line";
import { figured } from "#test/adapters/samples";

const shown = async (view: Card) => parse(await renderSample(view, "en", createLanguage()));

it("shows praise with the faces of its people and the value in a colour of its own, the same each time", async () => {
  const praise = (value: string): Card =>
    card({
      title: "Lan praises Maya",
      joy: "praise",
      faces: [said("周岚"), said("Maya")],
      chip: chip(value, "good"),
    });
  const first = await shown(praise("customer first"));
  expect(first.querySelectorAll(".joy .face").map((each) => each.text)).toEqual(["岚", "M"]);
  const look = (page: typeof first) => page.querySelector(".chip.value")?.getAttribute("class");
  expect(look(first)).toMatch(/shade\d/);
  expect(look(await shown(praise("customer first")))).toBe(look(first));
  const looks = await Promise.all(
    ["one team", "courage", "craft"].map(async (value) => look(await shown(praise(value)))),
  );
  expect(new Set([...looks, look(first)]).size).toBeGreaterThan(1);
});

it("throws paper for a goal that is reached, and for nothing else", async () => {
  const reached = await shown(card({ title: "G1", joy: "reached" }));
  expect(reached.querySelectorAll(".confetti rect").length).toBeGreaterThan(10);
  expect((await shown(card({ title: "G1", tone: "good" }))).querySelector(".confetti")).toBeNull();
});

it("puts a face beside the name of a row, and figures with nothing to press beside each other", async () => {
  const bar = { done: 0.5, says: ["half"] };
  const page = await shown(
    card({
      title: "Team",
      body: [
        rows([
          { line: ["CNY"], bar },
          { line: ["EUR"], bar },
        ]),
        rows([{ line: ["Maya"], faces: [said("Maya")] }]),
      ],
    }),
  );
  expect(page.querySelectorAll(".rows.sums li")).toHaveLength(2);
  expect(page.querySelector(".rows:not(.sums) .face")?.text).toBe("M");
});

it("never parts a figure and its unit, and leaves what people typed as it is", async () => {
  const page = await shown(figured);
  const kept = page.querySelectorAll(".whole").map((each) => each.text);
  expect(kept).toEqual(Array.from({ length: 5 }, () => ["12万", "36 workdays"]).flat());
});
