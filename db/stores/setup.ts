// Metrics, and who was greeted.
import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Unit } from "#src/language/units";
import type { PersonId } from "#src/people/person";
import type { MetricId, Ratio } from "#src/practices/setup/model";
import type { SetupStore } from "#src/practices/setup/store";
import type { Tx } from "../client.ts";
import { person, team } from "../schema/kernel.ts";
import { greeting, metric } from "../schema/practices/setup.ts";
import { tellSight } from "./people/sight.ts";

export function createSetupStore(tx: Tx, organisationId: string): SetupStore {
  return {
    async metrics() {
      const found = await tx
        .select()
        .from(metric)
        .where(eq(metric.organisationId, organisationId))
        .orderBy(asc(metric.nameEn));
      return found.map(({ organisationId: _, ...row }) => ({
        ...row,
        id: row.id as MetricId,
        unit: row.unit as Unit,
        ratio: row.ratio as Ratio | null,
      }));
    },
    async saveMetric({ aliases, ...row }) {
      const values = { ...row, aliases: [...aliases], ratio: row.ratio ?? null };
      await tx
        .insert(metric)
        .values({ organisationId, ...values })
        .onConflictDoUpdate({ target: metric.id, set: values });
    },
    async greet(people, at) {
      if (people.length === 0) return [];
      const rows = people.map((personId) => ({ organisationId, personId, at }));
      const first = await tx
        .insert(greeting)
        .values(rows)
        .onConflictDoNothing()
        .returning({ personId: greeting.personId });
      const greeted = first.map((row) => row.personId as PersonId);
      await tellSight(tx, organisationId, greeted);
      return greeted;
    },
    async ungreeted() {
      const nobodyGreeted = sql`not exists (select from ${greeting} g where g.organisation_id = ${person.organisationId} and g.person_id = ${person.id})`;
      const found = await tx
        .select({ id: person.id })
        .from(person)
        .innerJoin(
          team,
          and(eq(team.organisationId, person.organisationId), eq(team.id, person.teamId)),
        )
        .where(
          and(
            eq(person.organisationId, organisationId),
            isNull(person.leftOn),
            isNotNull(team.switchedOnAt),
            nobodyGreeted,
          ),
        )
        .orderBy(asc(person.id));
      return found.map((each) => each.id as PersonId);
    },
    async greetings(people) {
      if (people.length === 0) return new Map();
      const found = await tx
        .select()
        .from(greeting)
        .where(
          and(eq(greeting.organisationId, organisationId), inArray(greeting.personId, [...people])),
        );
      return new Map(found.map((row) => [row.personId as PersonId, row.at]));
    },
  };
}
