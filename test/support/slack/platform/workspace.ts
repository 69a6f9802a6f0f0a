// What stands in a Slack of our own: workspaces with their people, channels and messages; and what a test may do with it.
import type { FakeBlock } from "./blocks.ts";
import type { FakeLink } from "./link.ts";

export type Args = Readonly<Record<string, unknown>>;

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  /** As Slack's own picker shows them, where that is another name. */
  readonly inPicker?: string;
  readonly email?: string;
  readonly tz?: string;
  readonly locale?: string;
  readonly admin?: boolean;
  readonly guest?: boolean;
  readonly bot?: boolean;
  readonly deleted?: boolean;
  /** The workspace this account belongs to, where that is another one (Slack Connect); in an Enterprise, its home. */
  readonly team?: string;
  /** In an Enterprise: the workspaces this account is in, where they are not all. */
  readonly teams?: readonly string[];
}

export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly by: string;
  text: string;
  blocks: readonly FakeBlock[];
  metadata: unknown;
  /** Under which message it stands, where it stands in a thread. */
  readonly thread?: string;
  /** Whom alone it is shown to. */
  readonly ephemeralTo: string | null;
  readonly reactions: string[];
  /** Whom it notified by a mention: when it was posted, and nobody by an edit. */
  readonly tells?: readonly string[];
  edits: number;
}

export interface FakeFile {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  bytes: Buffer | null;
  /** Where it was put. */
  channel: string | null;
  deleted: boolean;
}

export interface FakeView {
  readonly id: string;
  readonly user: string;
  view: Readonly<Record<string, unknown>>;
}

export interface FakeWorkspace {
  /** Of an org-wide install, the Enterprise's id. */
  readonly team: string;
  /** Of an org-wide install, the workspaces the app was added to. docs.slack.dev/enterprise/developing-for-enterprise-orgs */
  readonly teams: Set<string> | null;
  readonly token: string;
  readonly botUser: string;
  readonly scopes: Set<string>;
  readonly users: Map<string, FakeUser>;
  readonly channels: Map<
    string,
    {
      name: string;
      members: Set<string>;
      archived: boolean;
      im: string | null;
      /** Whom alone its settings let post: "who can post", Slack's help centre 360004635551. */
      mayPost?: ReadonlySet<string>;
      /** A private channel: other scopes than a public one's. */
      private?: true;
    }
  >;
  readonly messages: FakeMessage[];
  readonly views: Map<string, FakeView>;
  readonly homes: Map<string, readonly FakeBlock[]>;
  readonly files: Map<string, FakeFile>;
  revoked: boolean;
}

export interface FakeCall {
  readonly method: string;
  readonly token: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly error: string | null;
}

export interface FakeSlack {
  readonly url: string;
  readonly calls: FakeCall[];
  workspace(team: string, token: string, users: readonly FakeUser[]): FakeWorkspace;
  /** An Enterprise with the app installed for all of it and added to these workspaces: one token, one bot account, ids that are the same in all. */
  enterprise(
    id: string,
    token: string,
    teams: readonly string[],
    users: readonly FakeUser[],
  ): FakeWorkspace;
  workspaceOf(team: string): FakeWorkspace;
  /** The next call of this method is answered so, and nothing is done. */
  next(
    method: string,
    answer: {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly body?: object;
      /** `late`: it is done after whoever asked has given up, once `catchUp` is called. */
      readonly hangUp?: "before" | "after" | "late";
    },
  ): void;
  catchUp(): void;
  /**
   * The pace of messages is kept from now on (A9): one a second and channel, three at once, 400 a minute in all. Stories are told faster
   * than that, so it is not kept unless asked for; all other methods' tiers always are. `faster`: every limit is so many times as high,
   * for whoever sends so many times as fast; what comes in a bunch within a second is let pass all the same.
   */
  limit(faster?: number): void;
  /** Messages are answered so long after they were taken: those are the moments in which a kill hurts. */
  answerAfter(ms: number): void;
  trigger(team: string, user: string): string;
  /** Where an interaction may be answered: half an hour, five times. */
  responseUrl(team: string, user: string, channel: string, ts: string | null): string;
  /** Socket Mode. */
  readonly link: FakeLink;
  /** Codes that oauth.v2.access takes, and the workspace each one opens. */
  readonly codes: Map<string, { readonly team: string; readonly installer: string }>;
  close(): Promise<void>;
}

/** The channel of somebody's own chat with the bot, made when first asked for. */
export function dmOf(workspace: FakeWorkspace, user: string): string {
  const known = [...workspace.channels].find(([, each]) => each.im === user)?.[0];
  const id = known ?? `D${user}`;
  if (known === undefined)
    workspace.channels.set(id, {
      name: "",
      members: new Set([user, workspace.botUser]),
      archived: false,
      im: user,
    });
  return id;
}

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export const refuse = (error: string, more: object = {}): object => ({
  ok: false,
  error,
  ...more,
});

/** A workspace, or an Enterprise with the app added to these `teams`, as it is right after the install. */
export function newWorkspace(
  team: string,
  teams: readonly string[] | null,
  token: string,
  users: readonly FakeUser[],
): FakeWorkspace {
  const botUser = `UBOT${team}`;
  return {
    team,
    teams: teams && new Set(teams),
    token,
    botUser,
    scopes: new Set([
      "chat:write",
      "im:write",
      "im:history",
      "users:read",
      "users:read.email",
      "reactions:read",
      "commands",
      "app_mentions:read",
      "channels:read",
      "files:read",
      "files:write",
    ]),
    users: new Map(
      [...users, { id: botUser, name: "Pacer", bot: true }].map((each) => [each.id, each]),
    ),
    channels: new Map(),
    messages: [],
    views: new Map(),
    homes: new Map(),
    files: new Map(),
    revoked: false,
  };
}
