// Links that open somebody's pages once, and the sessions those began.
import { and, count, eq, gt, isNull, lt } from "drizzle-orm";
import type { AccountName, PersonId } from "#src/people/person";
import type { VisitStore } from "#src/ports/visits";
import type { Tx } from "../../client.ts";
import { pageLink, pageSession } from "../../schema/visits.ts";

/** That somebody is there is written down no more often. */
const noteMs = 3_600_000;

export function createVisitStore(tx: Tx, organisationId: string): VisitStore {
  const links = eq(pageLink.organisationId, organisationId);
  const sessions = eq(pageSession.organisationId, organisationId);
  const unspent = and(links, isNull(pageLink.spentAt));

  return {
    async offer({ id, person, account, until, at }, { most, since }) {
      const [asked] = await tx
        .select({ times: count() })
        .from(pageLink)
        .where(and(links, eq(pageLink.personId, person), gt(pageLink.askedAt, since)));
      if (asked && asked.times >= most) return false;
      await tx
        .update(pageLink)
        .set({ until: at })
        .where(and(unspent, eq(pageLink.personId, person), gt(pageLink.until, at)));
      await tx
        .insert(pageLink)
        .values({ organisationId, id, personId: person, account, askedAt: at, until });
      return true;
    },
    async link(id) {
      const [found] = await tx
        .select()
        .from(pageLink)
        .where(and(links, eq(pageLink.id, id)));
      return found
        ? {
            id,
            person: found.personId as PersonId,
            account: found.account as AccountName,
            until: found.until,
            spent: found.spentAt !== null,
          }
        : null;
    },
    async spend(id, now) {
      const spent = await tx
        .update(pageLink)
        .set({ spentAt: now })
        .where(and(unspent, eq(pageLink.id, id), gt(pageLink.until, now)))
        .returning({ id: pageLink.id });
      return spent.length > 0;
    },
    async begin(hash, { person, account, until }, now) {
      await tx.insert(pageSession).values({
        organisationId,
        hash,
        personId: person,
        account,
        beganAt: now,
        seenAt: now,
        until,
      });
    },
    async session(hash, now, { idleMs }) {
      const seenSince = new Date(now.getTime() - idleMs);
      const theirs = and(sessions, eq(pageSession.hash, hash));
      const [found] = await tx
        .select()
        .from(pageSession)
        .where(and(theirs, gt(pageSession.until, now), gt(pageSession.seenAt, seenSince)));
      if (!found) return null;
      const stale = new Date(now.getTime() - noteMs);
      if (found.seenAt < stale)
        await tx
          .update(pageSession)
          .set({ seenAt: now })
          .where(and(theirs, lt(pageSession.seenAt, stale)));
      return {
        person: found.personId as PersonId,
        account: found.account as AccountName,
        until: found.until,
      };
    },
    async end(hash) {
      await tx.delete(pageSession).where(and(sessions, eq(pageSession.hash, hash)));
    },
    async endAll(person, now) {
      const ended = await tx
        .delete(pageSession)
        .where(and(sessions, eq(pageSession.personId, person)))
        .returning({ hash: pageSession.hash });
      await tx
        .update(pageLink)
        .set({ until: now })
        .where(and(unspent, eq(pageLink.personId, person), gt(pageLink.until, now)));
      return ended.length;
    },
  };
}
