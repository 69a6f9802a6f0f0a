// An organisation's own days, and the years an admin confirmed.
import { and, eq, or } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import type { HolidayStore } from "#src/practices/holidays/store";
import type { Tx } from "../client.ts";
import { dayOverride, holidayYear } from "../schema/kernel.ts";

export function createHolidayStore(tx: Tx, organisationId: string): HolidayStore {
  return {
    async own() {
      const days = await tx
        .select()
        .from(dayOverride)
        .where(eq(dayOverride.organisationId, organisationId));
      const confirmed = await tx
        .select({ country: holidayYear.country, year: holidayYear.year })
        .from(holidayYear)
        .where(eq(holidayYear.organisationId, organisationId));
      return {
        days: days.map(({ date, kind, country }) => ({
          date: localDate(date),
          kind,
          country: country === "" ? null : country,
        })),
        confirmed,
      };
    },
    async keep(days) {
      for (const { date, kind, country } of days)
        await tx
          .insert(dayOverride)
          .values({ organisationId, date, kind, country: country ?? "" })
          .onConflictDoUpdate({
            target: [dayOverride.organisationId, dayOverride.date, dayOverride.country],
            set: { kind },
          });
    },
    async forget(days) {
      if (days.length === 0) return;
      await tx
        .delete(dayOverride)
        .where(
          and(
            eq(dayOverride.organisationId, organisationId),
            or(
              ...days.map(({ date, country }) =>
                and(eq(dayOverride.date, date), eq(dayOverride.country, country ?? "")),
              ),
            ),
          ),
        );
    },
    async confirm(year, at) {
      await tx
        .insert(holidayYear)
        .values({ organisationId, ...year, at })
        .onConflictDoNothing();
    },
  };
}
