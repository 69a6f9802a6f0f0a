// Retention of the house's own tables, organisation by organisation: the owner of the tables sees no rows otherwise.
import { sql } from "drizzle-orm";
import type { Housekeeping } from "#src/ports/housekeeping";
import { affectedBy, execute, type Database } from "../client.ts";
import { inOrganisation } from "../organisation.ts";
import { organisation } from "../schema/kernel.ts";

const day = 24 * 3_600_000;
/** What came of nudges, and messages that are kept up to date. */
const longDays = 90;
/** Check-ins and blockers: a year to look back on, and a month more. */
const yearDays = 400;
const monthDays = 365 / 12;
/** Praise is looked back on for three years; the ledger of points stays. */
const praiseMonths = 36;
/** Words between two people stay two years, a draft a month, whose turn it was a year. */
const feedbackMonths = { sent: 24, draft: 1, turn: 12 };
/** Events that could not be handled, and that no admin decided about. */
const deadEventDays = 30;
/** A workspace that asked to be let in, unanswered or answered. */
const requestDays = 30;
/** What was shown and had no room where it was shown. */
const shelfDays = 30;

/** Heads that are over: nobody asks for them again, except a message that others edit. */
const goneHeads = sql`delete from outbox_head where state in ('sent', 'merged', 'dropped') and due_at < clock_timestamp() - case when standing then ${`${longDays} days`}::interval else interval '1 day' end
  returning id, organisation_id`;

/** What was given up, and what waits for a workspace that does not come back: after three months nobody is to be written to with it, and its words go. */
const staleHeads = sql`delete from outbox_head where state in ('dead', 'waiting') and first_due_at < clock_timestamp() - ${`${longDays} days`}::interval and (state = 'dead' or lease_until is null or lease_until < clock_timestamp())
  returning id, organisation_id`;

export function createHousekeeping(database: Database): Housekeeping {
  return {
    async prune(now) {
      const before = new Date(now.getTime() - day).toISOString();
      const longBefore = new Date(now.getTime() - longDays * day).toISOString();
      const yearBefore = new Date(now.getTime() - yearDays * day).toISOString();
      const feedbackBefore = (what: keyof typeof feedbackMonths): string => new Date(now.getTime() - feedbackMonths[what] * monthDays * day).toISOString();
      const praiseBefore = new Date(now.getTime() - praiseMonths * monthDays * day).toISOString();
      const oldPraise = sql`(select id from recognition_shout where made_at < ${praiseBefore}::timestamptz)`;
      // Content goes with its head, and only once that is over.
      const gone: { readonly id: string; readonly organisation_id: string }[] = [];
      for (const each of [goneHeads, staleHeads]) gone.push(...(await execute<{ id: string; organisation_id: string }>(database.db, each)));
      const answerBefore = new Date(now.getTime() - requestDays * day).toISOString();
      await database.db.execute(sql`delete from installation_request where coalesce(decided_at, asked_at) < ${answerBefore}::timestamptz`);
      await database.db.execute(sql`delete from pace_bucket where next_at < clock_timestamp() - interval '1 hour'`);
      const deadEvents = await execute<{ id: string; organisation_id: string }>(
        database.db,
        sql`select id, organisation_id from inbox_head where dead and lease_until < clock_timestamp() - ${`${deadEventDays} days`}::interval`,
      );
      const idsIn = (rows: typeof gone, organisationId: string): string => JSON.stringify(rows.filter((each) => each.organisation_id === organisationId).map((each) => each.id));
      let count = gone.length;
      for (const { id } of await database.db.select().from(organisation)) {
        count += await inOrganisation<number>(database, id, async (tx) => {
          const own = sql`organisation_id = ${id}::uuid`;
          const results: unknown[] = [
            await tx.execute(sql`delete from act where ${own} and at < ${before}::timestamptz`),
            await tx.execute(sql`delete from account_join where ${own} and until <= ${now.toISOString()}::timestamptz`),
            await tx.execute(sql`delete from outbox where ${own} and id in (select json_array_elements_text(${idsIn(gone, id)}::json)::uuid)`),
            await tx.execute(sql`delete from inbox where ${own} and id in (select json_array_elements_text(${idsIn(deadEvents, id)}::json)::uuid)`),
            await tx.execute(sql`delete from shelf where ${own} and at < ${new Date(now.getTime() - shelfDays * day).toISOString()}::timestamptz`),
            await tx.execute(sql`delete from nudge_log where ${own} and at < ${longBefore}::timestamptz`),
            await tx.execute(sql`delete from feedback where ${own} and (sent_at < ${feedbackBefore("sent")}::timestamptz or (sent_at is null and written_at < ${feedbackBefore("draft")}::timestamptz))`),
            await tx.execute(sql`delete from feedback_request where ${own} and asked_at < ${feedbackBefore("sent")}::timestamptz`),
            await tx.execute(sql`delete from feedback_suggestion where ${own} and round < ${feedbackBefore("turn")}::date`),
            await tx.execute(sql`delete from nudge_slot where ${own} and date < ${longBefore}::date`),
            await tx.execute(sql`delete from daily_note where ${own} and at < ${longBefore}::timestamptz`),
            await tx.execute(sql`delete from recognition_cheer where ${own} and shout_id in ${oldPraise}`),
            await tx.execute(sql`delete from recognition_receiver where ${own} and shout_id in ${oldPraise}`),
            await tx.execute(sql`delete from recognition_shout where ${own} and made_at < ${praiseBefore}::timestamptz`),
            await tx.execute(sql`delete from checkin where ${own} and sent_at < ${yearBefore}::timestamptz`),
            await tx.execute(sql`delete from blocker where ${own} and raised_at < ${yearBefore}::timestamptz`),
          ];
          return results.reduce<number>((sum, result) => sum + affectedBy(result), 0);
        });
      }
      return count;
    },
  };
}
