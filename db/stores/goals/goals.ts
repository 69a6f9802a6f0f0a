// Goals: found with where they stand, set, changed and locked; their entries, changes and handovers stand beside.
import { and, eq, sql } from "drizzle-orm";
import { toText } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { GoalId, GoalProgress, Milestone } from "#src/practices/goals/model";
import type { GoalStore } from "#src/practices/goals/store";
import { begin, execute, only, type Tx } from "../../client.ts";
import { goal, goalDispute, milestone } from "../../schema/practices/goals.ts";
import { createChanges } from "./changes.ts";
import { createCounting } from "./counting.ts";
import { appendEntries } from "./entries.ts";
import { createHandovers, isHeir } from "./handovers.ts";
import { createOverrides } from "./overrides.ts";
import { createWaiting } from "./waiting.ts";
import { readEntries } from "./read-entries.ts";
import { among, inDays, open, standingsOf } from "./standings.ts";

/** In order of their ids, so that two who want the same ones never wait for each other. */
const lockGoals =
  "select id from goal where organisation_id = $1::uuid and id in (select json_array_elements_text($2::json)::uuid) order by id for update";

/** What somebody else still drafts for its owner is theirs alone: its owner hears of it when it is proposed. */
const known = "(g.state <> 'draft' or g.proposed_by_id is null or g.proposed_by_id = g.owner_id)";

export function createGoalStore(tx: Tx, organisationId: string): GoalStore {
  return {
    ...findGoals(tx, organisationId),
    ...writeGoals(tx, organisationId),
    ...createHandovers(tx, organisationId),
    ...createChanges(tx, organisationId),
    ...createCounting(tx, organisationId),
    ...createOverrides(tx, organisationId),
    ...createWaiting(tx, organisationId),
    ...readEntries(tx, organisationId),
    async lock(ids) {
      // The reading follows right behind, and begins when the locks are there.
      begin(tx, { text: lockGoals, parameters: [organisationId, JSON.stringify(ids)] });
      return standingsOf(tx, organisationId, among, JSON.stringify(ids));
    },
    append: async (added) => begin(tx, appendEntries(organisationId, added)),
    async dispute(said) {
      await tx
        .insert(goalDispute)
        .values({ organisationId, ...said })
        .onConflictDoNothing();
    },
  };
}

function findGoals(
  tx: Tx,
  organisationId: string,
): Pick<
  GoalStore,
  | "openOf"
  | "openUnder"
  | "ofOwnerIn"
  | "underIn"
  | "openOfLeavers"
  | "numbered"
  | "byId"
  | "ownersOfEnded"
  | "endedOn"
  | "partsOf"
  | "closedLike"
> {
  const standing = (where: string, value: string | number): Promise<GoalProgress[]> =>
    standingsOf(tx, organisationId, where, value);
  return {
    openOf: (owner) => standing(`g.owner_id = $2::uuid and ${open} and ${known}`, owner),
    openUnder: (manager) =>
      standing(
        `(p.manager_id = $2::uuid or (g.owner_id = $2::uuid and g.team_id is not null)) and ${open}`,
        manager,
      ),
    ofOwnerIn: (owner, { start, end }) =>
      standing(
        `g.owner_id = ($2::json->>'of')::uuid and ${inDays} and ${known}`,
        JSON.stringify({ of: owner, start, end }),
      ),
    underIn: (manager, { start, end }) =>
      standing(
        `(p.manager_id = ($2::json->>'of')::uuid or (g.owner_id = ($2::json->>'of')::uuid and g.team_id is not null)) and ${inDays}`,
        JSON.stringify({ of: manager, start, end }),
      ),
    openOfLeavers: (heir) =>
      standing(
        `p.left_on is not null and g.state in ('proposed', 'active') and exists (select from person h where h.organisation_id = g.organisation_id and h.id = $2::uuid and ${isHeir})`,
        heir,
      ),
    numbered: async (number) => (await standing("g.number = $2", number))[0] ?? null,
    byId: async (id) => (await standing("g.id = $2::uuid", id))[0] ?? null,
    async ownersOfEnded(before) {
      const rows = await execute<{ owner_id: string }>(
        tx,
        sql`select distinct owner_id from goal where organisation_id = ${organisationId}::uuid and state in ('draft', 'proposed', 'active') and due < ${before}::date`,
      );
      return rows.map((row) => row.owner_id as PersonId);
    },
    async endedOn(owners, end) {
      const rows = await execute<{ id: string }>(
        tx,
        sql`select id from goal where organisation_id = ${organisationId}::uuid and due = ${end}::date and state in ('active', 'achieved', 'missed')
          and owner_id in (select json_array_elements_text(${JSON.stringify(owners)}::json)::uuid)`,
      );
      return standing(among, JSON.stringify(rows.map((row) => row.id)));
    },
    partsOf: (parent) => standing("g.parent_id = $2::uuid and g.state <> 'dropped'", parent),
    async closedLike({ ownerId, metricId, unit, period }) {
      if (metricId === null) return [];
      const rows = await execute<{ id: string }>(
        tx,
        sql`select c.id from goal c
          where c.organisation_id = ${organisationId}::uuid and c.owner_id = ${ownerId}::uuid and c.metric_id = ${metricId}::uuid and c.unit = ${JSON.stringify(unit)}::text::jsonb
            and c.period_kind = ${period.kind} and c.state in ('achieved', 'missed') and c.due < ${period.start}::date
          order by c.due desc, c.number desc limit 3`,
      );
      return standing(among, JSON.stringify(rows.map((row) => row.id)));
    },
  };
}

function writeGoals(tx: Tx, organisationId: string): Pick<GoalStore, "add" | "change"> {
  async function addMilestones(goalId: GoalId, list: readonly Milestone[]): Promise<void> {
    if (list.length > 0)
      await tx.insert(milestone).values(
        list.map((each) => ({
          organisationId,
          ...each,
          goalId,
          target: each.target === null ? null : toText(each.target),
        })),
      );
  }

  return {
    async add(added, now) {
      const { last: number } = only(
        await execute<{ last: number }>(
          tx,
          sql`
        insert into numbering (organisation_id, letter, last) values (${organisationId}::uuid, 'G', 1)
        on conflict (organisation_id, letter) do update set last = numbering.last + 1 returning last`,
        ),
      );
      const { milestones, period, baseline, target, ...rest } = added;
      const row = {
        ...rest,
        baseline: toText(baseline),
        target: toText(target),
        periodKind: period.kind,
        start: period.start,
        due: period.end,
      };
      await tx.insert(goal).values({ organisationId, number, createdAt: now, ...row });
      await addMilestones(added.id, milestones);
      return number;
    },
    async change(id, { milestones, period, target, baseline, ...change }) {
      const row = {
        ...change,
        ...(target ? { target: toText(target) } : {}),
        ...(baseline ? { baseline: toText(baseline) } : {}),
        ...(period ? { periodKind: period.kind, start: period.start, due: period.end } : {}),
      };
      const own = and(eq(goal.organisationId, organisationId), eq(goal.id, id));
      if (Object.keys(row).length > 0) await tx.update(goal).set(row).where(own);
      if (!milestones) return;
      await tx
        .delete(milestone)
        .where(and(eq(milestone.organisationId, organisationId), eq(milestone.goalId, id)));
      await addMilestones(id, milestones);
    },
  };
}
