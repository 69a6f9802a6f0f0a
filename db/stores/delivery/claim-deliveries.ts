// Taking deliveries from the outbox: oldest first per person, no two processes the same one, at each platform's pace.
import { sql } from "drizzle-orm";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { ChatAddress, Rate } from "#src/ports/chat/chat";
import type { Claimed, Claims, Outbox } from "#src/ports/delivery/outbox";
import { begin, execute, type Database, type Tx } from "../../client.ts";
import { mayStandThere } from "../columns.ts";
import {
  destinationKey,
  editsKey,
  installationKey,
  lockBuckets,
  pausedKey,
  type Buckets,
} from "./rate-limits.ts";

interface Head {
  id: string;
  organisation_id: string;
  destination: string;
  composed: boolean;
  attempts: number;
  unsure: boolean;
  edits: string | null;
  edit_message: string | null;
  newer: boolean;
  /** No other process is taking something of this destination just now. */
  mine: boolean;
  asked_to_wait: string | null;
  platform: string | null;
  workspace: string;
  user: string | null;
  channel: string | null;
  /** Platform and workspace it goes through now. */
  account_now: string | null;
  halted: boolean | null;
}

/** What becomes of a head in this round. */
type Verdict =
  | { readonly verdict: "take"; readonly claimed: Claimed }
  | { readonly verdict: "end"; readonly state: "merged" | "dropped" | "dead"; readonly why: string }
  | { readonly verdict: "wait"; readonly ms: number }
  | { readonly verdict: "leave" };

/** A nudge whose words are not found so often is let go; the daily look over all plans rings for it again. */
const mostToCompose = 3;
/** What goes through an installation that was stopped is looked at again so often: whoever brings it back need not know what waits. */
const haltedMs = 5 * 60_000;

type Wanted = Parameters<Outbox["claim"]>[0];

/**
 * A destination's oldest waiting delivery, with the account it goes to (the one it has to stand in the chat of, else the one its person used last) and the message it edits: the one
 * that the newest version which was sent stands in. Where no version was (the first one died, or another message said it), this one is
 * posted. Of several versions the one written last wins, also over one that was held until a work hour. The lock of a destination is
 * tried, not waited for.
 */
const candidates = (most: number) => sql`
  with first as materialized (
    select h.id, h.seq, h.organisation_id, h.destination, h.composed, h.attempts, h.lease_until is not null as unsure, h.edits, h.standing, h.account, h.through, h.due_at from outbox_head h
    where h.state = 'waiting' and h.due_at <= statement_timestamp() and (h.lease_until is null or h.lease_until < clock_timestamp())
      and h.id = (select o.id from outbox_head o where o.destination = h.destination and o.state = 'waiting' order by o.seq limit 1)
    order by h.due_at limit ${most} for update of h skip locked)
  select h.*, case when e.account is null or e.account = c.account then e.message_id end as edit_message, pg_try_advisory_xact_lock(hashtextextended(h.destination::text, 0)) as mine,
    (h.standing or h.edits is not null) and exists (select from outbox_head n where n.destination = h.destination and n.state in ('waiting', 'sent') and n.edits = coalesce(h.edits, h.id) and n.seq > h.seq) as newer,
    (extract(epoch from b.next_at - clock_timestamp()) * 1000)::text as asked_to_wait,
    c.platform, c.workspace, c."user", c.channel, c.account as account_now, c.halted
  from first h
  left join lateral (
    select v.message_id, v.account from outbox_head v where h.edits is not null and v.destination = h.destination and v.state = 'sent' and (v.id = h.edits or v.edits = h.edits) order by v.seq desc limit 1) e on true
  left join lateral (
    select i.platform, i.workspace, i."user", i.channel, i.platform || ' ' || i.workspace as account, s.stopped_at is not null as halted from (
      select platform, workspace, "user", null as channel, last_used_at, barred_at is not null as barred from chat_identity where person_id = h.destination and stopped_at is null
      union all select platform, workspace, null, channel, null, false from chat_place where place_id = h.destination and (stopped_at is null or tried_with = h.id)) i
    left join installation s on s.platform = i.platform and s.workspace = i.workspace
    order by i.platform || ' ' || i.workspace = case when h.unsure and h.account is not null then h.account else e.account end desc nulls last,
      coalesce(s.stopped_at is null and i.platform || ' ' || i.workspace || ' ' || i."user" = h.through, false) desc, i.barred, s.stopped_at is not null, i.last_used_at desc nulls last, i.platform limit 1) c on true
  left join pace_bucket b on b.key = ${pausedKey(sql`c.platform`, sql`c.workspace`)}
  order by h.due_at, h.seq`;

