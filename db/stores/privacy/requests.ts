// What people asked about their own data; what is to be done is claimed with a lease on the database's own clock.
import { sql, type SQL } from "drizzle-orm";
import type { LocalDate } from "#src/calendar/local-date";
import type { AccountName, PersonId } from "#src/people/person";
import type { Outcome, Request, RequestId } from "#src/practices/privacy/api";
import type { PrivacyStore } from "#src/practices/privacy/store";
import { affectedBy, execute, type Tx } from "../../client.ts";
import { fromJson } from "../columns.ts";

interface Row {
  id: string;
  person_id: string;
  kind: Request["kind"];
  state: Request["state"];
  account: string | null;
  asked_at: Date | string;
  due_on: string | null;
  decided_by_id: string | null;
  found: unknown;
  version: number;
  attempts: number;
}

type Requests = Omit<
  PrivacyStore,
  "kept" | "looks" | "givenTables" | "given" | "planErase" | "posted" | "erase"
>;

const columns = sql`id, person_id, kind, state, account, asked_at, due_on, decided_by_id, found, version, attempts`;
const lease = sql`clock_timestamp() + interval '2 minutes'`;
const changed = sql`version = version + 1, told = false`;

const toRequest = (row: Row): Request & { readonly attempts: number } => ({
  id: row.id as RequestId,
  person: row.person_id as PersonId,
  kind: row.kind,
  state: row.state,
  account: row.account as AccountName | null,
  askedAt: new Date(row.asked_at),
  dueOn: row.due_on as LocalDate | null,
  decidedBy: row.decided_by_id as PersonId | null,
  found: row.found === null ? null : fromJson<Outcome>(row.found),
  version: row.version,
  attempts: row.attempts,
});

/** `work`: there is something to do, once this is committed. */
export function createRequestsStore(tx: Tx, organisation: string, work: () => void): Requests {
  const own = sql`organisation_id = ${organisation}::uuid`;
  const json = (found: Outcome) => sql`${JSON.stringify(found)}::text::jsonb`;
  const open = async (which: SQL): Promise<Request | null> => {
    const [row] = await execute<Row>(
      tx,
      sql`select ${columns} from privacy_request where ${own} and ${which}`,
    );
    return row ? toRequest(row) : null;
  };
  return {
    ...deciding(tx, organisation, work),
    request: (id) => open(sql`id = ${id}::uuid`),
    openErase: (person) =>
      open(sql`person_id = ${person}::uuid and kind = 'erase' and state <> 'ended'`),
    async askExport({ id, person, account, at }) {
      if (await open(sql`person_id = ${person}::uuid and kind = 'erase' and state = 'work'`))
        return "erasing";
      const added = await tx.execute(
        sql`insert into privacy_request (organisation_id, id, person_id, kind, state, account, asked_at, lease_until)
          select ${organisation}::uuid, ${id}::uuid, ${person}::uuid, 'export', 'work', ${account}, ${at.toISOString()}::timestamptz, clock_timestamp()
          where not exists (select from privacy_request where ${own} and person_id = ${person}::uuid and kind = 'export' and state <> 'ended')`,
      );
      work();
      return affectedBy(added) === 1 ? "asked" : "going";
    },
    async claim() {
      const [row] = await execute<Row>(
        tx,
        sql`update privacy_request set lease_until = ${lease}, attempts = attempts + 1
          where ${own} and id in (select id from privacy_request where ${own} and state = 'work' and lease_until <= clock_timestamp()
            and not (kind = 'erase' and exists (select from privacy_request e where e.organisation_id = privacy_request.organisation_id and e.person_id = privacy_request.person_id and e.kind = 'export' and e.state = 'work')) order by seq limit 1 for update skip locked) returning ${columns}`,
      );
      return row ? toRequest(row) : null;
    },
    async progress(id, found) {
      await tx.execute(
        sql`update privacy_request set lease_until = ${lease}, found = ${json(found)}, ${changed} where ${own} and id = ${id}::uuid and state = 'work'`,
      );
    },
    async later(id, afterMs) {
      await tx.execute(
        sql`update privacy_request set lease_until = clock_timestamp() + ${`${Math.round(afterMs)} milliseconds`}::interval, attempts = attempts - 1 where ${own} and id = ${id}::uuid and state = 'work'`,
      );
    },
    async end(id, found) {
      await tx.execute(
        sql`update privacy_request set state = 'ended', found = ${json(found)}, version = version + 1, told = (kind = 'erase') where ${own} and id = ${id}::uuid and state = 'work'`,
      );
    },
    async untold() {
      const rows = await execute<{ person_id: string }>(
        tx,
        sql`select distinct person_id from privacy_request where ${own} and not told`,
      );
      return rows.map((row) => row.person_id as PersonId);
    },
    async tell(person) {
      const rows = await execute<Row>(
        tx,
        sql`with t as (update privacy_request set told = true where ${own} and person_id = ${person}::uuid and not told returning seq, ${columns}) select ${columns} from t order by seq`,
      );
      return rows.map(toRequest);
    },
  };
}

