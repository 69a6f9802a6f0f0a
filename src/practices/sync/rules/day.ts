// Which day of the organisation something of a CRM is on.
import type { LocalDate } from "#src/calendar/local-date";
import { localDateAt } from "#src/calendar/zones";
import type { CrmWhen } from "#src/ports/crm";

/** A day stays that day; an instant is on the day it is in the organisation's zone. */
export function dayOf(when: CrmWhen | null, zone: string): LocalDate | null {
  if (when === null) return null;
  return "day" in when ? when.day : localDateAt(when.at, zone);
}
