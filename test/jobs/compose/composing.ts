// Rules for renke at moments a test names, and a drill that composes what they say.
import { sql } from "drizzle-orm";
import { afterEach, expect } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { startDrill, idOf, type Drill, type Rule } from "#test/support/jobs/drill";

export let drill: Drill;
/** Whatever a test begins ends with it, and nothing went wrong unseen. */
export function composing(): void {
  afterEach(async () => {
    await drill.stop();
    expect(drill.errors).toEqual([]);
  });
}
export async function startWith(...all: Parameters<typeof startDrill>): Promise<void> {
  drill = await startDrill(...all);
}

export const hour = 3_600_000;
/** A rule for renke (Berlin, 9 to 18, lunch 12 to 13:30) at these moments, each worth saying for so many hours. */
export const rule = (
  name: string,
  times: readonly string[],
  more: Partial<Rule> & { hours?: number } = {},
): Rule => ({
  name,
  whom: ["renke"],
  at: () =>
    times.map((iso) => ({
      at: new Date(iso),
      until: new Date(Date.parse(iso) + (more.hours ?? 48) * hour),
    })),
  ...more,
});
export const start = async (rules: readonly Rule[], iso = "2026-11-15T12:00:00Z") => {
  await startWith(rules, iso);
  await drill.plan();
};
export const leave = (from: string, to: string) =>
  drill.query(
    sql`insert into person_leave (organisation_id, id, person_id, "from", "to") values (${playgroundOrganisation}::uuid, gen_random_uuid(), ${idOf("renke")}::uuid, ${from}::date, ${to}::date)`,
  );
export const texts = () => drill.place.textsTo("renke");
export const counted = (what: string) => drill.counted.get(what) ?? 0;
/** The playground's own reminders are not part of the drill. */
export const monday = {
  nine: "2026-11-16T08:00:00Z",
  ten: "2026-11-16T09:00:00Z",
  eleven: "2026-11-16T10:00:00Z",
};
