// The stage of the demo: a chat in the terminal behind the Chat port, people who say, press and fill in, and a clock that is
// moved from one to the next.
import { readAddressed } from "#adapters/web/door/addressed";
import { addDays, weekday } from "#src/calendar/local-date";
import { instantAt, localDateAt } from "#src/calendar/zones";
import type { Outcome } from "#src/bot/declare/incoming";
import {
  withoutDepartments,
  type Chat,
  type ChatAddress,
  type OutgoingMessage,
  type PostResult,
} from "#src/ports/chat";
import type { MovableClock } from "#src/ports/transcript";
import type { BoundAction } from "#src/view/action";
import { card, type Button, type Card } from "#src/view/card";
import type { Field, Form, FormValues } from "#src/view/form";
import { plainLine } from "#src/view/line";
import type { House } from "#src/app/compose";
import type { Paper, Reader } from "./paper.ts";
import { days, type Beat, type Deed, type Moment } from "./script.ts";

export interface Actor extends Reader {
  /** As the chat knows them. */
  readonly user: string;
}

export interface StageParts {
  readonly platform: string;
  readonly workspace: string;
  /** In the order in which messages of one moment are printed. */
  readonly cast: readonly Actor[];
  readonly team: { readonly channel: string; readonly name: string };
  readonly botName: { readonly en: string; readonly zh: string };
  readonly paper: Paper;
}

interface Posted {
  readonly id: string;
  readonly deliveryId: string;
  readonly to: string;
  cards: readonly Card[];
}

const furthestDays = 7;

export function createStage(parts: StageParts) {
  const { cast, team, botName, paper, platform, workspace } = parts;
  const posted: Posted[] = [];
  /** What came since the last look, printed in the order of time and cast, whatever the order in which it was sent. */
  let fresh: { readonly at: Date; readonly place: number; readonly print: () => void }[] = [];
  let now: () => Date = () => new Date(0);

  const addressOf = (to: ChatAddress): string => ("user" in to ? to.user : `#${to.channel}`);
  function note(to: ChatAddress, cards: readonly Card[]): void {
    const at = now();
    if ("channel" in to) {
      const reader = { ...cast[0]!, name: `#${team.name}` };
      fresh.push({
        at,
        place: cast.length,
        print: () => paper.cards(at, botName.zh, reader, cards),
      });
      return;
    }
    const place = cast.findIndex((each) => each.user === to.user);
    const reader = cast[place];
    if (reader)
      fresh.push({
        at,
        place,
        print: () => paper.cards(at, botName[reader.locale], reader, cards),
      });
  }

  function post(to: ChatAddress, { deliveryId, cards }: OutgoingMessage): Promise<PostResult> {
    const known = posted.find((each) => each.deliveryId === deliveryId);
    if (known) return Promise.resolve({ result: "sent", messageId: known.id });
    const id = String(posted.length + 1);
    posted.push({ id, deliveryId, to: addressOf(to), cards });
    note(to, cards);
    return Promise.resolve({ result: "sent", messageId: id });
  }

  const chat: Chat = {
    platform,
    pace: { destination: null, installation: null },
    post,
    edit(to, messageId, { cards }) {
      const known = posted.find((each) => each.id === messageId);
      // What reads as before is on the page already.
      const stood = (known?.cards ?? []).map((each) => JSON.stringify(each));
      if (known) known.cards = cards;
      note(
        to,
        cards.filter((each) => !stood.includes(JSON.stringify(each))),
      );
      return Promise.resolve({ result: "sent", messageId });
    },
    ...withoutDepartments,
    find(_to, deliveryId) {
      const known = posted.find((each) => each.deliveryId === deliveryId);
      return Promise.resolve(known ? { found: "there", messageId: known.id } : { found: "absent" });
    },
  };

  function look(): void {
    const came = fresh.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.place - b.place);
    fresh = [];
    for (const each of came) each.print();
  }

  /** The newest message of this person that has such a button. */
  function buttonOf(
    user: string,
    label: string,
  ): { readonly button: Button; readonly message: Posted } {
    for (const message of posted.toReversed()) {
      if (message.to !== user) continue;
      const buttons = message.cards.flatMap((each) => [
        ...each.buttons,
        ...each.body.flatMap((element) =>
          element.element === "rows" ? element.rows.flatMap((row) => row.buttons ?? []) : [],
        ),
      ]);
      const button = buttons.find((each) => plainLine(each.label) === label);
      if (button) return { button, message };
    }
    const seen = posted.filter((each) => each.to === user).at(-1);
    throw new Error(
      `${user} has no button "${label}"; the last message has ${seen?.cards.flatMap((each) => each.buttons.map((button) => plainLine(button.label))).join(", ") ?? "nothing"}`,
    );
  }

  async function play(script: readonly Beat[], house: House, clock: MovableClock): Promise<void> {
    now = () => clock.now();
    const open = new Map<string, Open>();
    const shown = new Set<string>();
    let acts = 0;

    async function carryOut(actor: Actor, deed: Deed): Promise<void> {
      const common = {
        dedupeKey: `demo:${(acts += 1)}`,
        from: { platform, workspace, user: actor.user },
      };
      const { bot } = house;
      switch (deed.deed) {
        case "say":
          paper.says(now(), actor, botName[actor.locale], deed.text);
          return answered(
            actor,
            await bot.receive({ kind: "said", ...common, text: deed.text }),
            null,
          );
        case "say in team": {
          paper.says(now(), actor, `#${team.name}`, deed.text);
          const place = { platform, workspace, channel: team.channel };
          const outcome = await bot.receive({
            kind: "said",
            ...common,
            ...readAddressed(deed.text, Object.values(botName)),
            place,
          });
          if (outcome.outcome !== "ignored") paper.does(`✓ ${botName[actor.locale]}`);
          return answered(actor, outcome, null);
        }
        case "press in team": {
          const { button } = buttonOf(`#${team.channel}`, deed.label);
          paper.says(now(), actor, `#${team.name}`, `(${deed.label})`);
          return answered(
            actor,
            await bot.receive({
              kind: "pressed",
              ...common,
              ...button.act,
              place: { platform, workspace, channel: team.channel },
            }),
            null,
          );
        }
        case "press": {
          const { button, message } = buttonOf(actor.user, deed.label);
          paper.says(now(), actor, botName[actor.locale], `(${deed.label})`);
          return answered(
            actor,
            await bot.receive({ kind: "pressed", ...common, ...button.act }),
            message,
          );
        }
        case "fill":
          return fill(actor, deed.values, common);
      }
    }

    async function fill(
      actor: Actor,
      values: Readonly<Record<string, string>>,
      common: {
        readonly dedupeKey: string;
        readonly from: { platform: string; workspace: string; user: string };
      },
    ): Promise<void> {
      const form = open.get(actor.user);
      if (!form) throw new Error(`${actor.user} has no form open`);
      for (const [label, value] of Object.entries(values)) {
        const field = fieldOf(form.form, label);
        form.values[field.name] =
          "options" in field
            ? (field.options.find((each) => plainLine(each.label) === value)?.value ?? value)
            : value;
      }
      const filled = Object.entries(values).map(([label, value]) => `${label} = ${value}`);
      paper.does(filled.length === 0 ? "✓" : filled.join(", "));
      const act: BoundAction = form.form.act;
      answered(
        actor,
        await house.bot.receive({
          kind: "submitted",
          ...common,
          ...act,
          values: { ...form.values },
        }),
        form.origin,
      );
    }

    /** In full the first time in each language. */
    function showForm({ locale }: Actor, form: Form): void {
      const name = `${locale} ${form.act.name}`;
      if (shown.has(name)) paper.formAgain(form);
      else paper.form(form);
      shown.add(name);
    }

    function answered(actor: Actor, outcome: Outcome, origin: Posted | null): void {
      if (outcome.outcome !== "correct") open.delete(actor.user);
      switch (outcome.outcome) {
        case "show":
          posted.push({
            id: String(posted.length + 1),
            deliveryId: "",
            to: actor.user,
            cards: outcome.cards,
          });
          return outcome.cards.forEach((each) => paper.card(each));
        case "replace":
          if (origin) origin.cards = outcome.cards;
          return outcome.cards.forEach((each) => paper.card(each));
        case "ask":
          open.set(actor.user, { form: outcome.form, values: initial(outcome.form), origin });
          return showForm(actor, outcome.form);
        case "correct":
          return paper.errors(labelled(open.get(actor.user)?.form, outcome.errors));
        case "toast":
          return plainLine(outcome.line) === ""
            ? undefined
            : paper.card(card({ title: outcome.line }));
        case "delivered":
        case "ignored":
          return undefined;
        case "stranger":
          throw new Error(`${actor.user} is a stranger here`);
      }
    }

    for (const beat of script) {
      if (beat.beat === "scene") {
        paper.scene(beat.title);
        continue;
      }
      const actor = cast.find((each) => each.user === beat.who);
      if (!actor) throw new Error(`nobody is called ${beat.who}`);
      await clock.moveTo(momentAfter(clock.now(), beat.when, actor.zone));
      look();
      for (const deed of beat.deeds) {
        await carryOut(actor, deed);
        await house.deliveries.drain();
        look();
      }
    }
  }

  return { chat, play };
}

