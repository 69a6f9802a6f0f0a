// People as Lark knows them: who they are on first contact, and what changes there.
import { z } from "zod";
import type { Incoming, Outcome, Stranger } from "#src/bot/declare/incoming";
import type { ChatIdentity } from "#src/people/person";
import type { Profile } from "#src/people/profile";
import { localeOfApp } from "../door/event-meta.ts";
import { identity, type Lark, type LarkApp } from "../lark.ts";
import { contact, type Contact } from "../door/parse.ts";

const answered = z.looseObject({ user: contact });

/**
 * The address the company gave comes first: it is the company's own, unique and not to be changed. Without one the contact's counts, which
 * administrators enter: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/authen-v1/user_info/get
 * Lark has no language for a person: the cloud they are on is a guess, their first words a better one. An empty name is one that was not told.
 */
export function profileOf(person: Contact, app: Pick<LarkApp, "brand">): Profile {
  const {
    is_frozen: frozen = false,
    is_resigned: resigned = false,
    is_exited: exited = false,
  } = person.status ?? {};
  const email = [person.enterprise_email, person.email].find(
    (each) => each !== undefined && each !== "",
  );
  const active = !(frozen || resigned || exited);
  return {
    name: person.name,
    email: email ?? null,
    locale: null,
    guess: localeOfApp(app),
    zone: person.time_zone ?? null,
    active,
    guest: false,
    // Where the app may not see it nothing is told, and nothing changes.
    ...(person.is_tenant_manager === undefined ? {} : { admin: person.is_tenant_manager }),
  };
}

/** How long the directory is waited for: Lark waits for a press and for a newcomer's first words, a message is acknowledged already. */
export const patience = { press: 1_000, said: 5_000 } as const;

/** Tells the bot who somebody is; false where Lark does not say in time. */
export async function introduce(
  lark: Lark,
  app: LarkApp,
  workspace: string,
  user: string,
  timeoutMs: number,
  name = "",
): Promise<boolean> {
  const known = await lookUp(lark, app, user, timeoutMs, name);
  if (known === null) return false;
  await tellOf(lark, workspace, user, known);
  return true;
}

const tellOf = (lark: Lark, workspace: string, user: string, profile: Profile) =>
  lark.bot().receive({
    kind: "personChanged",
    dedupeKey: `lark:met:${user}`,
    from: identity(workspace, user),
    profile,
  });

/** Null where Lark does not say in time. */
async function lookUp(
  lark: Lark,
  app: LarkApp,
  user: string,
  timeoutMs: number,
  name: string,
): Promise<Profile | null> {
  const called = await app.api.call({
    method: "GET",
    path: `/open-apis/contact/v3/users/${encodeURIComponent(user)}`,
    query: { user_id_type: "open_id" },
    timeoutMs,
  });
  const read = called.called === "done" ? answered.safeParse(called.data) : null;
  if (read?.success !== true) {
    lark.logger.warn(
      { app: app.appId, code: called.called === "refused" ? called.code : called.called },
      "lark.person_unknown",
    );
    return null;
  }
  const profile = profileOf(read.data.user, app);
  if (profile.name === "")
    lark.logger.warn(
      { app: app.appId, missing: "contact:user.base:readonly" },
      "lark.name_not_told",
    );
  // Without the permission for names: the name a mention had, or the end of the open id, so that one is told from another.
  return { ...profile, name: profile.name || name || `#${user.slice(-4)}` };
}

interface NamedUser {
  readonly user: string;
  readonly name: string;
}

/**
 * People named in what somebody wrote: met now, so that they can be named at all. Returns who of them has left, by account; whoever cannot
 * be met stays a word.
 */
export const meet = (
  lark: Lark,
  app: LarkApp,
  workspace: string,
  named: readonly NamedUser[],
): Promise<ReadonlyMap<string, Stranger>> =>
  meetAll(lark, app, workspace, named.slice(0, mostNamed));

const mostNamed = 20;
/** Lark takes fifty calls a second. */
const atOnce = 10;

/** The same of as many as a form may bring: a whole team. */
export async function meetAll(
  lark: Lark,
  app: LarkApp,
  workspace: string,
  named: readonly NamedUser[],
): Promise<ReadonlyMap<string, Stranger>> {
  const left = new Map<string, Stranger>();
  for (let from = 0; from < named.length; from += atOnce)
    await Promise.all(
      named.slice(from, from + atOnce).map(async ({ user, name }) => {
        if (await lark.bot().knows(identity(workspace, user))) return;
        const profile = await lookUp(lark, app, user, patience.said, name);
        if (profile?.active === false) left.set(user, { name: profile.name, kind: "left" });
        else if (profile !== null) await tellOf(lark, workspace, user, profile);
      }),
    );
  return left;
}

/** Whoever the bot does not know is introduced, and what they did is done again. */
export async function introduceAndRetry(
  lark: Lark,
  app: LarkApp,
  who: Pick<ChatIdentity, "workspace" | "user">,
  outcome: Outcome,
  incoming: Incoming,
  patienceMs: number,
): Promise<Outcome> {
  if (
    outcome.outcome !== "stranger" ||
    !(await introduce(lark, app, who.workspace, who.user, patienceMs))
  )
    return outcome;
  return await lark.bot().receive(incoming);
}