/**
 * What waits comes and goes in bursts, so statistics say that there is hardly anything: the planner would then read and sort all of it
 * for each claim (0.8 s with 20,000 waiting). In this transaction it reads the index from its front and stops.
 */
const fromTheFront = {
  text: "select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)",
  parameters: [],
};

/** When the next one that waits is due, as far as that is within a second: nobody needs to know more. */
const nextDue = sql`select (extract(epoch from min(due_at) - clock_timestamp()) * 1000)::text as ms from outbox_head
  where state = 'waiting' and due_at > statement_timestamp() and due_at < statement_timestamp() + interval '1 second'`;

/**
 * Whether something of this destination is in somebody's hands. Asked by the statement that takes, which sees what was committed since
 * the search: a delivery that was written before the one in hand, and committed after it was taken, is not sent beside it. Those stand
 * near the front, since the one in hand was the first when it was taken.
 */
const underWay = sql`exists (select from (
  select o.id, o.lease_until from outbox_head o where o.destination = h.destination and o.state = 'waiting' order by o.seq limit 100) f where f.id <> h.id and f.lease_until > clock_timestamp())`;

export async function claim(database: Database, wanted: Wanted): Promise<Claims> {
  return database.transaction(async (tx) => {
    begin(tx, fromTheFront);
    const heads = await execute<Head>(tx, candidates(wanted.most));
    if (heads.length === 0) return { claimed: [], dead: 0, merged: 0, nextMs: await soonest(tx) };
    const limited = heads.flatMap((each) => {
      const to = addressOf(each);
      return to === null ? [] : ratesOf(each, to, wanted);
    });
    const buckets = await lockBuckets(
      tx,
      limited.flatMap(({ key, rate }) => (rate === null ? [] : [key])),
    );
    const verdicts = heads.map((head) => ({ head, verdict: judge(head, wanted, buckets) }));
    await buckets.keep();
    const written = await write(tx, verdicts, wanted.leaseMs);
    const ended = (state: "dead" | "merged"): number =>
      verdicts.filter(({ verdict }) => verdict.verdict === "end" && verdict.state === state).length;
    return {
      claimed: verdicts.flatMap(({ verdict }) =>
        verdict.verdict === "take" && written.has(verdict.claimed.id) ? [verdict.claimed] : [],
      ),
      dead: ended("dead"),
      merged: ended("merged"),
      nextMs: heads.length === wanted.most ? 0 : await soonest(tx),
    };
  });
}

async function soonest(tx: Tx): Promise<number | null> {
  const [row] = await execute<{ ms: string | null }>(tx, nextDue);
  return row?.ms == null ? null : Math.max(0, Number(row.ms));
}

/** Why it ends where no account of the person's and no channel of the place can be written to. */
export const reachesNobody = "no chat account that can be written to";

/** Null where it reaches nobody: no account of the person's and no channel of the place can be written to. */
function addressOf({ platform, workspace, user, channel }: Head): ChatAddress | null {
  if (platform === null) return null;
  if (user !== null) return { platform, workspace, user };
  return channel === null ? null : { platform, workspace, channel };
}

