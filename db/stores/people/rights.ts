// What somebody may do and whose team is whose: written here, and with each change its event in the audit trail.
import { and, eq } from "drizzle-orm";
import type { Person, PersonId, TeamId } from "#src/people/person";
import type { ChangedBy, PeopleStore } from "#src/people/store";
import type { AuditEvent } from "#src/ports/audit";
import type { Tx } from "../../client.ts";
import { person, team } from "../../schema/kernel.ts";
import { takeFromAccounts, type KeepTrail } from "./account-rights.ts";
import { createAuditStore } from "./audit.ts";

/** What changed in one transaction, whichever of its stores did it. */
export interface Touched {
  rights: boolean;
}

type Rights = Pick<Person, "admin" | "teamId" | "managerId" | "assistant">;
const noRights: Rights = { admin: false, assistant: false, managerId: null, teamId: null };

const byHand = { because: "granted" };

/** One event for each right that is another than it was. */
function eventsOf(
  before: Rights,
  after: Rights,
  admin: AuditEvent["detail"] = byHand,
): readonly Pick<AuditEvent, "act" | "detail">[] {
  const moved = (act: "manager.changed" | "team.changed", from: string | null, to: string | null) =>
    from === to ? [] : [{ act, detail: { from, to } }];
  return [
    ...(before.admin === after.admin
      ? []
      : [
          {
            act: after.admin ? ("admin.granted" as const) : ("admin.lost" as const),
            detail: admin,
          },
        ]),
    ...moved("team.changed", before.teamId, after.teamId),
    ...moved("manager.changed", before.managerId, after.managerId),
    ...(before.assistant === after.assistant
      ? []
      : [
          {
            act: "assistant.changed" as const,
            detail: { is: after.assistant ? "yes" : "no", team: after.teamId },
          },
        ]),
  ];
}

/** Writes what changed of whose rights into the trail, and remembers that something did. */
export function trailOf(tx: Tx, organisationId: string, touched: Touched): KeepTrail {
  const audit = createAuditStore(tx, organisationId);
  return async (about, events, { by, at }) => {
    if (events.length > 0) touched.rights = true;
    for (const each of events) await audit.record({ ...each, by, about, at });
  };
}

/** `because`: what of an account makes them an admin; nothing where it is given by hand. */
export async function addPerson(
  tx: Tx,
  organisationId: string,
  keepTrail: KeepTrail,
  { reports: _, ...row }: Person,
  done: ChangedBy,
  because: AuditEvent["detail"] | null = null,
): Promise<void> {
  await tx.insert(person).values({
    organisationId,
    ...row,
    adminGranted: row.admin && because === null,
    workweek: [...row.workweek],
  });
  await keepTrail(row.id, eventsOf(noRights, row, because ?? byHand), done);
}

export function personRights(
  tx: Tx,
  organisationId: string,
  keepTrail: KeepTrail,
): Pick<PeopleStore, "add" | "change" | "entitle" | "saveTeam"> {
  const own = eq(person.organisationId, organisationId);
  return {
    add: (newcomer, done) => addPerson(tx, organisationId, keepTrail, newcomer, done),
    async change(id, { workweek, ...change }) {
      if (workweek === undefined && Object.keys(change).length === 0) return;
      await tx
        .update(person)
        .set({ ...change, ...(workweek ? { workweek: [...workweek] } : {}) })
        .where(and(own, eq(person.id, id)));
    },
    async entitle(id, rights, done) {
      const one = and(own, eq(person.id, id));
      const [row] = await tx.select().from(person).where(one).for("update");
      if (!row) return;
      const before: Rights = {
        admin: row.admin,
        assistant: row.assistant,
        managerId: row.managerId as PersonId | null,
        teamId: row.teamId as TeamId | null,
      };
      const after: Rights = {
        admin: rights.admin ?? before.admin,
        assistant: rights.assistant ?? before.assistant,
        managerId: rights.managerId === undefined ? before.managerId : rights.managerId,
        teamId: rights.teamId === undefined ? before.teamId : rights.teamId,
      };
      const events = eventsOf(before, after);
      if (events.length === 0) return;
      // Who is an admin already is one by what made them one.
      const granted = before.admin === after.admin ? {} : { adminGranted: after.admin };
      await tx
        .update(person)
        .set({ ...after, ...granted })
        .where(one);
      if (before.admin && !after.admin) await takeFromAccounts(tx, organisationId, id);
      await keepTrail(id, events, done);
    },
    async saveTeam(row, done) {
      const ledBy = await tx
        .select({ id: team.managerId })
        .from(team)
        .where(and(eq(team.organisationId, organisationId), eq(team.id, row.id)))
        .for("update");
      const before = ledBy[0]?.id ?? null;
      await tx
        .insert(team)
        .values({ organisationId, ...row })
        .onConflictDoUpdate({
          target: team.id,
          set: { name: row.name, managerId: row.managerId, switchedOnAt: row.switchedOnAt },
        });
      if (before === row.managerId) return;
      const leads = (is: "yes" | "no") => [
        { act: "team.led" as const, detail: { is, team: row.id } },
      ];
      if (before !== null) await keepTrail(before as PersonId, leads("no"), done);
      if (row.managerId !== null) await keepTrail(row.managerId, leads("yes"), done);
    },
  };
}
