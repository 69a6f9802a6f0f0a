// What Slack says of an account: whether it may use the bot in this workspace, its profile, and the names it goes by.
import type { Stranger } from "#src/bot/declare/incoming";
import { foldCase, type Locale } from "#src/language/text";
import { isEnterprise } from "../install/org-wide.ts";
import type { UserObject } from "../door/parse.ts";

/** Guests, bots, and people who are only connected to this workspace. */
export const isStranger = (user: UserObject, workspace: string): boolean =>
  user.is_bot === true ||
  user.is_stranger === true ||
  isGuest(user) ||
  !isMember(user, workspace) ||
  user.id === "USLACKBOT";

/** An account of an Enterprise is of all its workspaces (`enterprise_user`); `team_id` is then where its home is. Some old objects say nothing. */
function isMember({ team_id: home, enterprise_user: all }: UserObject, workspace: string): boolean {
  if (home === undefined || home === workspace) return true;
  if (isEnterprise(workspace)) return all?.enterprise_id === workspace;
  return !home.startsWith("T") || all?.teams.includes(workspace) === true;
}

export const isGuest = (user: UserObject): boolean =>
  user.is_restricted === true || user.is_ultra_restricted === true;

/** Told on user_change, and asked for when somebody arrives. */
export function profileOf(user: UserObject) {
  const names = [user.profile.real_name, user.real_name, user.profile.display_name, user.name];
  return {
    name:
      names.find((each) => each !== undefined && each !== null && each.trim() !== "")?.trim() ??
      user.id,
    email: user.profile.email ?? null,
    locale: localeOfAccount(user),
    zone: user.tz ?? null,
    active: user.deleted !== true,
    guest: isGuest(user),
    admin: [user, user.enterprise_user].some(
      (each) => each?.is_admin === true || each?.is_owner === true,
    ),
  };
}

/** What is said of somebody who is named and cannot be met here. */
export function strangerOf(user: UserObject): Stranger {
  const { name } = profileOf(user);
  if (user.deleted === true) return { name, kind: "left" };
  if (user.is_bot === true || user.id === "USLACKBOT") return { name, kind: "bot" };
  return { name, kind: isGuest(user) ? "guest" : "outside" };
}

function localeOfAccount({ locale }: UserObject): Locale | null {
  if (!locale) return null;
  return /^zh\b/i.test(locale) ? "zh" : "en";
}

/** A whole name, the first word of one, or one with the sentence right behind it, as Chinese is written. */
export function isCalled(name: string, word: string): boolean {
  const said = foldCase(word);
  const folded = foldCase(name);
  return (
    folded === said ||
    folded.startsWith(`${said} `) ||
    (/^\p{Script=Han}{2,}$/u.test(folded) && said.startsWith(folded))
  );
}
