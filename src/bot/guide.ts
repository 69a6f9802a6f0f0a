// What the product can do for one person, read off the declarations: for help, reminders, and completion where people type.
import { isFor } from "#src/people/person";
import type { Card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import type { ActContext, Contexts } from "./act/context.ts";
import type { Vocabulary } from "./api.ts";
import type { ListedCommand, ProductGuide } from "./declare/product-guide.ts";
import { isOn } from "./switches.ts";
import type { DeclaredCommand, Registry } from "./declare/registry.ts";

export function guideFor(
  act: ActContext,
  registry: Registry,
  contexts: Contexts,
  home: () => Promise<readonly Card[]>,
): ProductGuide {
  const isTheirs = ({ declaration }: DeclaredCommand): boolean =>
    isFor(declaration.who, act.person);
  const listed = ({ practice, declaration, words }: DeclaredCommand): ListedCommand => ({
    name: declaration.name,
    words,
    help: declaration.help(contexts.of(practice, act).t),
    group: declaration.who === "manager" || declaration.who === "admin" ? "team" : practice.group,
    first: declaration.first,
    looks: declaration.looks,
  });
  return {
    commands: () => registry.commandsFor(act.person, act.organisation).map(listed),
    recognise(line) {
      const found = registry.words.recognise(line);
      if (!found) return null;
      const off = contexts.whenOff(found.command.practice, act);
      if (off) return { off };
      return isTheirs(found.command)
        ? { command: listed(found.command), rest: found.rest }
        : "not theirs";
    },
    nearest(line) {
      const near = registry.words.nearest(line, ({ practice }) => isOn(practice, act.organisation));
      return near && isTheirs(near.command) ? near.word : null;
    },
    home,
    switches: () =>
      registry.practices.flatMap((practice) =>
        practice.switched === "always on"
          ? []
          : [
              {
                name: practice.name,
                called: practice.switched.called,
                on: isOn(practice, act.organisation),
              },
            ],
      ),
    nudges: () =>
      new Map(
        registry
          .nudgesFor(act.person, act.organisation)
          .map(({ practice, declaration }) => [
            declaration.name,
            declaration.label(contexts.of(practice, act).t),
          ]),
      ),
  };
}

/** For completion: what is offered first, then what people do daily, which stands in the later practices; help comes last. */
export async function vocabularyOf(
  act: ActContext,
  registry: Registry,
  contexts: Contexts,
): Promise<Vocabulary> {
  const { locale } = act.person;
  const order = registry.practices.toReversed();
  const place = ({ declaration }: DeclaredCommand): number =>
    Math.min(declaration.offered, registry.commands.length);
  const mine = registry
    .commandsFor(act.person, act.organisation)
    .toSorted(
      (a, b) => place(a) - place(b) || order.indexOf(a.practice) - order.indexOf(b.practice),
    );
  const verbs = mine.flatMap(({ practice, declaration, words }) => {
    const does = plainLine(declaration.help(contexts.of(practice, act).t).does);
    const shown = words[locale][0];
    const all = [...new Set([...words[locale], ...words.en, ...words.zh])];
    return all.map((word) => ({ word, does, shown: word === shown }));
  });
  const directory = await act.stores.people.directory();
  return {
    locale,
    verbs: verbs.toSorted((a, b) => Number(b.shown) - Number(a.shown)),
    names: directory.map((each) => each.name),
  };
}
