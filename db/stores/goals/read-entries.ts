// Entries as they are read: by whom, on which goal, and whether somebody disputes them.
import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import { idsOf } from "./overrides.ts";
import type { Unit } from "#src/language/units";
import type { PersonId } from "#src/people/person";
import type {
  Entry,
  EntryId,
  GoalId,
  GoalState,
  KnownEntry,
  ListedEntry,
} from "#src/practices/goals/model";
import type { GoalStore } from "#src/practices/goals/store";
import type { Tx } from "../../client.ts";
import { fromJson } from "../columns.ts";
import { goal, goalDispute, goalEntry } from "../../schema/practices/goals.ts";

const metricNames = sql<
  KnownEntry["goalNames"]
>`(select json_build_object('en', m.name_en, 'zh', m.name_zh) from metric m where m.id = ${goal.metricId} and m.organisation_id = ${goal.organisationId})`;
const ownerName = sql<string>`(select p.name from person p where p.id = ${goal.ownerId} and p.organisation_id = ${goal.organisationId})`;
const managerName = sql<
  string | null
>`(select l.name from person p join person l on l.id = p.manager_id and l.organisation_id = p.organisation_id and l.left_on is null where p.id = ${goal.ownerId} and p.organisation_id = ${goal.organisationId})`;
const byName = sql<string>`(select p.name from person p where p.id = ${goalEntry.byId} and p.organisation_id = ${goalEntry.organisationId})`;
const disputed = sql<
  KnownEntry["disputed"]
>`(select case when bool_or(d.kind = 'stands') then 'stands' when count(*) > 0 then 'open' end from goal_dispute d where d.organisation_id = ${goalEntry.organisationId} and d.entry_id = ${goalEntry.id})`;

const counts = sql`not exists (select from goal_entry r where r.replaces_id = ${goalEntry.id})`;
const notCorrected = sql`not exists (select from goal_entry r where r.replaces_id = ${goalEntry.id} and r.kind <> 'void')`;
const takenBack = sql`(select json_build_object('byId', r.by_id, 'byName', coalesce((select p.name from person p where p.id = r.by_id and p.organisation_id = r.organisation_id), '')) from goal_entry r where r.replaces_id = ${goalEntry.id} and r.kind = 'void')`;

export function readEntries(
  tx: Tx,
  organisationId: string,
): Pick<
  GoalStore,
  "entriesOf" | "historyOf" | "loggedBy" | "lastBatchBy" | "batch" | "entry" | "disputesAskedOf"
