// Deliveries that nobody knows the end of: asked about, sent once more, or let go.
import { sql, type SQL } from "drizzle-orm";
import type { ChangedBy } from "#src/people/store";
import type { NudgeStore } from "#src/ports/delivery/nudges";
import { execute, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { recordLetter, type LetterAct } from "../people/audit.ts";

/** How the keys of questions to admins about a delivery begin; the delivery's id follows. */
const questionKey = "unknown:";
/** A dead letter that somebody wants sent once more, whatever became of earlier attempts. */
const revived = sql`state = 'waiting', attempts = 0, lease_until = null, due_at = clock_timestamp(), first_due_at = clock_timestamp()`;

export function deadLetters(
  tx: Tx,
  organisationId: string,
): Pick<NudgeStore, "isQuestion" | "revive" | "letGo"> {
  const own = sql`organisation_id = ${organisationId}::uuid`;
  const bury = async (
    id: string,
    change: SQL,
    act: LetterAct,
    done: ChangedBy,
  ): Promise<boolean> => {
    const buried = sql`update outbox_head set ${change} where ${own} and id = ${id}::uuid and state = 'dead' and composed returning destination`;
    const [head] = await atRouting(tx, (routing) =>
      execute<{ destination: string }>(routing, buried),
    );
    return recordLetter(tx, organisationId, { id, act, done }, head?.destination);
  };

  return {
    async isQuestion(delivery) {
      const rows = await execute(
        tx,
        sql`select id from outbox where ${own} and id = ${delivery}::uuid and key like ${`${questionKey}%`}`,
      );
      return rows.length > 0;
    },
    async revive(delivery, done) {
      // Asked and answered: when nobody can say again what became of it, that is a new question.
      await tx.execute(
        sql`update outbox set key = 'answered:' || id || ':' || key where ${own} and key like ${`${questionKey}${delivery}:%`}`,
      );
      return bury(delivery, revived, "letter.revived", done);
    },
    letGo: (delivery, done) => bury(delivery, sql`state = 'dropped'`, "letter.dropped", done),
  };
}
