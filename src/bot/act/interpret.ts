// Step 3: what is meant. A line becomes a command of one practice, a press or a form its handler; nothing is carried out here.
import { longestLine, readable } from "#src/language/text";
import { isFor, type Person } from "#src/people/person";
import { actsOn, button, card } from "#src/view/card";
import { typed as asTyped } from "#src/view/line";
import { say } from "../declare/actions.ts";
import { nothing, parseReply, show, toast, type Answer } from "../declare/answer.ts";
import type { DroppedBy } from "#src/ports/chat/files";
import type { Reading } from "../declare/arguments.ts";
import { Refusal } from "../declare/errors.ts";
import type { UserEvent } from "../declare/incoming.ts";
import type { Press, Reaction, Submit } from "../declare/practice.ts";
import type { Declared, DeclaredCommand, Registry } from "../declare/registry.ts";
import { isOn } from "../switches.ts";
import { slipsFrom, startsWithFigure, type Recognised } from "../declare/verbs.ts";
import type { HouseMessages } from "../messages/index.ts";
import { isMeant, isOverheard } from "./meaning/channel-rules.ts";
import { smallTalkIn } from "#src/language/small-talk";
import type { Clock } from "#src/ports/process/clock";
import type { ActContext, Contexts, HandlerContext } from "./context.ts";
import { actKey } from "./open.ts";
import { buttonTyped } from "./meaning/typed-label.ts";

export type CommandLine = Pick<Reading, "typed" | "whole" | "rest">;

export type Meaning =
  | {
      readonly means: "command";
      readonly command: DeclaredCommand;
      readonly line: CommandLine;
      /** The answer where something is missing and another verb, or none, may have been meant. */
      readonly orElse?: () => Answer | null;
    }
  | {
      readonly means: "use";
      /** Null where there is no such button or form any more. */
      readonly declared: Declared<Press<never, never> | Submit<never, never>> | null;
      readonly version: number;
      /** Runs its handler; null where the payload is none of its action's. */
      readonly run: (context: HandlerContext) => Promise<Answer> | null;
    }
  | {
      readonly means: "mark";
      readonly declared: Declared<Reaction<never, never>>;
      readonly subject: string;
      readonly added: boolean;
    }
  | { readonly means: "answer"; readonly answer: Answer };

const answered = (answer: Answer): Meaning => ({ means: "answer", answer });

export function createInterpret(registry: Registry, contexts: Contexts, clock: Clock) {
  const { said, overheard } = createLineReader(registry, contexts, clock);

  return async function interpret(event: UserEvent, act: ActContext): Promise<Meaning> {
    switch (event.kind) {
      case "said":
        if (event.file !== undefined)
          return answered(await droppedFile({ ...event.file, from: event.from }, act));
        return isOverheard(event) ? overheard(event.text, act) : said(event.text, act);
      case "pressed":
        if (event.name === say.action) return said(lineOf(event, act), act);
        return pressed(event);
      case "submitted":
        return submitted(event);
      case "reacted":
        return marked(event.added, act);
      case "messageChanged":
        return answered(await ofChange(event, act, registry, contexts));
      case "homeOpened":
        return answered(toast([]));
    }
  };

  /** Of the first practice that takes files; without one that is on here, the sentence for what is off. */
  async function droppedFile(file: DroppedBy, act: ActContext): Promise<Answer> {
    const taking = registry.practices.filter((each) => each.fileDropped !== undefined);
    for (const practice of taking)
      if (practice.fileDropped && isOn(practice, act.organisation))
        return practice.fileDropped(file, contexts.of(practice, act));
    const [off] = taking.flatMap((practice) => contexts.whenOff(practice, act) ?? []);
    throw new Refusal(off ?? contexts.house(act).oldCard());
  }

  function pressed({ name, version, payload }: Extract<UserEvent, { kind: "pressed" }>): Meaning {
    const declared = registry.pressed(name);
    const run = (context: HandlerContext) => declared?.declaration.run(payload, context) ?? null;
    return { means: "use", declared, version, run };
  }

  function submitted(event: Extract<UserEvent, { kind: "submitted" }>): Meaning {
    const declared = registry.submitted(event.name);
    const run = (context: HandlerContext) =>
      declared?.declaration.run(event.payload, event.values, context) ?? null;
    return { means: "use", declared, version: event.version, run };
  }

  /** A button that says a line: a chosen name, a "did you mean". */
  function lineOf(
    pressed: { readonly version: number; readonly payload: unknown },
    act: ActContext,
  ): string {
    const payload = say.schema.safeParse(pressed.payload);
    if (!payload.success || pressed.version !== say.version)
      throw new Refusal(contexts.house(act).oldCard());
    return payload.data.text;
  }

  /** Marks under messages that nobody counts are nobody's business. */
  async function marked(
    added: boolean,
    { delivery, stores, organisation }: ActContext,
  ): Promise<Meaning> {
    const standing = delivery ? await stores.acts.standingOf(delivery) : null;
    const declared = standing === null ? null : registry.reaction(standing);
    if (standing === null || !declared || !isOn(declared.practice, organisation))
      return answered(toast([]));
    const subject = standing.slice(declared.declaration.standing.length);
    return { means: "mark", declared, subject, added };
  }
}

