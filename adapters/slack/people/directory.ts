// Colleagues who have not spoken to the bot yet, found when somebody names them: the workspace's own list, read when it is first needed
// and kept in memory for some minutes; nobody in it is anybody to the bot before they are named. docs.slack.dev/reference/methods/users.list
import { setTimeout as after } from "node:timers/promises";
import { foldCase } from "#src/language/text";
import { inTime } from "#src/ports/process/clock";
import type { Logger } from "#src/ports/process/logger";
import { caught, refusalOf } from "../send/errors.ts";
import { isEnterprise, workspacesOf } from "../install/org-wide.ts";
import { isCalled, isStranger } from "./account.ts";
import { userObject, type UserObject } from "../door/parse.ts";
import type { Clients } from "../send/clients.ts";
import { createTurns } from "../send/rate-limiter.ts";

const keptMs = 10 * 60_000;
/** As many as Slack gives at once; users.list is let in twenty times a minute. */
const pageSize = 1_000;
const mostPages = 100;
/** Whoever named somebody waits for their answer: what is not read by then serves the next time. */
const patienceMs = 900;
/** More who fit are nobody in particular. */
const mostFits = 5;

export interface Directory {
  /** Accounts of those who are called so: by a name, its first word, or the beginning of their e-mail. */
  named(workspace: string, word: string): Promise<readonly string[]>;
  withEmail(workspace: string, email: string): Promise<string | null>;
  /** Somebody came, changed or left. */
  learn(workspace: string, user: UserObject): void;
}

interface Listed {
  readonly at: number;
  readonly names: Map<string, readonly string[]>;
}

export function createDirectory(slack: {
  readonly clients: Clients;
  readonly logger: Logger;
}): Directory {
  const lists = new Map<string, Listed>();
  const reading = new Map<string, Promise<Listed | null>>();
  const turns = createTurns({ everyMs: 4_000, atOnce: 5 });
  /** users.lookupByEmail is let in fifty times a minute. */
  const lookups = createTurns({ everyMs: 2_000, atOnce: 15 });

  async function read(workspace: string): Promise<Listed | null> {
    const client = await slack.clients.of(workspace);
    const names: Listed["names"] = new Map();
    if (!client) return { at: performance.now(), names };
    // An org-wide token lists one workspace at a time.
    const teams = isEnterprise(workspace)
      ? (await workspacesOf(client)).map((id) => ({ team_id: id }))
      : [{}];
    for (const team of teams) {
      let cursor = "";
      for (let page = 0; page < mostPages; page++) {
        await after(turns.book(workspace, Number.POSITIVE_INFINITY).inMs, undefined, {
          ref: false,
        });
        const answer = await client.users.list({
          limit: pageSize,
          ...team,
          ...(cursor === "" ? {} : { cursor }),
        });
        for (const member of answer.members ?? []) put(names, workspace, userObject.parse(member));
        cursor = answer.response_metadata?.next_cursor ?? "";
        if (cursor === "") break;
      }
    }
    return { at: performance.now(), names };
  }

  /** One reading at a time and workspace; null while there is nothing to look in. */
  function listOf(workspace: string): Promise<Listed | null> {
    const known = lists.get(workspace);
    if (known && performance.now() - known.at < keptMs) return Promise.resolve(known);
    const started =
      reading.get(workspace) ??
      read(workspace)
        .then((list) => {
          if (list) lists.set(workspace, list);
          return list;
        })
        .catch((error: unknown) => {
          slack.logger.warn({ workspace, ...caught(error) }, "slack.directory_not_read");
          return null;
        })
        .finally(() => reading.delete(workspace));
    reading.set(workspace, started);
    return inTime(started, patienceMs, known ?? null);
  }

  return {
    async named(workspace, word) {
      const list = await listOf(workspace);
      const fits = [...(list?.names ?? [])]
        .filter(([, names]) => names.some((name) => isCalled(name, word)))
        .map(([user]) => user);
      return fits.length > mostFits ? [] : fits;
    },
    async withEmail(workspace, email) {
      // Also customers' addresses stand in notes, and a pasted list has many: what would have to wait is not asked.
      if (!lookups.book(workspace, 0).booked) return null;
      const client = await slack.clients.of(workspace);
      try {
        return (await client?.users.lookupByEmail({ email }))?.user?.id ?? null;
      } catch (error) {
        if (refusalOf(error) !== "users_not_found")
          slack.logger.warn({ workspace, ...caught(error) }, "slack.email_not_looked_up");
        return null;
      }
    },
    learn(workspace, user) {
      const list = lists.get(workspace);
      if (list) put(list.names, workspace, user);
    },
  };
}

function put(names: Listed["names"], workspace: string, user: UserObject): void {
  if (user.deleted === true || isStranger(user, workspace)) names.delete(user.id);
  else {
    const { profile } = user;
    const all = [
      profile.real_name,
      user.real_name,
      profile.display_name,
      user.name,
      profile.email?.split("@")[0],
    ];
    names.set(user.id, [
      ...new Set(
        all.flatMap((each) => (each && each.trim() !== "" ? [foldCase(each.trim())] : [])),
      ),
    ]);
  }
}
