// What is kept of an organisation's own days: which are free or worked against a country's calendar, and which years an admin confirmed.
import type { ConfirmedYear, OwnDay, OwnDays } from "#src/calendar/own-days";

export interface HolidayStore {
  own(): Promise<OwnDays>;
  /** The newest word about a day counts. */
  keep(days: readonly OwnDay[]): Promise<void>;
  forget(days: readonly Pick<OwnDay, "date" | "country">[]): Promise<void>;
  confirm(year: ConfirmedYear, at: Date): Promise<void>;
}