> {
  const entries = (where: SQL, most: number, shown: SQL = counts) =>
    tx
      .select({
        entry: goalEntry,
        number: goal.number,
        title: goal.title,
        names: metricNames,
        ownerId: goal.ownerId,
        ownerName,
        managerName,
        byName,
        unit: goal.unit,
        state: goal.state,
        disputed,
        takenBack,
      })
      .from(goalEntry)
      .innerJoin(
        goal,
        and(eq(goal.id, goalEntry.goalId), eq(goal.organisationId, goalEntry.organisationId)),
      )
      .where(
        sql`${goalEntry.organisationId} = ${organisationId}::uuid and ${goalEntry.kind} <> 'void' and ${shown} and ${where}`,
      )
      .orderBy(desc(goalEntry.on), desc(goalEntry.seq))
      .limit(most);

  /** Asked before it was kept of whom: of their manager as they are now. */
  const opened = (person: PersonId) =>
    and(
      eq(goalDispute.organisationId, organisationId),
      eq(goalDispute.kind, "opened"),
      sql`coalesce(${goalDispute.askedId}, (select p.manager_id from person p where p.organisation_id = ${organisationId}::uuid and p.id = ${goalDispute.byId})) = ${person}::uuid`,
    );

  return {
    async disputesAskedOf(person) {
      const asked = await tx
        .select()
        .from(goalDispute)
        .where(opened(person))
        .orderBy(goalDispute.seq);
      if (asked.length === 0) return [];
      const ids = tx.select({ id: goalDispute.entryId }).from(goalDispute).where(opened(person));
      const open = (
        await entries(
          sql`${goalEntry.id} in ${ids} and ${disputed} = 'open' and ${goal.state} in ('proposed', 'active')`,
          asked.length,
        )
      ).map(toEntry);
      return asked.flatMap(({ entryId, said, at }) => {
        const entry = open.find((each) => each.id === entryId);
        return entry ? [{ entry, said, at }] : [];
      });
    },
    entriesOf: async (owner, most) =>
      (
        await entries(
          sql`(${goal.ownerId} = ${owner}::uuid or (${goalEntry.byId} = ${owner}::uuid and ${disputed} = 'open'))`,
          most,
        )
      ).map(toEntry),
    async loggedBy(owner) {
      const rows = await tx
        .select({ id: goal.id, number: goal.number, title: goal.title, names: metricNames })
        .from(goal)
        .where(
          and(
            eq(goal.organisationId, organisationId),
            eq(goal.ownerId, owner),
            sql`exists (select from goal_entry e where e.organisation_id = ${organisationId}::uuid and e.goal_id = ${goal.id})`,
          ),
        )
        .orderBy(
          sql`(select max(e.seq) from goal_entry e where e.organisation_id = ${organisationId}::uuid and e.goal_id = ${goal.id}) desc`,
        );
      return rows.map((row) => ({ ...row, id: row.id as GoalId }));
    },
    historyOf: async (owner, most, behind, only) =>
      (
        await entries(
          sql`(${goal.ownerId} = ${owner}::uuid or (${goalEntry.byId} = ${owner}::uuid and ${disputed} = 'open' and ${counts})) and ${
            behind === null
              ? sql`true`
              : sql`(${goalEntry.on}, ${goalEntry.seq}) < (${behind.on}::date, ${behind.seq}::bigint)`
          } and ${only === null ? sql`true` : sql`${goal.id} in ${idsOf(only)}`}`,
          most,
          notCorrected,
        )
      ).map((row) => ({
        ...toEntry(row),
        takenBack: fromJson<ListedEntry["takenBack"]>(row.takenBack),
      })),
    async lastBatchBy(author) {
      const batch = sql`${goalEntry.batchId} = (select e.batch_id from goal_entry e where e.organisation_id = ${organisationId}::uuid and e.by_id = ${author}::uuid
        and e.kind <> 'void' and not exists (select from goal_entry r where r.replaces_id = e.id) order by e.seq desc limit 1)`;
      return (await entries(batch, 50)).map(toEntry);
    },
    batch: async (id) => (await entries(sql`${goalEntry.batchId} = ${id}::uuid`, 50)).map(toEntry),
    entry: async (id) =>
      (await entries(sql`${goalEntry.id} = ${id}::uuid`, 1)).map(toEntry)[0] ?? null,
  };
}

interface EntryRow {
  readonly entry: typeof goalEntry.$inferSelect;
  readonly number: number;
  readonly title: string;
  readonly names: KnownEntry["goalNames"];
  readonly ownerId: string;
  readonly ownerName: string;
  readonly managerName: string | null;
  readonly byName: string | null;
  readonly unit: unknown;
  readonly state: GoalState;
  readonly disputed: KnownEntry["disputed"];
  readonly takenBack: unknown;
}

function toEntry(found: EntryRow): KnownEntry {
  const { organisationId: _, seq, ...row } = found.entry;
  const entry: Entry = {
    ...row,
    id: row.id as EntryId,
    goalId: row.goalId as GoalId,
    value: decimal(row.value),
    of: row.of === null ? null : decimal(row.of),
    on: localDate(row.on),
    byId: row.byId as PersonId,
    replacesId: row.replacesId as EntryId | null,
  };
  return {
    ...entry,
    seq,
    goalNumber: found.number,
    goalTitle: found.title,
    goalNames: fromJson<KnownEntry["goalNames"]>(found.names),
    ownerId: found.ownerId as PersonId,
    ownerName: found.ownerName,
    managerName: found.managerName,
    byName: found.byName ?? "",
    unit: found.unit as Unit,
    state: found.state,
    disputed: found.disputed,
  };
}
