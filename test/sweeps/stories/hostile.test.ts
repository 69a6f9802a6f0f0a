// Every text field of every form, filled with what people and pranksters paste: stored whole, or refused with one sentence.
import { wordsOf } from "#src/bot/declare/practice";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { createTranscript } from "#db/stores/playground";
import type { Outcome } from "#src/bot/declare/incoming";
import { createRegistry } from "#src/bot/declare/registry";
import { createLanguage } from "#src/language/catalogue";
import { countGraphemes, locales } from "#src/language/text";
import { practices } from "#src/practices/index";
import { actsOn, type Card } from "#src/view/card";
import type { Field, Form, FormValues } from "#src/view/form";
import { plainLine } from "#src/view/line";
import { story } from "#test/support/story/story";

const registry = createRegistry(practices);
const speaking = createLanguage();

const hostile: readonly ((most: number) => string)[] = [
  () => "<!channel> <!here> <@U1|x>",
  () => '<at user_id="all">所有人</at>',
  () => "**bold** _it_ [a](javascript:b) `c`",
  () => "<script>alert(1)</script> &amp; <b>",
  () => "\u05E9\u05DC\u05D5\u05DD مرحبا ok",
  (most) => "a\u{1F600}".repeat(Math.ceil(most / 2)).slice(0, most + Math.floor(most / 2) + 1),
  () => "x".repeat(5000),
];

const isText = (field: Field): field is Extract<Field, { readonly max: number }> =>
  field.field === "text" || field.field === "longText";

const system = story(undefined, "all");

type Done =
  | {
      readonly kind: "pressed" | "submitted";
      readonly name: string;
      readonly version: number;
      readonly payload: unknown;
      readonly values?: FormValues;
    }
  | { readonly kind: "said"; readonly text: string };
const give = (user: string, what: Done): Promise<Outcome> =>
  system.house.bot.receive({
    ...what,
    dedupeKey: randomUUID(),
    from: system.account(user),
  } as Parameters<typeof system.house.bot.receive>[0]);

function filled(
  form: Form,
  words: (field: Extract<Field, { readonly max: number }>) => string,
): FormValues {
  const value = (field: Field): string | readonly string[] => {
    if (isText(field)) return words(field);
    if (field.field === "yesNo") return field.initial ? "yes" : "no";
    if (field.initial !== undefined && field.initial !== "") return field.initial;
    if ("options" in field) return field.options[0]?.value ?? "";
    return { number: "3", amount: "5", date: "2026-12-15" }[field.field];
  };
  return Object.fromEntries(form.fields.map((field) => [field.name, value(field)]));
}

/** Whether a row of any table holds these words as they are. Rows read as text double their quotes and backslashes. */
async function kept(words: string): Promise<boolean> {
  return inOrganisation(system.database, playgroundOrganisation, async (tx) => {
    const tables = await execute<{ name: string }>(
      tx,
      sql`select tablename as name from pg_tables where schemaname = current_schema() and has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'select')`,
    );
    for (const { name } of tables) {
      const [found] = await execute<{ found: boolean }>(
        tx,
        sql`select exists(select from ${sql.identifier(name)} r, jsonb_path_query(to_jsonb(r), '$.** ? (@.type() == "string")') v where (v #>> '{}') = ${words} or position(${words} in (v #>> '{}')) > 0) as found`,
      );
      if (found?.found) return true;
    }
    return false;
  });
}

describe("hostile words in every text field", () => {
  it.each(["linxiao", "renke", "zhoulan"])(
    "are stored whole or refused with one sentence, whatever %s opens",
    async (user) => {
      const opened = new Set<string>();
      const wrong: string[] = [];
      let storedForms = 0;

      async function send(form: Form, text: (most: number) => string): Promise<void> {
        const words = (field: Extract<Field, { readonly max: number }>): string => text(field.max);
        let outcome = await give(user, {
          kind: "submitted",
          ...form.act,
          values: filled(form, words),
        });
        let fields = form.fields.filter(isText);
        if (outcome.outcome === "correct") {
          const { errors } = outcome;
          for (const [name, says] of Object.entries(errors))
            if (plainLine(says) === "")
              wrong.push(`${form.act.name}.${name} is refused without a word`);
          fields = fields.filter((field) => !errors[field.name]);
          outcome = await give(user, {
            kind: "submitted",
            ...form.act,
            values: filled(form, (field) =>
              errors[field.name] ? (field.initial ?? "一句话") : words(field),
            ),
          });
        }
        if (outcome.outcome !== "show" && outcome.outcome !== "replace") return;
        storedForms += 1;
        for (const field of fields)
          if (countGraphemes(words(field)) <= field.max && !(await kept(words(field))))
            wrong.push(`${form.act.name}.${field.name} lost ${words(field).slice(0, 40)}`);
      }

      async function follow(cards: readonly Card[]): Promise<void> {
        for (const act of cards.flatMap(actsOn)) {
          if (opened.has(act.name)) continue;
          opened.add(act.name);
          await took(await give(user, { kind: "pressed", ...act }));
        }
      }

      async function took(outcome: Outcome): Promise<void> {
        if (outcome.outcome === "show" || outcome.outcome === "replace")
          await follow(outcome.cards);
        if (outcome.outcome !== "ask" || !outcome.form.fields.some(isText)) return;
        for (const text of hostile) await send(outcome.form, text);
      }

      const transcript = createTranscript(system.database, playgroundOrganisation);
      for (const command of registry.commands) {
        for (const locale of locales) {
          const { example } = command.declaration.help(
            wordsOf(command.practice, speaking, {
              locale,
              zone: "Asia/Shanghai",
              currency: "CNY",
            }),
          );
          await took(await give(user, { kind: "said", text: example }));
        }
      }
      await took(await give(user, { kind: "said", text: "goal new" }));
      await system.house.deliveries.drain();
      for (const message of await transcript.latest({ user }, 100)) await follow(message.cards);
      expect([...new Set(wrong)]).toEqual([]);
      expect(system.errors).toEqual([]);
      expect(storedForms).toBeGreaterThan(5);
    },
    240_000,
  );
});
