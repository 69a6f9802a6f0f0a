// Who somebody is on Slack, and whether they may use the bot here: full members of the workspace it is installed in.
import type { Stranger } from "#src/bot/declare/incoming";
import type { ChatIdentity } from "#src/people/person";
import { caught, refusalOf, scopeMissing } from "../send/errors.ts";
import { userObject, type UserObject } from "../door/parse.ts";
import { isCalled, isStranger, profileOf, strangerOf } from "./account.ts";
import { identity, type Slack } from "../slack.ts";
import type { Typed } from "../door/typed/typed-text.ts";

export type Arrived = "known" | "stranger" | "unreachable";

/** Before anything else is done for somebody: they become a person of our directory, or are refused. */
export async function arrive(slack: Slack, workspace: string, user: string): Promise<Arrived> {
  return (await meet(slack, workspace, user)).arrived;
}

interface Met {
  readonly arrived: Arrived;
  /** Whom Slack told of, where that is nobody who may use the bot. */
  readonly stranger: UserObject | null;
}

async function meet(slack: Slack, workspace: string, user: string): Promise<Met> {
  const who = identity(workspace, user);
  const met = (arrived: Arrived, stranger: UserObject | null = null): Met => ({
    arrived,
    stranger,
  });
  if (await slack.bot().knows(who)) return met("known");
  const client = await slack.clients.of(workspace);
  if (!client) return met("unreachable");
  let found: UserObject;
  try {
    found = userObject.parse((await client.users.info({ user, include_locale: true })).user);
  } catch (error) {
    if (nobody.has(refusalOf(error) ?? "")) return met("stranger");
    // A scope that is missing, a token that was taken back, a server that is busy: nothing about this person.
    slack.logger.error(
      { workspace, ...caught(error), needs: scopeMissing(error) },
      "slack.cannot_look_up",
    );
    return met("unreachable");
  }
  if (isStranger(found, workspace) || found.deleted === true) return met("stranger", found);
  await slack.bot().receive({
    kind: "personChanged",
    dedupeKey: `slack:arrive:${workspace}:${user}:${slack.chance.id()}`,
    from: who,
    profile: profileOf(found),
  });
  return met((await slack.bot().knows(who)) ? "known" : "stranger");
}

/** Refusals of users.info that are about the account itself. */
const nobody = new Set(["user_not_found", "user_not_visible"]);

/**
 * People named in what somebody wrote, by a mention or by a name or an e-mail behind an @: met now, so that they can be named at all.
 * Returns who of those mentioned is a guest, an app or from elsewhere, by account; whoever Slack does not tell of stays a word.
 */
export async function meetNamed(
  slack: Slack,
  who: ChatIdentity,
  { mentions, text }: Pick<Typed, "mentions" | "text">,
): Promise<ReadonlyMap<string, Stranger>> {
  const users = [...mentions.map((each) => each.user), ...(await namedByWords(slack, who, text))];
  const strangers = new Map<string, Stranger>();
  await Promise.all(
    [...new Set(users)].slice(0, mostNamed).map(async (user) => {
      const { stranger } = await meet(slack, who.workspace, user);
      if (stranger) strangers.set(user, strangerOf(stranger));
    }),
  );
  return strangers;
}

const mostNamed = 20;

/** Somebody could not be looked up just now. */
export class NotReached extends Error {}

/** So many are asked for at once. */
const atOnce = 10;

/** People picked in a form: all of them met now, or nobody. Returns who each is that is none of our directory. */
export async function meetPicked(
  slack: Slack,
  workspace: string,
  users: readonly string[],
): Promise<ReadonlyMap<string, Stranger>> {
  const strangers = new Map<string, Stranger>();
  for (let from = 0; from < users.length; from += atOnce)
    await Promise.all(
      users.slice(from, from + atOnce).map(async (user) => {
        const { arrived, stranger } = await meet(slack, workspace, user);
        if (arrived === "unreachable") throw new NotReached(user);
        if (stranger) strangers.set(user, strangerOf(stranger));
      }),
    );
  return strangers;
}

const email = /(?<![^\s,，、(（@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** A name and perhaps a second word that begins like one: @Bob, @Bob Stone, @李雷一个电话签下大单. */
const name =
  /(?<![<A-Za-z0-9._-])@(?!(?:here|channel|everyone)\b)([\p{L}\p{N}][\p{L}\p{N}._'’-]*)(?: (\p{Lu}[\p{L}'’-]*))?/gu;

/** Whether there is anybody to be found in it beside the mentions. */
export const namesSomebody = (text: string): boolean =>
  text.search(name) >= 0 || text.search(email) >= 0;

/** Our own directory first: a name that is known there is not looked for elsewhere. */
async function namedByWords(
  slack: Slack,
  who: ChatIdentity,
  text: string,
): Promise<readonly string[]> {
  if (!namesSomebody(text)) return [];
  const known = (await slack.bot().vocabulary(who))?.names ?? [];
  const found: string[] = [];
  for (const address of (text.match(email) ?? []).slice(0, mostNamed))
    found.push(
      ...[await slack.directory.withEmail(who.workspace, address)].filter((each) => each !== null),
    );
  for (const [, first = "", second] of [...text.replace(email, " ").matchAll(name)].slice(
    0,
    mostNamed,
  )) {
    const words = second === undefined ? [first] : [`${first} ${second}`, first];
    if (known.some((each) => words.some((word) => isCalled(each, word)))) continue;
    for (const word of words) {
      const fits = await slack.directory.named(who.workspace, word);
      found.push(...fits);
      if (fits.length > 0) break;
    }
  }
  return found;
}