/** Which clocks it waits for. */
function ratesOf(
  head: Head,
  to: ChatAddress,
  wanted: Wanted,
): { readonly key: string; readonly rate: Rate | null }[] {
  const { installation, destination, edits } = wanted.pace(to.platform);
  const both = [
    { key: installationKey(to), rate: installation },
    { key: destinationKey(to), rate: destination },
  ];
  return head.edit_message === null || edits === undefined
    ? both
    : [...both, { key: editsKey(to), rate: edits }];
}

function judge(head: Head, wanted: Wanted, buckets: Buckets): Verdict {
  if (!head.mine) return { verdict: "leave" };
  // It took the process with it each time, or nobody came back from the last attempt: it must not go round for ever.
  if (head.unsure && !head.composed && head.attempts >= mostToCompose)
    return { verdict: "end", state: "dropped", why: "its words were not found" };
  if (head.unsure && head.attempts >= wanted.mostAttempts)
    return { verdict: "end", state: "dead", why: "the lease of its last attempt ran out" };
  const to = addressOf(head);
  if (to === null)
    return {
      verdict: "end",
      state: head.composed ? "dead" : "dropped",
      why: reachesNobody,
    };
  if (head.halted === true) return { verdict: "wait", ms: haltedMs };
  // What may stand there already is looked for first: the newer version is to edit it.
  if (head.newer && (head.edit_message !== null || !head.unsure))
    return { verdict: "end", state: "merged", why: "a newer edit" };
  const asked = Number(head.asked_to_wait ?? 0);
  if (asked > 0) return { verdict: "wait", ms: asked };
  const ms = buckets.wait(ratesOf(head, to, wanted));
  if (ms !== null) return { verdict: "wait", ms };
  const claimed = {
    id: head.id,
    organisation: head.organisation_id as OrganisationId,
    destination: head.destination,
    person: head.user === null ? null : (head.destination as PersonId),
    attempt: head.attempts + 1,
    // Without words it was never sent: whoever claimed it before did not come so far.
    unsure: head.unsure && head.composed,
    to,
    composed: head.composed,
    edits: head.edit_message,
  };
  return { verdict: "take", claimed };
}

/**
 * One statement for all of them. What is taken is due again when its lease ends, behind what waited all the while: where process after
 * process is killed, no batch is the first of each. A version that is posted anew is kept as long as the first one: others edit it.
 */
async function write(
  tx: Tx,
  verdicts: readonly { readonly head: Head; readonly verdict: Verdict }[],
  leaseMs: number,
): Promise<ReadonlySet<string>> {
  const rows = verdicts.flatMap(({ head, verdict }) =>
    verdict.verdict === "leave"
      ? []
      : [
          {
            id: head.id,
            taken: verdict.verdict === "take",
            anew: verdict.verdict === "take" && head.edits !== null && head.edit_message === null,
            state: verdict.verdict === "end" ? verdict.state : "waiting",
            why: verdict.verdict === "end" ? verdict.why : null,
            wait_ms: verdict.verdict === "wait" ? verdict.ms : 0,
            account: head.account_now,
          },
        ],
  );
  const written = await execute<{ id: string }>(
    tx,
    sql`update outbox_head h set state = r.state, why = coalesce(r.why, h.why), attempts = h.attempts + r.taken::int, standing = h.standing or r.anew,
        account = case when r.taken then r.account else h.account end,
        lease_until = case when r.taken then clock_timestamp() + ${`${leaseMs} milliseconds`}::interval when r.state = 'waiting' then h.lease_until when r.state = 'dead' and h.lease_until is not null then ${mayStandThere} end,
        due_at = case when r.wait_ms > 0 then clock_timestamp() + r.wait_ms * interval '1 millisecond' when r.taken then clock_timestamp() + ${`${leaseMs} milliseconds`}::interval else h.due_at end
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, taken boolean, anew boolean, state text, why text, wait_ms double precision, account text)
      where h.id = r.id and not (r.taken and ${underWay}) returning h.id`,
  );
  return new Set(written.map((each) => each.id));
}
