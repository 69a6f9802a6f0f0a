// Points given and had: lines that are only ever added.
import { and, eq, sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { Line, ShoutId } from "#src/practices/recognition/model";
import type { RecognitionStore } from "#src/practices/recognition/store";
import type { Tx } from "../../client.ts";
import { recognitionPoints } from "../../schema/practices/recognition.ts";

export function pointsOf(
  tx: Tx,
  organisationId: string,
): Pick<RecognitionStore, "givenBy" | "linesOf" | "have" | "append"> {
  const points = recognitionPoints;
  const own = eq(points.organisationId, organisationId);
  const poolOf = (person: PersonId, pool: "give" | "have") =>
    and(own, eq(points.personId, person), eq(points.pool, pool));
  return {
    async givenBy(giver) {
      const rows = await tx
        .select({
          delta: points.delta,
          cause: points.cause,
          month: points.month,
          other: points.otherId,
        })
        .from(points)
        .where(poolOf(giver, "give"));
      return rows.map((row) => ({ ...row, other: row.other as PersonId | null }));
    },
    async linesOf(id) {
      const rows = await tx
        .select()
        .from(points)
        .where(and(own, eq(points.shoutId, id)));
      return rows.map((row): Line => ({
        id: row.id,
        person: row.personId as PersonId,
        pool: row.pool,
        delta: row.delta,
        cause: row.cause,
        month: row.month,
        shout: row.shoutId as ShoutId | null,
        other: row.otherId as PersonId | null,
      }));
    },
    async have(person) {
      const [row] = await tx
        .select({ sum: sql<number>`coalesce(sum(${points.delta}), 0)::int` })
        .from(points)
        .where(poolOf(person, "have"));
      return row?.sum ?? 0;
    },
    async append(lines, at) {
      if (lines.length === 0) return;
      await tx.insert(points).values(
        lines.map(({ person, shout: shoutId, other, ...line }) => ({
          organisationId,
          ...line,
          personId: person,
          shoutId,
          otherId: other,
          at,
        })),
      );
    },
  };
}
