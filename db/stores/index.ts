// All stores of one organisation, bound to one transaction; and the routing reads that find the organisation.
import { and, eq } from "drizzle-orm";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { KernelStores, Stores } from "#src/ports/stores";
import type { GoalStore } from "#src/practices/goals/store";
import type { SetupStore } from "#src/practices/setup/store";
import type { Database } from "../client.ts";
import { inOrganisation } from "../organisation.ts";
import { chatIdentity, organisation } from "../schema/kernel.ts";
import { createActStore } from "./acts.ts";
import { createGoalStore } from "./goals.ts";
import { createPeopleStore } from "./people.ts";
import { createSetupStore } from "./setup.ts";

export interface AllStores extends KernelStores {
  readonly goals: GoalStore;
  readonly setup: SetupStore;
}

export function createStores(database: Database): Stores<AllStores> {
  return {
    inOrganisation: (id, work) =>
      inOrganisation(database, id, (tx) =>
        work({
          acts: createActStore(tx, id),
          people: createPeopleStore(tx, id),
          goals: createGoalStore(tx, id),
          setup: createSetupStore(tx, id),
        }),
      ),
    routing: {
      async organisations() {
        return (await database.db.select().from(organisation)).map((each) => each.id as OrganisationId);
      },
      async whoIs({ platform, workspace, user }) {
        const [found] = await database.db
          .select()
          .from(chatIdentity)
          .where(and(eq(chatIdentity.platform, platform), eq(chatIdentity.workspace, workspace), eq(chatIdentity.user, user)));
        return found ? { organisation: found.organisationId as OrganisationId, person: found.personId as PersonId } : null;
      },
    },
  };
}
