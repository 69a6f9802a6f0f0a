// People as Lark knows them: who they are on first contact, and what changes there.
import { z } from "zod";
import type { Incoming } from "#src/bot/incoming";
import { identity, type Lark, type LarkApp } from "./lark.ts";
import { contact, type Contact } from "./parse.ts";

type PersonChanged = Extract<Incoming, { kind: "personChanged" }>;

const answered = z.looseObject({ user: contact });

export function profileOf(person: Contact, locale: "zh" | "en" | null): PersonChanged["profile"] {
  const { is_frozen: frozen = false, is_resigned: resigned = false, is_exited: exited = false } = person.status ?? {};
  const email = [person.email, person.enterprise_email].find((each) => each !== undefined && each !== "");
  return { name: person.name, email: email ?? null, locale, zone: person.time_zone ?? null, active: !(frozen || resigned || exited), guest: false, ...(person.is_tenant_manager === true ? { admin: true } : {}) };
}

/** How long the directory is waited for: a press must be answered, a message is acknowledged already. */
export const patience = { press: 1_000, said: 5_000 } as const;

/** Tells the bot who somebody is; false where Lark does not say in time. */
export async function introduce(lark: Lark, app: LarkApp, workspace: string, user: string, words: string | null, timeoutMs: number): Promise<boolean> {
  const called = await app.api.call({ method: "GET", path: `/open-apis/contact/v3/users/${encodeURIComponent(user)}`, query: { user_id_type: "open_id" }, timeoutMs });
  const read = called.called === "done" ? answered.safeParse(called.data) : null;
  if (read?.success !== true) {
    lark.logger.warn({ app: app.appId, code: called.called === "refused" ? called.code : called.called }, "lark.person_unknown");
    return false;
  }
  // Lark has no language for a person: the first words are a guess that settings may correct.
  const locale = words === null ? null : /\p{Script=Han}/u.test(words) ? "zh" : "en";
  await lark.bot().receive({ kind: "personChanged", dedupeKey: `lark:met:${user}`, from: identity(workspace, user), profile: profileOf(read.data.user, locale) });
  return true;
}
