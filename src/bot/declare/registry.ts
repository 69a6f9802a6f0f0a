// Collects the declarations of all practices and refuses clashes at start: a word, an action or a practice declared
// twice is a mistake of ours that must not reach anybody.
import type { Contribution } from "./extension-point.ts";
import { foldCase } from "#src/language/text";
import { isFor, type Organisation, type Person, type Who } from "#src/people/person";
import type { Loggable } from "#src/ports/process/logger";
import type {
  AnyPractice,
  Command,
  Context,
  Errand,
  Nudge,
  Press,
  Reaction,
  Submit,
} from "./practice.ts";
import { isOn } from "../switches.ts";
import { createWords, type Words } from "./verbs.ts";

/** A mistake in a practice, said in names of ours. */
class Misdeclared extends Error implements Loggable {
  override name = "Misdeclared";
  readonly loggable = true;
}

export interface Declared<D> {
  readonly practice: AnyPractice;
  readonly declaration: D;
}

export interface DeclaredCommand extends Declared<Command<never, never>> {
  readonly words: Command<never, never>["words"];
}

export interface Registry {
  readonly practices: readonly AnyPractice[];
  readonly commands: readonly DeclaredCommand[];
  readonly words: Words<DeclaredCommand>;
  pressed(name: string): Declared<Press<never, never>> | null;
  submitted(name: string): Declared<Submit<never, never>> | null;
  /** What is on, and theirs. */
  commandsFor(person: Person, organisation: Organisation): readonly DeclaredCommand[];
  readonly nudges: readonly Declared<Nudge<never, never>>[];
  nudgesFor(person: Person, organisation: Organisation): readonly Declared<Nudge<never, never>>[];
  nudge(name: string): Declared<Nudge<never, never>> | null;
  readonly errands: readonly Declared<Errand<never, never>>[];
  errand(name: string): Declared<Errand<never, never>> | null;
  /** Who answers to a mark under the standing message of this name. */
  reaction(standing: string): Declared<Reaction<never, never>> | null;
  contributions(point: string): readonly Declared<Contribution<Context<never, never>>>[];
}

const isTheirs =
  (person: Person, organisation: Organisation) =>
  ({ practice, declaration }: Declared<{ readonly who?: Who }>): boolean =>
    isOn(practice, organisation) && isFor(declaration.who ?? "everyone", person);

export function createRegistry(practices: readonly AnyPractice[]): Registry {
  refuseTwice(
    "practice",
    practices.map((each) => each.name),
  );
  for (const practice of practices) {
    for (const needed of practice.needs) {
      const at = practices.findIndex((each) => each.name === needed);
      if (at < 0 || at >= practices.indexOf(practice))
        throw new Misdeclared(
          `practice ${practice.name} needs ${needed}, which does not stand before it`,
        );
    }
  }
  const commands = practices.flatMap((practice) =>
    practice.commands.map((declaration) => ({ practice, declaration, words: declaration.words })),
  );
  const pressed = practices.flatMap((practice) =>
    practice.actions.map((declaration) => ({ practice, declaration })),
  );
  const submitted = practices.flatMap((practice) =>
    practice.forms.map((declaration) => ({ practice, declaration })),
  );
  refuseTwice(
    "command",
    commands.map((each) => each.declaration.name),
  );
  refuseTwice(
    "word",
    commands.flatMap(({ words }) => [...new Set([...words.en, ...words.zh].map(foldCase))]),
  );
  refuseTwice(
    "action",
    [...pressed, ...submitted].map((each) => each.declaration.action.action),
  );
  const nudges = practices.flatMap((practice) =>
    practice.nudges.map((declaration) => ({ practice, declaration })),
  );
  const errands = practices.flatMap((practice) =>
    (practice.errands ?? []).map((declaration) => ({ practice, declaration })),
  );
  refuseTwice(
    "nudge",
    [...nudges, ...errands].map((each) => each.declaration.name),
  );
  refuseStrangers(nudges);
  const errandsByName = new Map(errands.map((each) => [each.declaration.name, each]));
  const reactions = practices.flatMap((practice) =>
    (practice.reactions ?? []).map((declaration) => ({ practice, declaration })),
  );
  const contributions = practices.flatMap((practice) =>
    (practice.contributions ?? []).map((declaration) => ({ practice, declaration })),
  );
  const nudgesByName = new Map(nudges.map((each) => [each.declaration.name, each]));
  const byAction = <D extends { action: { action: string } }>(list: readonly Declared<D>[]) =>
    new Map(list.map((each) => [each.declaration.action.action, each]));
  const presses = byAction(pressed);
  const submits = byAction(submitted);
  return {
    practices,
    commands,
    words: createWords(commands),
    pressed: (name) => presses.get(name) ?? null,
    submitted: (name) => submits.get(name) ?? null,
    nudges,
    nudgesFor: (...whose) => nudges.filter(isTheirs(...whose)),
    nudge: (name) => nudgesByName.get(name) ?? null,
    errands,
    errand: (name) => errandsByName.get(name) ?? null,
    reaction: (standing) =>
      reactions.find((each) => standing.startsWith(each.declaration.standing)) ?? null,
    contributions: (point) => contributions.filter((each) => each.declaration.point === point),
    commandsFor: (...whose) => commands.filter(isTheirs(...whose)),
  };
}

/** Nudges may name others that they stand for: those must exist, in a practice that is known to theirs. */
function refuseStrangers(nudges: Registry["nudges"]): void {
  for (const { practice, declaration } of nudges) {
    const missing = declaration.replacesOnDay?.find(
      (name) =>
        !nudges.some(
          (each) =>
            each.declaration.name === name &&
            [practice.name, ...practice.needs].includes(each.practice.name),
        ),
    );
    if (missing !== undefined)
      throw new Misdeclared(
        `nudge "${declaration.name}" replaces "${missing}", which is none of its practice or one it needs`,
      );
    const unknown = declaration.replacesInMessage?.find(
      (name) => !nudges.some((each) => each.declaration.name === name),
    );
    if (unknown !== undefined)
      throw new Misdeclared(
        `nudge "${declaration.name}" replaces "${unknown}", which does not exist`,
      );
  }
}

function refuseTwice(what: string, names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Misdeclared(`${what} "${twice}" is declared twice`);
}
