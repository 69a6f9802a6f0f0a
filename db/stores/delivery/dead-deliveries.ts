// Deliveries that were given up, as the operator lists and buries them.
import { sql, type SQL } from "drizzle-orm";
import type { OrganisationId } from "#src/people/person";
import type { DeadLetter, Outbox } from "#src/ports/delivery/outbox";
import { execute, only, type Database } from "../../client.ts";
import { atRouting, inOrganisation } from "../../organisation.ts";
import { recordLetter, type LetterAct } from "../people/audit.ts";

export function deadDeliveries(
  database: Database,
): Pick<Outbox, "deadLetters" | "revive" | "letGo" | "deadCount"> {
  const bury = async (id: string, change: SQL, act: LetterAct, at: Date): Promise<boolean> => {
    const [head] = await execute<{ organisation_id: string }>(
      database.db,
      sql`select organisation_id from outbox_head where id = ${id}::uuid and state = 'dead'`,
    );
    if (!head) return false;
    return inOrganisation(database, head.organisation_id, async (tx) => {
      const [buried] = await atRouting(tx, (routing) =>
        execute<{ destination: string }>(
          routing,
          sql`update outbox_head set ${change} where id = ${id}::uuid and state = 'dead' returning destination`,
        ),
      );
      return recordLetter(
        tx,
        head.organisation_id,
        { id, act, done: { by: "operator", at } },
        buried?.destination,
      );
    });
  };

  return {
    async deadLetters(most) {
      const rows = await execute<{
        id: string;
        organisation_id: string;
        destination: string;
        kind: DeadLetter["kind"];
        attempts: number;
        why: string | null;
      }>(
        database.db,
        sql`select id, organisation_id, destination, kind, attempts, why from outbox_head where state = 'dead' order by seq limit ${most}`,
      );
      return Promise.all(
        rows.map(async (row) => ({
          id: row.id,
          organisation: row.organisation_id as OrganisationId,
          kind: row.kind,
          attempts: row.attempts,
          why: row.why ?? "",
          destination: row.destination,
          to: await inOrganisation(
            database,
            row.organisation_id,
            async (tx) =>
              (
                await execute<{ name: string }>(
                  tx,
                  sql`select name from person where id = ${row.destination}::uuid union all select name from place where id = ${row.destination}::uuid`,
                )
              )[0]?.name ?? row.destination,
          ),
        })),
      );
    },
    revive: (id, at) =>
      bury(
        id,
        sql`state = 'waiting', attempts = 0, due_at = clock_timestamp(), first_due_at = clock_timestamp()`,
        "letter.revived",
        at,
      ),
    letGo: (id, at) => bury(id, sql`state = 'dropped'`, "letter.dropped", at),
    async deadCount() {
      const { dead } = only(
        await execute<{ dead: number }>(
          database.db,
          sql`select count(*)::int as dead from outbox_head where state = 'dead'`,
        ),
      );
      return dead;
    },
  };
}
