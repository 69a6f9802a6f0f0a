// Who acts, with all that most acts need, in one statement.
import type { ConfirmedYear, OwnDay } from "#src/calendar/own-days";
import type { Leave } from "#src/calendar/workdays";
import type { PersonId } from "#src/people/person";
import type { ActingPerson, PeopleStore } from "#src/people/store";
import { columnsOf, send, type Tx } from "../../client.ts";
import { organisationProfile, person } from "../../schema/kernel.ts";
import { fromJson, toOrganisation, toPerson } from "../columns.ts";

interface LockedRow {
  readonly reports: string;
  readonly leaves: unknown;
  readonly days: unknown;
  readonly confirmed: unknown;
}

const ofProfile = "profile.";

/** Leave and the organisation's own days ride along with the lock, so that most acts need no further statement to know the workdays. */
const acting = `select ${columnsOf(person, "person")}, ${columnsOf(organisationProfile, "o", ofProfile)},
    (select count(*) from person sub where sub.organisation_id = person.organisation_id and sub.manager_id = person.id and sub.left_on is null) as reports,
    (select coalesce(json_agg(json_build_object('from', l."from", 'to', l."to")), '[]') from person_leave l where l.person_id = person.id and l.organisation_id = person.organisation_id) as leaves,
    (select coalesce(json_agg(json_build_object('date', d.date, 'kind', d.kind, 'country', nullif(d.country, ''))), '[]') from day_override d where d.organisation_id = person.organisation_id) as days,
    (select coalesce(json_agg(json_build_object('country', y.country, 'year', y.year)), '[]') from holiday_year y where y.organisation_id = person.organisation_id) as confirmed
  from person join organisation_profile o on o.organisation_id = person.organisation_id
  where person.organisation_id = $1 and person.id = $2`;
const lockActor = `${acting} for update of person`;

function parted(
  columns: object,
): [typeof person.$inferSelect, typeof organisationProfile.$inferSelect] {
  const own: Record<string, unknown> = {};
  const profile: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columns)) {
    if (name.startsWith(ofProfile)) profile[name.slice(ofProfile.length)] = value;
    else own[name] = value;
  }
  // Both tables' columns were selected, by the property names drizzle gives them (`columnsOf`).
  return [own, profile] as unknown as ReturnType<typeof parted>;
}

export function actingPerson(
  tx: Tx,
  organisationId: string,
): Pick<PeopleStore, "lockActor" | "acting"> {
  async function readActing(text: string, id: PersonId): Promise<ActingPerson | null> {
    const [found] = await send<LockedRow>(tx, text, [organisationId, id]);
    if (!found) return null;
    const { reports: count, leaves, days, confirmed, ...columns } = found;
    const [row, profile] = parted(columns);
    return {
      person: toPerson(row, Number(count)),
      organisation: toOrganisation(profile),
      leave: fromJson<Leave[]>(leaves),
      ownDays: {
        days: fromJson<OwnDay[]>(days),
        confirmed: fromJson<ConfirmedYear[]>(confirmed),
      },
    };
  }

  return {
    lockActor: (id) => readActing(lockActor, id),
    acting: (id) => readActing(acting, id),
  };
}
