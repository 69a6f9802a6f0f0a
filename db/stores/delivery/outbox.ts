// The outbox as the deliver loop sees it. Whoever settles says which attempt it was: a lease that ran out settles nothing.
import { sql, type SQL } from "drizzle-orm";
import type { Both } from "#src/language/catalogue";
import type { OrganisationId } from "#src/people/person";
import type { Claimed, Content, DeadLetter, Outbox } from "#src/ports/outbox";
import type { Card } from "#src/view/card";
import { execute, type Database } from "../../client.ts";
import { atRouting, inOrganisation } from "../../organisation.ts";
import { recordLetter, type LetterAct } from "../people/audit.ts";
import { claim } from "./claim-deliveries.ts";
import { fromJson, mayStandThere } from "../columns.ts";
import { pausedKey } from "./rate-limits.ts";

const milliseconds = (count: number) => sql`${`${Math.round(count)} milliseconds`}::interval`;

interface ContentRow {
  id: string;
  cards: unknown;
  at: Date;
  reads: "zh" | "en" | "both" | null;
}

const contentsOf = (ids: string) => sql`
  select o.id, o.cards, o.at, coalesce(p.locale, l.reads) as reads from outbox o left join person p on p.id = o.person_id left join place l on l.id = o.place_id
  where o.id in (select json_array_elements_text(${ids}::json)::uuid)`;

export function createOutbox(database: Database): Outbox {
  const settle = async (
    { id, attempt }: Claimed,
    change: SQL,
    lease: SQL = sql`null`,
  ): Promise<void> =>
    void (await database.db.execute(
      sql`update outbox_head set lease_until = ${lease}, ${change} where id = ${id}::uuid and state = 'waiting' and attempts = ${attempt}`,
    ));
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
    claim: (wanted) => claim(database, wanted),
    async contents(claimed) {
      const found = new Map<string, Content>();
      for (const organisation of new Set(claimed.map((each) => each.organisation))) {
        const ids = JSON.stringify(
          claimed.filter((each) => each.organisation === organisation).map((each) => each.id),
        );
        const rows = await inOrganisation(database, organisation, (tx) =>
          execute<ContentRow>(tx, contentsOf(ids)),
        );
        for (const row of rows) {
          const both = fromJson<Partial<Both<readonly Card[]>>>(row.cards);
          const one = row.reads === null || row.reads === "both" ? undefined : both[row.reads];
          const locale = row.reads === null || row.reads === "both" ? {} : { locale: row.reads };
          found.set(row.id, {
            ...locale,
            cards:
              row.reads === "both"
                ? [...(both.zh ?? []), ...(both.en ?? [])]
                : (one ?? both.en ?? both.zh ?? []),
            at: row.at,
          });
        }
      }
      return found;
    },
    async extend(claimed, leaseMs) {
      const held = JSON.stringify(claimed.map(({ id, attempt }) => ({ id, attempt })));
      const kept = await execute<{ id: string }>(
        database.db,
        sql`update outbox_head h set lease_until = clock_timestamp() + ${milliseconds(leaseMs)} from json_to_recordset(${held}::json) as c(id uuid, attempt int)
        where h.id = c.id and h.state = 'waiting' and h.attempts = c.attempt and h.lease_until > 'epoch' returning h.id`,
      );
      return kept.map((each) => each.id);
    },
    sent: (claimed, messageId) => settle(claimed, sql`state = 'sent', message_id = ${messageId}`),
    async later(claimed, afterMs, why, { all, maybeThere }) {
      if (all) {
        const { platform, workspace } = claimed.to;
        await database.db
          .execute(sql`insert into pace_bucket (key, next_at) values (${pausedKey(sql`${platform}::text`, sql`${workspace}::text`)}, clock_timestamp() + ${milliseconds(afterMs)})
          on conflict (key) do update set next_at = greatest(pace_bucket.next_at, excluded.next_at)`);
      }
      // It was no attempt of ours that failed; and what was refused did not arrive.
      await settle(
        claimed,
        sql`attempts = attempts - 1, due_at = clock_timestamp() + ${milliseconds(afterMs)}, why = ${why}`,
        maybeThere === true ? mayStandThere : sql`null`,
      );
    },
    unknown: (claimed, afterMs) =>
      settle(
        claimed,
        sql`due_at = clock_timestamp() + ${milliseconds(afterMs)}, why = 'nobody knows whether it arrived'`,
        mayStandThere,
      ),
    failed: (claimed, afterMs, why) =>
      settle(
        claimed,
        sql`due_at = clock_timestamp() + ${milliseconds(afterMs)}, why = ${why}`,
        claimed.unsure ? mayStandThere : sql`null`,
      ),
    dead: (claimed, why, maybeThere) =>
      settle(claimed, sql`state = 'dead', why = ${why}`, maybeThere ? mayStandThere : sql`null`),
    async stopPerson(claimed, why) {
      const { to } = claimed;
      const where = sql`platform = ${to.platform} and workspace = ${to.workspace}`;
      if ("user" in to)
        await database.db.execute(
          sql`update chat_identity set stopped_at = clock_timestamp() where ${where} and "user" = ${to.user}`,
        );
      else
        await database.db.execute(
          sql`update chat_place set stopped_at = coalesce(stopped_at, clock_timestamp()) where ${where} and channel = ${to.channel}`,
        );
      await settle(claimed, sql`attempts = 0, due_at = clock_timestamp(), why = ${why}`);
    },
    async stopInstallation(claimed, why) {
      const { platform, workspace } = claimed.to;
      await database.db
        .execute(sql`insert into installation (platform, workspace, organisation_id, stopped_at, why) values (${platform}, ${workspace}, ${claimed.organisation}::uuid, clock_timestamp(), ${why})
        on conflict (platform, workspace) do update set stopped_at = coalesce(installation.stopped_at, excluded.stopped_at), why = excluded.why`);
      // The next claim finds another account of the same person, or leaves it until the installation is back.
      await settle(claimed, sql`attempts = 0, due_at = clock_timestamp(), why = ${why}`);
    },
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
      const [row] = await execute<{ dead: number }>(
        database.db,
        sql`select count(*)::int as dead from outbox_head where state = 'dead'`,
      );
      return row!.dead;
    },
    async oldestSeconds() {
      const [row] = await execute<{ seconds: string | null }>(
        database.db,
        sql`select extract(epoch from clock_timestamp() - min(first_due_at))::text as seconds from outbox_head where state = 'waiting'`,
      );
      return row?.seconds === null || row === undefined ? null : Number(row.seconds);
    },
  };
}
