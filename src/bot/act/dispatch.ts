// Step 4: the right and the payload are looked at once more (cards live for months), then the handler runs.
import { isFor, type Person, type Who } from "#src/people/person";
import type { CommandHelp } from "../declare/verbs.ts";
import type { BoundAction } from "#src/view/action";
import { button, card, text } from "#src/view/card";
import type { Answer } from "../declare/answer.ts";
import type { Reading } from "../declare/arguments.ts";
import { Incomplete, Refusal } from "../declare/errors.ts";
import type { AnyPractice } from "../declare/practice.ts";
import type { DeclaredCommand } from "../declare/registry.ts";
import type { HouseMessages } from "../messages/index.ts";
import type { ActContext, Contexts } from "./context.ts";
import type { CommandLine, Meaning } from "./interpret.ts";

export function createDispatch(contexts: Contexts) {
  return async function dispatch(meaning: Meaning, act: ActContext): Promise<Answer> {
    switch (meaning.means) {
      case "answer":
        return meaning.answer;
      case "mark": {
        const { declared, subject, added } = meaning;
        const context = contexts.of(declared.practice, act);
        return declared.declaration.handle({ subject, added }, context);
      }
      case "use":
        return use(meaning, act);
      case "command":
        try {
          return await command(meaning.command, meaning.line, act);
        } catch (error) {
          const other = error instanceof Incomplete ? meaning.orElse?.() : null;
          if (other) return other;
          throw error;
        }
    }
  };

  async function use(
    { declared, version, run }: Extract<Meaning, { means: "use" }>,
    act: ActContext,
  ): Promise<Answer> {
    const t = contexts.house(act);
    if (!declared || declared.declaration.action.version !== version)
      throw new Refusal(t.oldCard());
    refuseWhenOff(declared.practice, act);
    refuseUnlessFor(declared.declaration.who, act.person, t);
    // What admins decide holds for everybody: one after the other, so that each is checked against what the one before wrote.
    if (declared.declaration.who === "admin") await act.stores.people.lockOrganisation();
    const answer = run(contexts.of(declared.practice, act));
    if (answer === null) throw new Refusal(t.oldCard());
    return answer;
  }

  function refuseWhenOff(practice: AnyPractice, act: ActContext): void {
    const says = contexts.whenOff(practice, act);
    if (says) throw new Refusal(says);
  }

  async function command(
    { declaration, practice }: DeclaredCommand,
    line: CommandLine,
    act: ActContext,
  ): Promise<Answer> {
    refuseWhenOff(practice, act);
    const context = contexts.of(practice, act);
    refuseUnlessFor(declaration.who, act.person, context.house);
    const named = Object.values(declaration.args).some(
      (argument) => argument.namesPeople && argument.mayHold(line.rest),
    );
    const reading: Reading = {
      ...line,
      today: context.today,
      directory: named ? await act.stores.people.directory() : [],
      strangers: act.strangers ?? [],
      t: context.house,
    };
    try {
      return await declaration.run(reading, context);
    } catch (error) {
      if (!(error instanceof Incomplete)) throw error;
      const { help, opens } = declaration;
      throw explained(error, help(context.t), opens, context.house);
    }
  }
}

/** With how it is written, and the form that asks for all of it where there is one. */
const explained = (
  { missing, says }: Incomplete,
  { usage, example }: CommandHelp,
  opens: BoundAction | null,
  t: HouseMessages,
): Incomplete =>
  new Incomplete(
    missing,
    says,
    card({
      title: says ?? t.missing(missing),
      tone: "warning",
      body: [text(t.usage(usage, example))],
      buttons: [opens === null ? undefined : button(t.inForm(), opens)],
    }),
  );

function refuseUnlessFor(who: Who, person: Person, t: HouseMessages): void {
  if (!isFor(who, person)) throw new Refusal(t.notForYou(who));
}
