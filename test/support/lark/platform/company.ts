// What stands in an open platform of our own: one company with its people, departments, groups and messages; and what a test may do with it.
import type { IncomingMessage, Server, ServerResponse } from "node:http";

export interface FakeUser {
  readonly openId: string;
  readonly name: string;
  readonly email?: string;
  readonly zone?: string;
  /** Of another company: reached only in groups that span both. */
  readonly tenant?: string;
  readonly mobile?: string;
  /** Where they are filed directly. */
  readonly departments?: readonly string[];
  /** Their own manager. */
  readonly leader?: string;
  /** May run the company's Lark. */
  readonly admin?: boolean;
  resigned?: boolean;
}

export interface FakeDepartment {
  readonly id: string;
  readonly name: string;
  /** Null below the company itself. */
  readonly parent: string | null;
  readonly leader?: string;
}

export interface FakeMessage {
  readonly id: string;
  readonly chat: string;
  /** Open id of a person, or "bot". */
  readonly by: string;
  readonly text: string;
  card: unknown;
  readonly uuid: string | null;
  readonly at: number;
  version: number;
  recalled: boolean;
  readonly reactions: string[];
  /** The thread it stands in. */
  readonly thread?: string;
  /** Whom it notified by a mention when it was sent; a change of it notifies nobody. */
  readonly tells?: readonly string[];
}

export interface FakeFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** The message it is in; null for one that was uploaded and not sent. */
  message: string | null;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly bearer: string | null;
  /** Of a form with a file in it. */
  readonly upload?: { readonly type: string; readonly name: string; readonly bytes: Buffer };
  readonly at: number;
}

/** What the next call of a path meets instead of its answer. `lost`: it is done, and the connection breaks before the answer. */
export type Trouble =
  | { readonly code: number; readonly status: number; readonly reset?: number }
  | "hang"
  | "lost"
  | "gone";

export interface FakeLark {
  readonly url: string;
  readonly http: Server;
  readonly appId: string;
  readonly appSecret: string;
  readonly tenant: string;
  readonly botOpenId: string;
  readonly users: Map<string, FakeUser>;
  readonly departments: FakeDepartment[];
  /** The departments in the app's data scope, with all below; null: everybody. */
  scope: readonly string[] | null;
  /** Groups by chat id; whether the bot is in. */
  readonly groups: Map<
    string,
    {
      readonly name: string;
      bot: boolean;
      readonly members?: readonly string[];
      /** Its owner lets nobody but themselves speak, or not the bot. */
      muted?: true;
      /** Its messages are topics: no cards for one person alone. */
      topics?: true;
    }
  >;
  readonly messages: FakeMessage[];
  /** Cards that one person alone saw in a group, while online. */
  readonly shownOnly: {
    readonly chat: string;
    readonly user: string;
    readonly text: string;
    readonly after: number;
  }[];
  readonly asked: Asked[];
  readonly files: Map<string, FakeFile>;
  /** What its company allowed the app that need not be. */
  readonly permissions: Set<string>;
  /** The codes of everything that was refused. */
  readonly refusals: number[];
  /** Messages whose change came before the answer to a press of them, and was undone by it. */
  readonly undone: string[];
  /** Cards that were refused, with their reasons. */
  readonly refusedCards: string[][];
  p2p(user: string): string;
  add(message: Pick<FakeMessage, "chat" | "by" | "text" | "thread">): FakeMessage;
  /** Applies what a callback answered. */
  put(message: FakeMessage, card: unknown): void;
  trouble(path: RegExp, trouble: Trouble, times?: number): void;
  /** The long connection is refused with this code and with data beside it; null: no more. */
  busy(code: number | null): void;
  /** No more trouble. */
  calm(): void;
  /** Takes a token from now on. */
  give(token: string): void;
  /** The tokens given out so far are not taken any more. */
  revokeTokens(): void;
  /** Apps of other companies on the same platform: asked at this one's address, each answers what carries its id or a token it gave. */
  readonly neighbours: FakeLark[];
  /** Whether a token, or an app's id, is this app's. */
  owns(asked: Asked): boolean;
  take(asked: Asked, request: IncomingMessage, response: ServerResponse): void;
  /** Switches on the limits: five a second to a chat, fifty a second and a thousand a minute for the app, five changes a second of a message. */
  limitRates(): void;
  close(): Promise<void>;
}

export interface FakeOptions {
  readonly now: () => number;
  readonly appId?: string;
  readonly appSecret?: string;
  readonly tenant?: string;
  readonly users: readonly FakeUser[];
  /** Answers in place of a self-built app's tokens: store.ts. */
  readonly desk?: (asked: Asked) => Reply | null;
}

export type Reply = { readonly status: number; readonly body: unknown; readonly reset?: number };

/** As Lark answers what it did. */
export const done = (data: unknown): Reply => ({
  status: 200,
  body: { code: 0, msg: "success", data },
});
export const refuse = (code: number, msg: string, status = 400, reset?: number): Reply => ({
  status,
  body: { code, msg },
  ...(reset === undefined ? {} : { reset }),
});

export const noSuchPath = refuse(404, "no such path", 404);
