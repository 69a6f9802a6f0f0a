// What a browser keeps of a session, and whose that is: whoever has one sees what they see in the chat they asked in.
import { organisationId, type OrganisationId } from "#src/people/person";
import type { Session } from "#src/ports/visits";
import type { Visitor, Visits } from "../api.ts";
import type { BotPorts } from "../bot-ports.ts";

const dayMs = 24 * 3_600_000;
/** A month at most, and a week without being used. */
export const sessionAge = { mostMs: 30 * dayMs, idleMs: 7 * dayMs };

type SessionPorts = Pick<BotPorts, "stores" | "clock" | "pages">;

/** Of which organisation it is, and what is kept of it there. */
export function readCookie(
  cookie: string,
  { pages }: Pick<BotPorts, "pages">,
): { readonly organisation: OrganisationId; readonly hash: string } | null {
  const [of = "", secret = ""] = cookie.split(".");
  const organisation = organisationId.safeParse(of);
  return organisation.success && secret !== "" && pages
    ? { organisation: organisation.data, hash: pages.hashOf(secret) }
    : null;
}

/** Null where nobody may act with that account any more. */
export async function visitorOf(
  organisation: OrganisationId,
  { person: id, account: named, until }: Session,
  { stores }: Pick<BotPorts, "stores">,
): Promise<Visitor | null> {
  const account = await stores.routing.accountNamed(id, named);
  const who = account && (await stores.routing.whoIs(account));
  if (!who || who.barred || who.organisation !== organisation) return null;
  const person = await stores.inOrganisation(organisation, ({ people }) =>
    people.person(who.person),
  );
  return person?.leftOn === null ? { organisation, account, person, until } : null;
}

export function createSessions(
  ports: SessionPorts,
): Pick<Visits, "visitor" | "signOut" | "signOutEverywhere"> {
  const { stores, clock } = ports;

  async function visitor(cookie: string): Promise<Visitor | null> {
    const read = readCookie(cookie, ports);
    if (!read) return null;
    const { organisation, hash } = read;
    const session = await stores.inOrganisation(organisation, ({ visits }) =>
      visits.session(hash, clock.now(), sessionAge),
    );
    const found = session && (await visitorOf(organisation, session, ports));
    // Whoever comes back later begins anew.
    if (session && !found)
      await stores.inOrganisation(organisation, ({ visits }) => visits.end(hash));
    return found;
  }

  return {
    visitor,
    async signOut(cookie) {
      const read = readCookie(cookie, ports);
      if (read)
        await stores.inOrganisation(read.organisation, ({ visits }) => visits.end(read.hash));
    },
    async signOutEverywhere(cookie) {
      const read = readCookie(cookie, ports);
      const known = read && (await visitor(cookie));
      if (read && known)
        await stores.inOrganisation(read.organisation, ({ visits }) =>
          visits.endAll(known.person.id, clock.now()),
        );
    },
  };
}
