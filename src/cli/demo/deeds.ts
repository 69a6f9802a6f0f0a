// What people do in the demo: they say, press and fill in, and see at once what answers.
import { readAddressed } from "#adapters/web/door/addressed";
import type { House } from "#src/app/compose";
import type { Incoming, Outcome } from "#src/bot/declare/incoming";
import { card } from "#src/view/card";
import type { Form } from "#src/view/form";
import { plainLine } from "#src/view/line";
import { fillIn, labelled, opened, type OpenForm } from "./open-form.ts";
import type { CastMember, Posted, Screen, StageParts } from "./screen.ts";
import type { Deed } from "./script.ts";

type DeedOf<Name extends Deed["deed"]> = Extract<Deed, { readonly deed: Name }>;

interface FormOnScreen extends OpenForm {
  /** The message whose button opened it. */
  readonly origin: Posted | null;
}

export function createDeeds(
  { platform, workspace, team, botName, paper }: StageParts,
  screen: Screen,
  { bot }: House,
  now: () => Date,
) {
  const open = new Map<string, FormOnScreen>();
  const showAnswer = createAnswers(paper, screen, open);
  const place = { platform, workspace, channel: team.channel };
  let acts = 0;

  /** The next event, by that person. */
  const by = ({
    user,
  }: CastMember): Pick<Extract<Incoming, { kind: "said" }>, "dedupeKey" | "from"> => ({
    dedupeKey: `demo:${(acts += 1)}`,
    from: { platform, workspace, user },
  });

  return function carryOut(actor: CastMember, deed: Deed): Promise<void> {
    switch (deed.deed) {
      case "say":
        return say(actor, deed);
      case "say in team":
        return sayInTeam(actor, deed);
      case "press":
        return press(actor, deed);
      case "press in team":
        return pressInTeam(actor, deed);
      case "fill":
        return fill(actor, deed);
    }
  };

  async function say(actor: CastMember, { text }: DeedOf<"say">): Promise<void> {
    paper.says(now(), actor, botName[actor.locale], text);
    showAnswer(actor, await bot.receive({ kind: "said", ...by(actor), text }), null);
  }

  async function sayInTeam(actor: CastMember, { text }: DeedOf<"say in team">): Promise<void> {
    paper.says(now(), actor, `#${team.name}`, text);
    const words = readAddressed(text, Object.values(botName));
    const outcome = await bot.receive({ kind: "said", ...by(actor), ...words, place });
    if (outcome.outcome !== "ignored") paper.does(`✓ ${botName[actor.locale]}`);
    showAnswer(actor, outcome, null);
  }

  async function press(actor: CastMember, { label }: DeedOf<"press">): Promise<void> {
    const { button, message } = screen.buttonOf(actor.user, label);
    paper.says(now(), actor, botName[actor.locale], `(${label})`);
    const outcome = await bot.receive({ kind: "pressed", ...by(actor), ...button.act });
    showAnswer(actor, outcome, message);
  }

  async function pressInTeam(actor: CastMember, { label }: DeedOf<"press in team">): Promise<void> {
    const { button } = screen.buttonOf(`#${team.channel}`, label);
    paper.says(now(), actor, `#${team.name}`, `(${label})`);
    const outcome = await bot.receive({ kind: "pressed", ...by(actor), ...button.act, place });
    showAnswer(actor, outcome, null);
  }

  async function fill(actor: CastMember, { values: typed }: DeedOf<"fill">): Promise<void> {
    const asked = open.get(actor.user);
    if (!asked) throw new Error(`${actor.user} has no form open`);
    fillIn(asked, typed);
    const filled = Object.entries(typed).map(([label, value]) => `${label} = ${value}`);
    paper.does(filled.length === 0 ? "✓" : filled.join(", "));
    const { form, values, origin } = asked;
    const sent = { kind: "submitted", ...by(actor), ...form.act, values: { ...values } } as const;
    showAnswer(actor, await bot.receive(sent), origin);
  }
}

function createAnswers(
  paper: StageParts["paper"],
  screen: Screen,
  open: Map<string, FormOnScreen>,
) {
  const shown = new Set<string>();

  /** In full the first time in each language. */
  function showForm({ locale }: CastMember, form: Form): void {
    const name = `${locale} ${form.act.name}`;
    if (shown.has(name)) paper.formAgain(form);
    else paper.form(form);
    shown.add(name);
  }

  /** `origin`: the message that was pressed. */
  return (actor: CastMember, outcome: Outcome, origin: Posted | null): void => {
    const { user } = actor;
    if (outcome.outcome !== "correct") open.delete(user);
    switch (outcome.outcome) {
      case "show":
        screen.answered(user, outcome.cards);
        return outcome.cards.forEach((each) => paper.card(each));
      case "replace":
        if (origin) origin.cards = outcome.cards;
        return outcome.cards.forEach((each) => paper.card(each));
      case "ask":
        open.set(user, { ...opened(outcome.form), origin });
        return showForm(actor, outcome.form);
      case "correct":
        return paper.errors(labelled(open.get(user)?.form, outcome.errors));
      case "toast":
        return plainLine(outcome.line) === ""
          ? undefined
          : paper.card(card({ title: outcome.line }));
      case "delivered":
      case "ignored":
        return undefined;
      case "stranger":
        throw new Error(`${user} is a stranger here`);
    }
  };
}
