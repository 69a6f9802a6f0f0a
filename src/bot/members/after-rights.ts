// An act changed somebody's rights: what the practices do about that is done with it, in its own transaction. Whoever changed them, in whichever
// practice, need not think of whom that concerns. Of a big team the first few: the rest has its turn within a minute (remind/keep-house.ts),
// so that the act holds few rows and is answered in time.
import type { Clock } from "#src/ports/process/clock";
import type { Notice } from "../declare/answer.ts";
import { pick, type ActContext, type Contexts } from "../act/context.ts";
import { isOn } from "../switches.ts";
import type { Registry } from "../declare/registry.ts";
import { toSwitchedOn } from "../act/notify.ts";

/** Whom one act sees to itself. */
export const mostInOneAct = 20;

/** What others are told because of that. */
export type AfterRights = (act: ActContext) => Promise<readonly Notice[]>;

export function createAfterRights(
  registry: Registry,
  clock: Clock,
  contexts: Pick<Contexts, "at">,
): AfterRights {
  const upkeeps = registry.practices.flatMap((practice) =>
    practice.upkeep
      .filter((each) => each.after === "rights")
      .map((upkeep) => ({ practice, upkeep })),
  );

  return async (acting: ActContext): Promise<readonly Notice[]> => {
    const { stores } = acting;
    if (!stores.people.changedRights()) return [];
    const told: Notice[] = [];
    for (const { practice, upkeep } of upkeeps) {
      if (!isOn(practice, acting.organisation)) continue;
      const whom = await upkeep.whom(pick(stores, practice.stores), clock.now());
      for (const id of whom.slice(0, mostInOneAct)) {
        const known = await stores.people.lockActor(id);
        if (known?.person.leftOn === null)
          told.push(
            ...(await upkeep.tend(contexts.at(practice, { ...known, stores }, clock.now()))),
          );
      }
    }
    return toSwitchedOn(told, acting);
  };
}
