// Pages in a browser: a link that was asked for in a chat begins a session once; what is shown then is the reader's home, or a team they lead.
import { organisationId, teamId, type Team } from "#src/people/person";
import { signInPath } from "#src/ports/chat/pages";
import type { Card, PageButton } from "#src/view/card";
import type { ActContext } from "../act/context.ts";
import type { LinkState, Visits } from "../api.ts";
import type { BotPorts } from "../bot-ports.ts";
import { createSessions, readCookie, sessionAge, visitorOf } from "./sessions.ts";
import { viewing } from "./viewing.ts";

type VisitPorts = Pick<BotPorts, "stores" | "clock" | "pages">;
type LinkDoor = Pick<Visits, "lookAtLink" | "signIn" | "hrefOf" | "pathOf">;

export function createVisits(
  ports: VisitPorts,
  home: (act: ActContext) => Promise<readonly Card[]>,
): Visits {
  const view = viewing(ports);
  const sessions = createSessions(ports);
  return {
    ...sessions,
    ...createLinkDoor(ports, sessions),
    page: async (viewer) =>
      (await view(viewer, (act) => home({ ...act, page: { team: null } }))) ?? [],
    teamPage: (viewer, asked) =>
      view(viewer, async (act) => {
        const read = teamId.safeParse(asked);
        const team = (await led(act)).find((each) => each.id === read.data);
        return team ? { team, cards: await home({ ...act, page: { team: team.id } }) } : null;
      }),
    ledTeams: async (viewer) => (await view(viewer, led)) ?? [],
  };
}

/** In a chat too only whoever leads a team sees how it stands. */
const led = async ({ stores, person }: ActContext): Promise<readonly Team[]> =>
  (await stores.people.teams()).filter(({ managerId }) => managerId === person.id);

function createLinkDoor(ports: VisitPorts, { visitor }: Pick<Visits, "visitor">): LinkDoor {
  const { stores, clock, pages } = ports;

  function pathOf({ organisation, link }: PageButton): string | null {
    const of = organisationId.safeParse(organisation);
    return of.success && pages
      ? `${signInPath}${pages.tokenOf({ organisation: of.data, link })}`
      : null;
  }

  async function lookAtLink(token: string, cookie: string | null): Promise<LinkState> {
    const name = pages?.read(token) ?? null;
    if (!name) return { state: "unknown" };
    const link = await stores.inOrganisation(name.organisation, ({ visits }) =>
      visits.link(name.link),
    );
    const asked = link && (await visitorOf(name.organisation, link, ports));
    if (!asked) return { state: "unknown" };
    const reader = asked.person;
    if (link.spent) return { state: "spent", reader };
    if (link.until <= clock.now()) return { state: "over", reader };
    const here = cookie === null ? null : await visitor(cookie);
    return here && here.person.id !== reader.id
      ? { state: "others", reader: here.person }
      : { state: "open", reader };
  }

  return {
    pathOf,
    hrefOf(page) {
      const path = pathOf(page);
      const address = pages?.address ?? null;
      return path === null || address === null ? null : `${address}${path}`;
    },
    lookAtLink,
    async signIn(token, cookie) {
      const found = await lookAtLink(token, cookie);
      if (found.state !== "open") return found;
      const name = pages?.read(token);
      if (!pages || !name) return { state: "unknown" };
      const now = clock.now();
      const secret = pages.secret();
      const before = cookie === null ? null : readCookie(cookie, ports);
      const session = await stores.inOrganisation(name.organisation, async ({ visits }) => {
        const link = await visits.link(name.link);
        if (!link || !(await visits.spend(name.link, now))) return null;
        const { person, account } = link;
        const begun = { person, account, until: new Date(now.getTime() + sessionAge.mostMs) };
        if (before?.organisation === name.organisation) await visits.end(before.hash);
        await visits.begin(pages.hashOf(secret), begun, now);
        return begun;
      });
      const entered = session && (await visitorOf(name.organisation, session, ports));
      return entered
        ? { cookie: `${name.organisation}.${secret}`, visitor: entered }
        : { state: "spent", reader: found.reader };
    },
  };
}
