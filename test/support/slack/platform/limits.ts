// A Slack of our own: which scope each method needs, and how often it may be called.
/** The scope of each method that needs one; of a channel's history and name it depends on the channel. docs.slack.dev/reference/methods */
export const scopesOfMethods: Readonly<Record<string, string>> = {
  "chat.postMessage": "chat:write",
  "chat.update": "chat:write",
  "chat.postEphemeral": "chat:write",
  "conversations.open": "im:write",
  "users.info": "users:read",
  "users.list": "users:read",
  "users.lookupByEmail": "users:read.email",
  "conversations.info": "channels:read",
  "conversations.members": "channels:read",
  "files.getUploadURLExternal": "files:write",
  "files.completeUploadExternal": "files:write",
};

/** A9: how often a method may be called in a minute, by one app in one workspace. Tiers: the methods' own pages under docs.slack.dev/reference/methods */
export const tiers: Readonly<Record<string, number>> = {
  "auth.teams.list": 20,
  "chat.update": 50,
  "chat.postEphemeral": 100,
  "conversations.open": 50,
  "conversations.info": 50,
  "conversations.members": 100,
  "conversations.history": 50,
  "views.open": 100,
  "views.update": 100,
  "views.publish": 100,
  "users.info": 100,
  "users.list": 20,
  "users.lookupByEmail": 50,
  "files.getUploadURLExternal": 100,
  "files.completeUploadExternal": 100,
};
const messagesAMinute = 400;

export interface Limits {
  /** Messages are counted too from now on. */
  keep(faster: number): void;
  /** Null: it may be done. Otherwise in how many seconds. */
  admit(team: string, method: string, channel: string): number | null;
}

export function createLimits(): Limits {
  const buckets = new Map<string, number>();
  const called = new Map<string, number[]>();
  let limited = false;
  let faster = 1;

  const mostOf = (method: string): number | null => {
    if (method !== "chat.postMessage") return tiers[method] ?? null;
    return limited ? messagesAMinute : null;
  };

  function admit(team: string, method: string, channel: string): number | null {
    const most = mostOf(method);
    if (most === null) return null;
    const now = performance.now();
    const lately = (called.get(`${team} ${method}`) ?? []).filter((at) => at > now - 60_000);
    if (lately.length >= most * faster) return Math.ceil((lately[0]! + 60_000 - now) / 1000);
    const wait = method === "chat.postMessage" ? turnIn(`${team} ${channel}`, now) : null;
    if (wait === null) called.set(`${team} ${method}`, [...lately, now]);
    return wait;
  }

  function turnIn(channel: string, now: number): number | null {
    const each = 1_000 / faster;
    const next = Math.max(buckets.get(channel) ?? 0, now - Math.max(3 * each, 1_000)) + each;
    if (next > now) return Math.ceil((next - now) / 1000);
    buckets.set(channel, next);
    return null;
  }

  return {
    admit,
    keep(times) {
      limited = true;
      faster = times;
    },
  };
}
