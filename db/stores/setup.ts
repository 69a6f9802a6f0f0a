// Metrics, and who was greeted.
import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Unit } from "#src/language/units";
import type { PersonId, TeamId } from "#src/people/person";
import type { Seen } from "#src/practices/setup/model";
import type { MetricId, Ratio } from "#src/practices/setup/model";
import type { SetupStore } from "#src/practices/setup/store";
import type { Tx } from "../client.ts";
import { person, team } from "../schema/kernel.ts";
import { followedDepartment, greeting, metric } from "../schema/practices/setup.ts";
import { fromJson } from "./columns.ts";
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
    async followed() {
      const found = await tx
        .select()
        .from(followedDepartment)
        .where(eq(followedDepartment.organisationId, organisationId))
        .orderBy(
          asc(followedDepartment.platform),
          asc(followedDepartment.workspace),
          asc(followedDepartment.department),
        );
      return found.map(({ organisationId: _, teamId, seen, ...row }) => ({
        ...row,
        teamId: teamId as TeamId,
        seen: fromJson<Seen>(seen),
      }));
    },
    async keepFollowed(departments) {
      for (const { platform, workspace, department, ...row } of departments)
        await tx
          .insert(followedDepartment)
          .values({ organisationId, platform, workspace, department, ...row })
          .onConflictDoUpdate({
            target: [
              followedDepartment.organisationId,
              followedDepartment.platform,
              followedDepartment.workspace,
              followedDepartment.department,
            ],
            set: row,
          });
    },
    async lookSoon({ platform, workspace }, now) {
      await tx
        .update(followedDepartment)
        .set({ dueAt: now })
        .where(
          and(
            eq(followedDepartment.organisationId, organisationId),
            eq(followedDepartment.platform, platform),
            eq(followedDepartment.workspace, workspace),
            eq(followedDepartment.following, "self"),
            gt(followedDepartment.dueAt, now),
          ),
        );
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
