// Years whose public holidays are not all known where people work: their reminders and paces rest on what is certain alone.
import type { Database } from "#db/client";
import { createStores } from "#db/stores/index";
import { localDateAt } from "#src/calendar/zones";
import { openCalendars } from "#src/practices/holidays/api";
import { odd, well, type Finding } from "./finding.ts";

/** Of all organisations together: whose they are is nobody's business here. */
export async function examineCalendar(database: Database, now: Date): Promise<Finding> {
  const stores = createStores(database);
  const open = new Set<string>();
  for (const organisation of await stores.routing.organisations())
    await stores.inOrganisation(organisation, async ({ people, holidays }) => {
      const { zone } = await people.organisation();
      const all = await people.directory();
      for (const { country, year } of openCalendars(
        all,
        await holidays.own(),
        localDateAt(now, zone),
      ))
        open.add(`${country} ${year}`);
    });
  return open.size === 0
    ? well("holidays", "all known where people work, this year and the next once it is near")
    : odd(
        "holidays",
        `of ${[...open].toSorted().join(", ")} not confirmed yet: an admin enters the list (holidays, 假期), or a newer version has it`,
      );
}
