// What somebody looks at without acting: their home, what comes to them by itself, words for completion.
import { personId, type ChatIdentity } from "#src/people/person";
import type { Card } from "#src/view/card";
import type { ActContext, Contexts } from "./act/context.ts";
import type { Bot } from "./api.ts";
import type { BotPorts } from "./bot-ports.ts";
import { cleanAccount } from "./clean-incoming.ts";
import type { Registry } from "./declare/registry.ts";
import { vocabularyOf } from "./guide.ts";
import { firstCard } from "./members/first-contact/welcome.ts";
import { whereCard } from "./members/first-contact/offer-setup.ts";
import { upcomingOf } from "./remind/upcoming.ts";

export function createViews(
  registry: Registry,
  contexts: Contexts,
  { stores: houses }: Pick<BotPorts, "stores">,
  home: (act: ActContext) => Promise<readonly Card[]>,
): Pick<Bot, "outlook" | "home" | "firstWords" | "askWhere" | "vocabulary" | "accountOf"> {
  /** Null for a stranger, and for who may not act here. */
  async function view<T>(
    viewer: ChatIdentity,
    look: (act: ActContext, isNew: boolean) => Promise<T>,
  ): Promise<T | null> {
    const who = await houses.routing.whoIs(cleanAccount(viewer));
    if (!who || who.barred) return null;
    return houses.inOrganisation(who.organisation, async (stores) => {
      const known = await stores.people.lockActor(who.person);
      return known ? look({ ...known, stores }, who.isNew) : null;
    });
  }

  return {
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
    vocabulary: (viewer) => view(viewer, (act) => vocabularyOf(act, registry, contexts)),
  };
}