/** One message, of the first practice that has something to say of it. What was answered at first is kept a day; after that nothing is known. */
async function ofChange(
  { said, change }: Extract<UserEvent, { kind: "messageChanged" }>,
  act: ActContext,
  registry: Registry,
  contexts: Contexts,
): Promise<Answer> {
  const replies = await act.stores.acts.answersFrom(actKey(act.person.id, said));
  const cards = replies.map(parseReply).flatMap((reply) => ("cards" in reply ? reply.cards : []));
  if (cards.length === 0) return nothing();
  const changed = { change, answered: cards.flatMap(actsOn) };
  for (const practice of registry.practices) {
    if (!practice.messageChanged || !isOn(practice, act.organisation)) continue;
    const answer = await practice.messageChanged(changed, contexts.of(practice, act));
    if (answer.reply.reply !== "nothing") return answer;
  }
  return nothing();
}

/** 取消目标, Log it: a verb that wants more behind it, without a figure there, may be the words of a button. */
const mayBeLabel = ({ command, rest }: Recognised<DeclaredCommand>): boolean =>
  !(rest === "" && command.declaration.saysAll) &&
  Object.keys(command.declaration.args).length > 0 &&
  rest.length <= 20 &&
  !/\d|@/u.test(rest);

const isForHere = ({ practice, declaration }: DeclaredCommand, act: ActContext): boolean =>
  isOn(practice, act.organisation) && isFor(declaration.who, act.person);

/** Of what is on. */
const nearest = (words: Registry["words"], spoken: string, { organisation }: ActContext) =>
  words.nearest(spoken, ({ practice }) => isOn(practice, organisation));

/** What practices make of a line without a verb: theirs, or something to ask about. */
function createAsked(registry: Registry, contexts: Contexts) {
  async function claiming(spoken: string, act: ActContext): Promise<DeclaredCommand | null> {
    for (const command of registry.commands) {
      const { claims } = command.declaration;
      const context = contexts.of(command.practice, act);
      if (claims && isForHere(command, act) && (await claims(spoken, context))) return command;
    }
    return null;
  }

  /** A question of a practice that the line may be meant for, though it has no verb; nothing is done before it is answered. */
  async function offered(
    spoken: string,
    mayBeSlip: boolean,
    act: ActContext,
  ): Promise<Answer | null> {
    for (const command of registry.commands) {
      const { declaration, practice } = command;
      const asks = declaration.offersFirst || !mayBeSlip;
      const offer =
        declaration.offers && asks && isForHere(command, act)
          ? await declaration.offers(spoken, contexts.of(practice, act))
          : null;
      if (offer) return offer;
    }
    return null;
  }

  return { claiming, offered };
}