/** Who says yes or no to a request, and whether they were reminded of it. */
function deciding(
  tx: Tx,
  organisation: string,
  work: () => void,
): Pick<
  Requests,
  "askErase" | "agree" | "drop" | "waiting" | "reminded" | "officer" | "nameOfficer"
> {
  const own = sql`organisation_id = ${organisation}::uuid`;
  const decided = (by: PersonId | null, at: Date) =>
    sql`decided_by_id = ${by}::uuid, decided_at = ${at.toISOString()}::timestamptz`;
  return {
    async askErase({ id, person, account, dueOn, at }) {
      const added = await tx.execute(
        sql`insert into privacy_request (organisation_id, id, person_id, kind, state, account, asked_at, due_on, lease_until)
          select ${organisation}::uuid, ${id}::uuid, ${person}::uuid, 'erase', 'asked', ${account}::text, ${at.toISOString()}::timestamptz, ${dueOn}::date, clock_timestamp()
          where not exists (select from privacy_request where ${own} and person_id = ${person}::uuid and kind = 'erase' and state <> 'ended')`,
      );
      return affectedBy(added) === 1;
    },
    async agree(id, by, at) {
      const agreed = await tx.execute(
        sql`update privacy_request set state = 'work', lease_until = clock_timestamp(), ${decided(by, at)} where ${own} and id = ${id}::uuid and kind = 'erase' and state = 'asked'`,
      );
      work();
      return affectedBy(agreed) === 1;
    },
    async drop(id, found, by, at) {
      const dropped = await tx.execute(
        sql`update privacy_request set state = 'ended', found = ${JSON.stringify(found)}::text::jsonb, ${decided(by, at)} where ${own} and id = ${id}::uuid and kind = 'erase' and state = 'asked'`,
      );
      return affectedBy(dropped) === 1;
    },
    async waiting(before, reminded) {
      const rows = await execute<{ person_id: string }>(
        tx,
        sql`select person_id from privacy_request where ${own} and kind = 'erase' and state = 'asked' and due_on < ${before}::date and reminded <= ${reminded}::int`,
      );
      return rows.map((row) => row.person_id as PersonId);
    },
    async reminded(id) {
      await tx.execute(
        sql`update privacy_request set reminded = reminded + 1 where ${own} and id = ${id}::uuid`,
      );
    },
    async officer() {
      const [row] = await execute<{ id: string }>(
        tx,
        sql`select o.person_id as id from privacy_officer o join person p on p.organisation_id = o.organisation_id and p.id = o.person_id where o.organisation_id = ${organisation}::uuid and p.left_on is null`,
      );
      return (row?.id ?? null) as PersonId | null;
    },
    async nameOfficer(person, by, at) {
      await tx.execute(sql`delete from privacy_officer where ${own}`);
      if (person !== null)
        await tx.execute(
          sql`insert into privacy_officer (organisation_id, person_id, by_id, at) values (${organisation}::uuid, ${person}::uuid, ${by}::uuid, ${at.toISOString()}::timestamptz)`,
        );
    },
  };
}
