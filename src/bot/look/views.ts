// What somebody looks at without acting: their home, what comes to them by itself, words for completion.
import { readable } from "#src/language/text";
import { personId } from "#src/people/person";
import type { Card } from "#src/view/card";
import type { ActContext, Contexts } from "../act/context.ts";
import type { Bot, Visits } from "../api.ts";
import type { BotPorts } from "../bot-ports.ts";
import type { Registry } from "../declare/registry.ts";
import { vocabularyOf } from "../guide.ts";
import { firstCard } from "../members/first-contact/welcome.ts";
import { whereCard } from "../members/first-contact/offer-setup.ts";
import { upcomingOf } from "../remind/upcoming.ts";
import { viewing } from "./viewing.ts";
import { createVisits } from "./visits.ts";

/** The verb that shows a home, of practices/help. */
const homeCommand = "house.home";

export function createViews(
  registry: Registry,
  contexts: Contexts,
  ports: Pick<BotPorts, "stores" | "clock" | "pages">,
  home: (act: ActContext) => Promise<readonly Card[]>,
): Visits &
  Pick<
    Bot,
    "outlook" | "home" | "asksHome" | "firstWords" | "askWhere" | "vocabulary" | "accountOf"
  > {
  const houses = ports.stores;
  const view = viewing(ports);

  return {
    ...createVisits(ports, home),
    outlook: (viewer) => view(viewer, (act) => upcomingOf(act, registry, contexts)),
    home: async (viewer) => (await view(viewer, home)) ?? [],
    firstWords: (viewer) =>
      view(viewer, (act, isNew) => Promise.resolve(isNew ? firstCard(contexts.house(act)) : null)),
    askWhere: (viewer) =>
      view(viewer, (act) =>
        Promise.resolve(
          act.person.admin && act.organisation.setUpAt === null
            ? whereCard(act.organisation, contexts.house(act))
            : null,
        ),
      ),
    async accountOf({ platform, workspace }, person) {
      const read = personId.safeParse(person);
      const found = read.success ? await houses.routing.accountOf(read.data, platform) : null;
      return found?.workspace === workspace ? found.user : null;
    },
    asksHome: (text) =>
      registry.words.recognise(readable(text) ?? "")?.command.declaration.name === homeCommand,
    vocabulary: (viewer) => view(viewer, (act) => vocabularyOf(act, registry, contexts)),
  };
}
