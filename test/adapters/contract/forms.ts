// What every surface must do with forms.
import { isolated } from "#src/language/bidi";
import { expect, test } from "vitest";
import type { Incoming } from "#src/bot/declare/incoming";
import { card } from "#src/view/card";
import { choicesField, form, option, textField } from "#src/view/form";
import { said } from "#src/view/line";
import { persona } from "#test/support/story/persona";
import { everyField, everyValue, hostile, send } from "#test/adapters/samples";
import { locale, asking, posted, type Made, type Adapter } from "./made.ts";

export function forms({ make }: Adapter): void {
  async function asked(made: Made, shown = everyField): Promise<void> {
    await posted(made, asking());
    made.bot.next({ outcome: "ask", form: shown, locale });
    await made.surface.press(made.user, "Start");
  }
  const submissions = (made: Made) =>
    made.bot.received.filter(
      (each): each is Extract<Incoming, { kind: "submitted" }> => each.kind === "submitted",
    );

  test("bring back what stands in every field", async () => {
    const made = await make();
    await asked(made);
    await made.surface.fill(made.user, {});
    expect(submissions(made)).toMatchObject([
      { name: "sample.send", version: 2, payload: { about: "everything" }, values: everyValue },
    ]);
  });

  test("bring back what was typed and chosen, and nothing where it was emptied", async () => {
    const made = await make();
    await asked(made);
    await made.surface.fill(made.user, {
      "A note": "新的",
      story: "a\nb",
      Mood: "Down",
      Value: "Value 3",
      Days: [],
      Team: ["林晓"],
      sure: "no",
      Sum: "",
    });
    expect(submissions(made)[0]?.values).toEqual({
      ...everyValue,
      note: "新的",
      story: "a\nb",
      mood: "down",
      value: "v3",
      days: [],
      team: ["p2"],
      sure: "no",
      sum: "",
    });
  });

  test("show an error beside its field, keep what was typed and the attempt, and close when all is well", async () => {
    const made = await make();
    const rep = persona(made.surface, made.user);
    await asked(made);
    made.bot.next({ outcome: "correct", errors: { due: ["That day is past."] }, locale });
    await rep.fills({ Due: "2026-11-10", Sum: "15万" });
    await rep.sees("That day is past.");
    const { form: shown } = await rep.screen();
    expect(shown?.fields.filter((field) => field.error !== undefined)).toMatchObject([
      { name: "due", value: "2026-11-10", error: "That day is past." },
    ]);
    made.bot.next({ outcome: "replace", cards: [card({ title: "It is kept." })], locale });
    await rep.fills({ Due: "2026-12-24" });
    await rep.sees("It is kept.");
    const [first, second] = submissions(made);
    expect(second?.values).toMatchObject({ due: "2026-12-24", sum: "15万" });
    expect(second?.dedupeKey).toBe(first?.dedupeKey);
    const after = await rep.screen();
    expect(after.form).toBeNull();
    const texts = after.messages.map((message) => message.text);
    expect(texts).toContain("It is kept.");
    expect(texts).not.toContain("A start");
  });

  test("stay open under a refusal, so that nothing typed is lost", async () => {
    const made = await make();
    await asked(made);
    made.bot.next({ outcome: "toast", line: ["Not for you."], locale, tone: "bad" });
    await made.surface.fill(made.user, { "A note": "long work" });
    const { form: shown } = await made.surface.screen(made.user);
    expect(shown?.error).toBe("Not for you.");
    expect(shown?.fields[0]?.value).toBe("long work");
  });

  test("are another attempt each time they are opened, and may follow one another", async () => {
    const made = await make();
    const second = form({
      title: "Step two",
      fields: [textField("more", "More")],
      submit: "Finish",
      act: send({ about: "two" }),
      sees: "You",
    });
    await asked(made);
    made.bot.next({ outcome: "ask", form: second, locale });
    await made.surface.fill(made.user, {});
    expect((await made.surface.screen(made.user)).form?.title).toBe("Step two");
    await made.surface.fill(made.user, { More: "yes" });
    expect(submissions(made)[1]).toMatchObject({
      payload: { about: "two" },
      values: { more: "yes" },
    });
    expect(submissions(made)[1]?.dedupeKey).not.toBe(submissions(made)[0]?.dedupeKey);
  });

  test.each(hostile)(
    "show %j in a label, a hint, an option, a value and an error as it is",
    async (words) => {
      const made = await make();
      const oneLine = words.replaceAll("\n", " ");
      await asked(
        made,
        form({
          title: said(words),
          fields: [
            textField("f", said(words), { initial: oneLine, hint: said(words) }),
            choicesField("choices", "g", "G", [option("o", said(words))]),
          ],
          submit: "Send it",
          act: send({ about: "x" }),
          sees: "You",
        }),
      );
      made.bot.next({ outcome: "correct", errors: { f: [said(words)] }, locale });
      await made.surface.fill(made.user, {});
      const shown = (await made.surface.screen(made.user)).form;
      const seen = isolated(words);
      expect(shown?.title).toBe(seen);
      expect(shown?.fields).toMatchObject([
        { label: seen, hint: seen, value: oneLine, error: seen },
        { options: [seen] },
      ]);
      expect(submissions(made)[0]?.values).toEqual({ f: oneLine, g: [] });
    },
  );
}
