// An app as whoever runs the bot sets it: which cloud, its id and secrets, how its events come in.

/** One app of one cloud, as an operator sets it: of one company (self-built), or of all that install it from the store. */
export interface AppSettings {
  /** What its variables begin with, for messages to the operator. */
  readonly name: string;
  /** Which cloud: `feishu`, `lark`, or the host of another. Accounts, apps and ids of the two have nothing in common. */
  readonly brand: string;
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly encryptKey?: string | undefined;
  readonly verificationToken?: string | undefined;
  readonly type: "self" | "store";
  readonly events: "webhook" | "socket";
  /** Where its events come in over HTTP. */
  readonly path: string;
}
