// What a date picker is set to by somebody who thinks of a day in words, as the story says them.
import { sql } from "drizzle-orm";
import { execute, type Database } from "#db/client";
import { isLocalDate, type LocalDate } from "#src/calendar/local-date";
import { localDateAt } from "#src/calendar/zones";
import { readDate } from "#src/language/dates/dates";
import { normalise } from "#src/language/text";
import type { Clock } from "#src/ports/process/clock";

/** By the account's own day, where that is known; a picker has no day that does not exist, and takes no other words. */
export function pickedDay(words: string, today: LocalDate | undefined): string {
  const typed = normalise(words).trim();
  if (typed === "" || isLocalDate(typed)) return typed;
  const read = today === undefined ? null : readDate(typed, { today, lean: "future" });
  if (read === null || !("date" in read)) throw new Error(`No date picker can be set to ${words}`);
  return read.date;
}

/** The day it is where the person of an account is. */
export const dayWhere =
  (database: Database, clock: Clock, platform: "slack" | "lark") =>
  async (user: string): Promise<LocalDate> => {
    const [person] = await execute<{ zone: string }>(
      database.db,
      sql`select p.zone from person p join chat_identity c on c.person_id = p.id where c.platform = ${platform} and c."user" = ${user}`,
    );
    return localDateAt(clock.now(), person?.zone ?? "UTC");
  };