/** Which command a line is meant for, or the answer where it is meant for none. */
function createLineReader(registry: Registry, contexts: Contexts, clock: Clock) {
  const { words } = registry;
  const { claiming, offered } = createAsked(registry, contexts);

  async function said(typed: string, act: ActContext): Promise<Meaning> {
    const spoken = readable(typed);
    if (spoken === null) throw new Refusal(contexts.house(act).tooLong(longestLine));
    const rewritten = rewriting(spoken, typed);
    if (rewritten) return rewritten;
    const verb = words.recognise(spoken);
    if (verb && !verb.glued && mayBeLabel(verb)) {
      const pressed = await labelOf(spoken, act);
      if (pressed) return pressed;
    }
    const verbLine = (command: DeclaredCommand, rest: string, slips: () => boolean): Meaning => ({
      means: "command",
      command,
      line: { typed, whole: spoken, rest },
      orElse: () => (slips() ? pointer(spoken, act) : null),
    });
    if (verb && !verb.glued)
      return verbLine(verb.command, verb.rest, () =>
        slipsFrom(verb.word, nearest(words, spoken, act)),
      );
    const claimed = await claiming(spoken, act);
    const line = { typed, whole: spoken, rest: spoken };
    if (claimed) return { means: "command", command: claimed, line };
    const pressed = await labelOf(spoken, act);
    if (pressed) return pressed;
    if (verb) return verbLine(verb.command, verb.rest, () => !startsWithFigure(verb.rest));
    const offer = await offered(spoken, nearest(words, spoken, act) !== null, act);
    return answered(offer ?? pointer(spoken, act));
  }

  /** What stands on a button that the person has before them. One that asks the company's directory has to be pressed. */
  async function labelOf(spoken: string, act: ActContext): Promise<Meaning | null> {
    const found = await buttonTyped(spoken, clock.now(), act, contexts.house(act));
    if (!found) return null;
    if ("asks" in found) return answered(found.asks);
    const { name, version, payload } = found.pressed.act;
    if (name === say.action) {
      const line = say.schema.safeParse(payload);
      return line.success && line.data.text !== spoken ? said(line.data.text, act) : null;
    }
    const declared = registry.pressed(name);
    if (!declared || declared.declaration.looksUp) return null;
    const run = (context: HandlerContext) => declared.declaration.run(payload, context);
    return { means: "use", declared, version, run };
  }

  function rewriting(spoken: string, typed: string): Meaning | null {
    for (const command of registry.commands) {
      const rest = command.declaration.rewrite?.(spoken) ?? null;
      if (rest !== null)
        return {
          means: "command",
          command,
          line: { typed, whole: `${command.words.en[0]} ${rest}`, rest },
        };
    }
    return null;
  }

  /** Not even the usage of a verb: who did not name the bot did not ask for it. */
  function overheard(typed: string, { person }: ActContext): Meaning {
    const spoken = readable(typed);
    const verb = spoken === null ? null : words.recognise(spoken);
    if (spoken === null || !verb || !isMeant(verb, person)) return answered(nothing());
    const line = { typed, whole: spoken, rest: verb.rest };
    return { means: "command", command: verb.command, line, orElse: () => nothing() };
  }

  const pointer = (spoken: string, act: ActContext): Answer =>
    pointTheWay(spoken, nearest(words, spoken, act), contexts.house(act), act.person);

  return { said, overheard };
}

/** The answer to what is no command: a short word for small talk, the verb that was nearly written, or what one can write. */
function pointTheWay(
  spoken: string,
  near: Recognised<DeclaredCommand> | null,
  t: HouseMessages,
  person: Person,
): Answer {
  const talk = smallTalkIn(spoken);
  if (talk) return show(card({ title: t.smallTalk(talk) }));
  if (!near || !isFor(near.command.declaration.who, person))
    return show(
      card({
        title: t.pointer(),
        buttons: t
          .pointerWords()
          .map((word) => button(asTyped(word), say({ text: word }), "quiet")),
      }),
    );
  const line = `${near.word} ${near.rest}`.trim();
  return show(
    card({
      title: t.didYouMean(),
      buttons: [button(t.didYouMeanLabel(line), say({ text: line }), "primary")],
    }),
  );
}
