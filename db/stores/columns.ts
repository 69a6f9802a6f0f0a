// Database rows to domain values and back, where the two differ.
import { sql } from "drizzle-orm";
import { localDate, type Weekday } from "#src/calendar/local-date";
import type { WorkingHours } from "#src/calendar/working-hours";
import type {
  Moved,
  Organisation,
  OrganisationId,
  Person,
  PersonId,
  TeamId,
} from "#src/people/person";
import type { organisationProfile, person } from "../schema/kernel.ts";

type PersonRow = typeof person.$inferSelect;

export function toPerson(row: PersonRow, reports: number): Person {
  const { organisationId: _, adminGranted: __, ...rest } = row;
  return {
    ...rest,
    seq: Number(row.seq), // text where it was read by hand
    id: row.id as PersonId,
    hours: fromJson<WorkingHours>(row.hours),
    moved: fromJson<Moved | null>(row.moved),
    workweek: fromJson<Weekday[]>(row.workweek),
    teamId: row.teamId as TeamId | null,
    managerId: row.managerId as PersonId | null,
    leftOn: row.leftOn === null ? null : localDate(row.leftOn),
    reports,
  };
}

export function toOrganisation(row: typeof organisationProfile.$inferSelect): Organisation {
  const { organisationId, practices, workweek, ...rest } = row;
  return {
    ...rest,
    id: organisationId as OrganisationId,
    workweek: fromJson(workweek),
    practices: fromJson(practices),
  };
}

/** JSON objects come as text from one driver and as objects from the other. */
export function fromJson<T>(value: unknown): T {
  return (typeof value === "string" ? JSON.parse(value) : value) as T;
}

/** As the lease of a delivery that is in nobody's hands: an earlier attempt may have arrived, so whoever takes it looks first. */
export const mayStandThere = sql`'epoch'::timestamptz`;
