// Lines of goals that moved, or were asked to: the old one stays beside the new one.
import { and, desc, eq, sql } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { decimal, toText } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { GoalId, LineChange } from "#src/practices/goals/model";
import type { GoalStore } from "#src/practices/goals/store";
import type { Tx } from "../../client.ts";
import { goalChange } from "../../schema/practices/goals.ts";

export const createChanges = (
  tx: Tx,
  organisationId: string,
): Pick<GoalStore, "keepChange" | "changesOf" | "changesAskedOf"> => ({
  async keepChange({ old, wanted, ...kept }, decided) {
    const row = {
      ...kept,
      oldTarget: toText(old.target),
      oldDue: old.due,
      newTarget: toText(wanted.target),
      newDue: wanted.due,
      decidedById: decided?.by ?? null,
      decidedAt: decided?.at ?? null,
    };
    const { state, decidedById, decidedAt } = row;
    await tx
      .insert(goalChange)
      .values({ organisationId, ...row })
      .onConflictDoUpdate({
        target: goalChange.id,
        set: { state, decidedById, decidedAt },
        setWhere: sql`${goalChange.organisationId} = ${organisationId}::uuid and ${goalChange.state} = 'open'`,
      });
  },
  async changesOf(id) {
    const own = and(eq(goalChange.organisationId, organisationId), eq(goalChange.goalId, id));
    return (await tx.select().from(goalChange).where(own).orderBy(desc(goalChange.seq))).map(
      toChange,
    );
  },
  async changesAskedOf(person) {
    const open = and(
      eq(goalChange.organisationId, organisationId),
      eq(goalChange.askedId, person),
      eq(goalChange.state, "open"),
    );
    return (await tx.select().from(goalChange).where(open).orderBy(goalChange.seq)).map(toChange);
  },
});

const toChange = ({
  organisationId: _,
  seq: _seq,
  oldTarget,
  oldDue,
  newTarget,
  newDue,
  decidedById: _by,
  decidedAt: _at,
  ...row
}: typeof goalChange.$inferSelect): LineChange => ({
  ...row,
  goalId: row.goalId as GoalId,
  byId: row.byId as PersonId,
  askedId: row.askedId as PersonId | null,
  old: { target: decimal(oldTarget), due: localDate(oldDue) },
  wanted: { target: decimal(newTarget), due: localDate(newDue) },
});
