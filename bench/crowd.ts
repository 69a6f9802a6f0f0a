// Alarms of very many people, written in bulk: three rules each, at the hours of 24 zones, and nothing due before the first. A
// beat reads the alarms and nothing else, so the plans they belong to are left out.
import { counted } from "./figures.ts";
import type { Subject } from "./subjects.ts";

/** No alarm of the crowd's rings before this. */
export const firstDue = new Date("2026-11-15T12:00:00Z");
const organisation = "00000000-0000-7000-8000-00000000be01";
const rules = ["2026-11-16 09:00Z", "2026-11-17 10:00Z", "2026-11-24 14:00Z"];

const person = "md5('bench ' || i)::uuid";

/** With the indexes made after the rows, as they are in the schema. */
export async function alarmsFor(subject: Subject, people: number): Promise<void> {
  await subject.script(`do $$
    declare
      indexes text[] := (select array_agg(indexdef) from pg_indexes where schemaname = current_schema() and tablename = 'schedule_head');
      each text;
    begin
      alter table schedule_head drop constraint schedule_head_pkey;
      drop index schedule_head_due;
      insert into schedule_head (id, organisation_id, person_id, due_at)
      select gen_random_uuid(), '${organisation}', ${person}, r.at - make_interval(hours => i % 24 - 11)
      from generate_series(1, ${people}) i cross join (values ${rules.map((at) => `(timestamptz '${at}')`).join(", ")}) r (at);
      foreach each in array indexes loop
        execute each;
      end loop;
    end $$`);
  await subject.script("vacuum analyze schedule_head");
}

/** One more alarm for each of so many people, all within the minute that begins then. */
export async function minuteOf(subject: Subject, people: number, begins: Date): Promise<void> {
  await subject.script(`insert into schedule_head (id, organisation_id, person_id, due_at)
    select gen_random_uuid(), '${organisation}', ${person}, timestamptz '${begins.toISOString()}' + (i % 60) * interval '1 second' from generate_series(1, ${people}) i`);
  await subject.script("vacuum analyze schedule_head");
}

export async function rowsOf(subject: Subject, tables: readonly string[]): Promise<string> {
  const counts: string[] = [];
  for (const table of tables)
    counts.push(
      `${table} ${counted(Number(await subject.value(`select count(*) from ${table}`)))}`,
    );
  return counts.join(", ");
}
