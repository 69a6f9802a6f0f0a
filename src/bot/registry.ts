// Collects the declarations of all practices and refuses clashes at start: a word, an action or a practice declared
// twice is a mistake of ours that must not reach anybody.
import { foldCase } from "#src/language/text";
import { isFor, type Person } from "#src/people/person";
import type { AnyPractice, Command, Press, Submit } from "./practice.ts";
import { createWords, type Words } from "./words.ts";

export interface Declared<D> {
  readonly practice: AnyPractice;
  readonly declaration: D;
}

export interface DeclaredCommand extends Declared<Command<unknown, unknown>> {
  readonly words: Command<unknown, unknown>["words"];
}

export interface Registry {
  readonly practices: readonly AnyPractice[];
  readonly commands: readonly DeclaredCommand[];
  readonly words: Words<DeclaredCommand>;
  pressed(name: string): Declared<Press<unknown, unknown>> | null;
  submitted(name: string): Declared<Submit<unknown, unknown>> | null;
  commandsFor(person: Person): readonly DeclaredCommand[];
}

export function createRegistry(practices: readonly AnyPractice[]): Registry {
  refuseTwice(
    "practice",
    practices.map((each) => each.name),
  );
  for (const practice of practices) {
    for (const needed of practice.needs) {
      const at = practices.findIndex((each) => each.name === needed);
      if (at < 0 || at >= practices.indexOf(practice)) throw new Error(`practice ${practice.name} needs ${needed}, which does not stand before it`);
    }
  }
  const commands = practices.flatMap((practice) => practice.commands.map((declaration) => ({ practice, declaration, words: declaration.words })));
  const pressed = practices.flatMap((practice) => practice.actions.map((declaration) => ({ practice, declaration })));
  const submitted = practices.flatMap((practice) => practice.forms.map((declaration) => ({ practice, declaration })));
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
  const byAction = <D extends { action: { action: string } }>(list: readonly Declared<D>[]) => new Map(list.map((each) => [each.declaration.action.action, each]));
  const presses = byAction(pressed);
  const submits = byAction(submitted);
  return {
    practices,
    commands,
    words: createWords(commands),
    pressed: (name) => presses.get(name) ?? null,
    submitted: (name) => submits.get(name) ?? null,
    commandsFor: (person) => commands.filter((each) => isFor(each.declaration.who, person)),
  };
}

function refuseTwice(what: string, names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`${what} "${twice}" is declared twice`);
}
