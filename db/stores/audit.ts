// The audit trail: appended in the transaction of the act, read by whom it concerns.
import { and, desc, eq } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { AuditAct, AuditActor, AuditStore } from "#src/ports/audit";
import type { Tx } from "../client.ts";
import { auditEvent } from "../schema/audit.ts";
import { fromJson } from "./columns.ts";

type Row = typeof auditEvent.$inferSelect;

const actorOf = ({ actor, byId }: Row): AuditActor => (actor === "person" ? { person: byId as PersonId } : actor);

export function createAuditStore(tx: Tx, organisationId: string): AuditStore {
  return {
    async record({ act, by, about, at, detail }) {
      const actor = typeof by === "string" ? by : "person";
      await tx.insert(auditEvent).values({ organisationId, at, act, actor, byId: typeof by === "string" ? null : by.person, aboutId: about, detail });
    },
    async about(person, most) {
      const rows = await tx
        .select()
        .from(auditEvent)
        .where(and(eq(auditEvent.organisationId, organisationId), eq(auditEvent.aboutId, person)))
        .orderBy(desc(auditEvent.seq))
        .limit(most);
      return rows.map((row) => ({ act: row.act as AuditAct, by: actorOf(row), about: row.aboutId as PersonId | null, at: row.at, detail: fromJson<Record<string, string | null>>(row.detail) }));
    },
  };
}
