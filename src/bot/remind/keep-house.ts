// What time alone brings about, organisation by organisation: each practice's upkeep, for those it concerns.
import type { OrganisationId } from "#src/people/person";
import { pick } from "../act/context.ts";
import { toSwitchedOn } from "../act/notify.ts";
import type { ActParts } from "../act/receive.ts";
import type { BotPorts } from "../bot-ports.ts";
import type { AnyPractice, Upkeep } from "../declare/practice.ts";
import { isOn } from "../switches.ts";
import { createDirectoryFollowing } from "../members/follow-directory.ts";
import type { EachPerson } from "../each-person.ts";

export function createHousekeeper(parts: ActParts, ports: BotPorts, withEach: EachPerson) {
  const { registry, contexts, notifier } = parts;
  const { followDirectories, directoryChanged } = createDirectoryFollowing(parts, ports, withEach);

  async function keepHouse(): Promise<void> {
    for (const organisation of await ports.stores.routing.organisations()) {
      await keepHouseOf(organisation);
      await followDirectories(organisation);
    }
  }

  /** What an act that changed somebody's rights left for later, since it concerns many. */
  async function finishRights(): Promise<void> {
    for (const organisation of await ports.stores.routing.organisations())
      await keepHouseOf(organisation, "rights");
  }

  /** `after`: only what follows that. */
  async function keepHouseOf(
    organisation: OrganisationId,
    after?: Upkeep<never, never>["after"],
  ): Promise<void> {
    for (const practice of registry.practices)
      for (const upkeep of practice.upkeep)
        if (after === undefined || upkeep.after === after)
          await tend(organisation, practice, upkeep);
    ports.wake();
  }

  async function tend(
    organisation: OrganisationId,
    practice: AnyPractice,
    upkeep: Upkeep<never, never>,
  ): Promise<void> {
    const whom = await ports.stores.inOrganisation(organisation, (stores) =>
      upkeep.whom(pick(stores, practice.stores), ports.clock.now()),
    );
    await withEach(organisation, whom, `upkeep of ${practice.name}`, async (acting) => {
      // What is off waits until it is on again.
      if (!isOn(practice, acting.organisation)) return;
      const tended = await upkeep.tend(contexts.at(practice, acting, ports.clock.now()));
      const told = await notifier.tell(await toSwitchedOn(tended, acting), "upkeep", acting);
      if (told.length > 0) await acting.stores.acts.record(null, told);
    });
  }

  const tellOfWork = (organisation: OrganisationId, after: "files" | "sources"): Promise<void> =>
    keepHouseOf(organisation, after);

  return { keepHouse, finishRights, keepHouseOf, directoryChanged, tellOfWork };
}
