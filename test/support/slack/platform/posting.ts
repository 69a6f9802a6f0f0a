// A Slack of our own: where a message may go, what may stand in it, and how it is changed.
import { refusalOfBlocks, type FakeBlock } from "./blocks.ts";
import { mentionedIn } from "./rich-text.ts";
import { dmOf, refuse, textOf, type Args, type FakeUser, type FakeWorkspace } from "./workspace.ts";

export interface Ids {
  /** Anything that is told apart. */
  next(): number;
  /** Of a message. */
  ts(): string;
}

export function createIds(): Ids {
  let count = 0;
  return {
    next: () => (count += 1),
    ts: () =>
      `${1_794_000_000 + Math.floor((count += 1) / 1000)}.${String(count % 1_000_000).padStart(6, "0")}`,
  };
}

function canPost(workspace: FakeWorkspace, channel: string): string | null {
  const at = workspace.channels.get(channel);
  if (!at) return "channel_not_found";
  if (at.archived) return "is_archived";
  const other = at.im === null ? undefined : workspace.users.get(at.im);
  if (other && !isWithin(workspace, other)) return "team_access_not_granted";
  if (!at.members.has(workspace.botUser)) return "not_in_channel";
  return at.mayPost?.has(workspace.botUser) === false ? "restricted_action" : null;
}

export function checked(args: Args): string | null {
  if (args["text"] === undefined && args["blocks"] === undefined) return "no_text";
  if (typeof args["text"] === "string" && args["text"].length > 40_000) return "msg_too_long";
  return args["blocks"] === undefined ? null : refusalOfBlocks(args["blocks"], "message");
}

/** An account stands for its own chat with the bot, which is opened by it: docs.slack.dev/reference/methods/chat.postMessage */
export const channelIn = (workspace: FakeWorkspace, args: Args): string => {
  const given = String(args["channel"]);
  return noChatWith(workspace, given) === null ? dmOf(workspace, given) : given;
};

/** Of an Enterprise's people, those in a workspace the app was added to. */
export const isWithin = ({ teams }: FakeWorkspace, user: FakeUser): boolean =>
  teams === null || (user.teams ?? [...teams]).some((each) => teams.has(each));

export function noChatWith(workspace: FakeWorkspace, user: string): string | null {
  const found = workspace.users.get(user);
  if (!found) return "user_not_found";
  if (!isWithin(workspace, found)) return "team_access_not_granted";
  if (found.bot) return "cannot_dm_bot";
  return found.deleted ? "user_disabled" : null;
}

export function post(
  ids: Ids,
  workspace: FakeWorkspace,
  args: Args,
  ephemeralTo: string | null,
): object {
  const channel = channelIn(workspace, args);
  const wrong =
    (workspace.users.has(channel) ? noChatWith(workspace, channel) : canPost(workspace, channel)) ??
    checked(args);
  if (wrong !== null) return refuse(wrong.split(":")[0]!, { detail: wrong });
  if (ephemeralTo !== null && workspace.channels.get(channel)?.members.has(ephemeralTo) !== true)
    return refuse("user_not_in_channel");
  const ts = ids.ts();
  workspace.messages.push({
    channel,
    ts,
    by: workspace.botUser,
    text: textOf(args["text"]),
    blocks: (args["blocks"] ?? []) as FakeBlock[],
    metadata: args["metadata"] ?? null,
    ...(args["thread_ts"] === undefined ? {} : { thread: textOf(args["thread_ts"]) }),
    ephemeralTo,
    reactions: [],
    tells: ephemeralTo === null ? [...new Set(mentionedIn(args["blocks"]))] : [],
    edits: 0,
  });
  return ephemeralTo === null
    ? { ok: true, channel, ts, message: {} }
    : { ok: true, message_ts: ts };
}

export function update(workspace: FakeWorkspace, args: Args): object {
  const message = workspace.messages.find(
    (each) => each.channel === args["channel"] && each.ts === args["ts"],
  );
  if (!message || message.ephemeralTo !== null) return refuse("message_not_found");
  if (message.by !== workspace.botUser) return refuse("cant_update_message");
  const wrong = checked(args);
  if (wrong !== null) return refuse(wrong.split(":")[0]!, { detail: wrong });
  Object.assign(message, {
    text: textOf(args["text"]),
    blocks: args["blocks"] ?? [],
    edits: message.edits + 1,
  });
  return { ok: true, channel: message.channel, ts: message.ts };
}