interface Open {
  readonly form: Form;
  readonly values: Record<string, string | readonly string[]>;
  readonly origin: Posted | null;
}

/** The first such moment from now on. A script that would have to wait a week is told so: its beats are out of order. */
function momentAfter(now: Date, when: Moment, zone: string): Date {
  const [day = "", time = ""] = when.split(" ");
  const today = localDateAt(now, zone);
  for (let ahead = 0; ahead < furthestDays; ahead++) {
    const date = addDays(today, ahead);
    const moment = instantAt(date, time, zone);
    if (days[weekday(date) - 1] === day && moment >= now) return moment;
  }
  throw new Error(`${when} in ${zone} is past: it is ${now.toISOString()}`);
}

function fieldOf(form: Form, label: string): Field {
  const found = form.fields.find((each) => plainLine(each.label) === label || each.name === label);
  if (!found)
    throw new Error(
      `no field "${label}" in ${form.fields.map((each) => plainLine(each.label)).join(", ")}`,
    );
  return found;
}

/** What stands in the form when it opens. */
function initial(form: Form): Record<string, FormValues[string]> {
  return Object.fromEntries(
    form.fields.map((field) => [
      field.name,
      field.field === "yesNo"
        ? field.initial
          ? "yes"
          : "no"
        : (field.initial ?? (field.field === "choices" || field.field === "people" ? [] : "")),
    ]),
  );
}

const labelled = (
  form: Form | undefined,
  errors: Extract<Outcome, { outcome: "correct" }>["errors"],
) =>
  Object.fromEntries(
    Object.entries(errors).map(([name, line]) => [
      form ? plainLine(fieldOf(form, name).label) : name,
      line,
    ]),
  );
