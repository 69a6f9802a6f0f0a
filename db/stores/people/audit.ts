// The audit trail: appended in the transaction of the act, read by whom it concerns.
import { and, desc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { AuditAct, AuditActor, AuditStore } from "#src/ports/audit";
import type { ChangedBy } from "#src/people/store";
import { execute, type Tx } from "../../client.ts";
import { auditEvent } from "../../schema/audit.ts";
import { fromJson } from "../columns.ts";

type Row = typeof auditEvent.$inferSelect;

const actorOf = ({ actor, byId }: Pick<Row, "actor" | "byId">): AuditActor =>
  actor === "person" ? { person: byId as PersonId } : actor;

export function createAuditStore(tx: Tx, organisationId: string): AuditStore {
  const record: AuditStore["record"] = async ({ act, by, about, at, detail }) => {
    const actor = typeof by === "string" ? by : "person";
    await tx.insert(auditEvent).values({
      organisationId,
      at,
      act,
      actor,
      byId: typeof by === "string" ? null : by.person,
      aboutId: about,
      detail,
    });
  };
  /** Them, and whoever became one with them and is not parted again. */
  const theirs = (person: PersonId) => sql`with recursive one(id) as (
    select ${person}::uuid
    union
    select (j.detail->>'other')::uuid from one join audit_event j on j.organisation_id = ${organisationId}::uuid and j.about_id = one.id and j.act = 'accounts.joined'
      where not exists (select from audit_event p where p.organisation_id = j.organisation_id and p.act = 'accounts.parted' and p.about_id = j.about_id and p.detail->>'other' = j.detail->>'other' and p.seq > j.seq)
        and not exists (select from person q where q.organisation_id = j.organisation_id and q.id::text = j.detail->>'other'))
    select id from one where id is not null`;
  /** A joining stands there for each of the two. */
  const ofOthers = (person: PersonId) =>
    and(
      sql`${auditEvent.aboutId} in (${theirs(person)})`,
      sql`${auditEvent.act} not like 'accounts.%'`,
    );
  return {
    record,
    async read(reader, of, on, at) {
      const [known] = await tx
        .select({ seq: auditEvent.seq })
        .from(auditEvent)
        .where(
          and(
            eq(auditEvent.organisationId, organisationId),
            eq(auditEvent.aboutId, of),
            eq(auditEvent.byId, reader),
            eq(auditEvent.act, "read"),
            sql`${auditEvent.detail}->>'on' = ${on}`,
          ),
        )
        .limit(1);
      if (!known)
        await record({ act: "read", by: { person: reader }, about: of, at, detail: { on } });
    },
    async lastSwitches() {
      const practice = sql<string>`${auditEvent.detail}->>'practice'`;
      const rows = await tx
        .selectDistinctOn([practice], {
          practice,
          actor: auditEvent.actor,
          byId: auditEvent.byId,
          at: auditEvent.at,
        })
        .from(auditEvent)
        .where(
          and(
            eq(auditEvent.organisationId, organisationId),
            isNull(auditEvent.aboutId),
            inArray(auditEvent.act, ["practice.on", "practice.off"]),
          ),
        )
        .orderBy(practice, desc(auditEvent.seq));
      return new Map(rows.map((row) => [row.practice, { by: actorOf(row), at: row.at }]));
    },
    async about(person, most, { before = null, organisation = false } = {}) {
      // Whoever became or ceased to be a manager by it is concerned as well.
      const asManager = and(
        eq(auditEvent.act, "manager.changed"),
        sql`${person}::text in (${auditEvent.detail}->>'from', ${auditEvent.detail}->>'to')`,
      );
      const rows = await tx
        .select()
        .from(auditEvent)
        .where(
          and(
            eq(auditEvent.organisationId, organisationId),
            or(
              eq(auditEvent.aboutId, person),
              ofOthers(person),
              asManager,
              organisation ? isNull(auditEvent.aboutId) : undefined,
            ),
            before === null ? undefined : lt(auditEvent.seq, BigInt(before)),
          ),
        )
        .orderBy(desc(auditEvent.seq))
        .limit(most);
      return rows.map((row) => ({
        seq: String(row.seq),
        act: row.act as AuditAct,
        by: actorOf(row),
        about: row.aboutId as PersonId | null,
        at: row.at,
        detail: fromJson<Record<string, string | null>>(row.detail),
      }));
    },
  };
}

export type LetterAct = "letter.revived" | "letter.dropped";

interface Letter {
  readonly id: string;
  readonly act: LetterAct;
  readonly done: ChangedBy;
}

/** Keeps who decided about something that was given up. `whose`: whom it was to go to or came from, or a place's id; nothing where nothing was decided. */
export async function recordLetter(
  tx: Tx,
  organisationId: string,
  { id, act, done }: Letter,
  whose: string | undefined,
): Promise<boolean> {
  if (whose === undefined) return false;
  const [person] = await execute<{ id: string }>(
    tx,
    sql`select id from person where organisation_id = ${organisationId}::uuid and id::text = ${whose}`,
  );
  await createAuditStore(tx, organisationId).record({
    act,
    ...done,
    about: (person?.id ?? null) as PersonId | null,
    detail: { letter: id },
  });
  return true;
}
