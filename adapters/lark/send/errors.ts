// What a refusal of Lark means for a message: wait, or never again, and for whom. Codes of
// https://open.feishu.cn/document/server-docs/im-v1/message/create and …/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/patch, of
// https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN (tokens, scopes), https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control.

export type Verdict =
  | { readonly verdict: "later"; readonly afterMs: number; readonly all?: true }
  | {
      readonly verdict: "final";
      readonly stops: "person" | "content" | "installation";
      readonly why: string;
    }
  /** The card is older than it may be to be changed. */
  | { readonly verdict: "too old" }
  /** Lark's own trouble: whether it was done nobody knows. */
  | { readonly verdict: "unknown" };

export interface Refused {
  readonly code: number;
  readonly message: string;
  readonly status: number;
  /** What Lark said of when to come back. */
  readonly afterMs: number | null;
}

/** The token is not, or no more, taken: it is fetched anew, once. */
export const tokenRefused: ReadonlySet<number> = new Set([
  99991661, 99991663, 99991664, 99991668, 99991671,
]);
/** A store app's ticket, and the token it was given for it; the pages of the two name no code of their own, the official SDKs these. */
export const ticketRefused: ReadonlySet<number> = new Set([10012]);
export const appTokenRefused: ReadonlySet<number> = new Set([
  10013, 99991663, 99991664, 99991668, 99991671,
]);

const person = (why: string): Verdict => ({ verdict: "final", stops: "person", why });
const content = (why: string): Verdict => ({ verdict: "final", stops: "content", why });
const installation = (why: string): Verdict => ({ verdict: "final", stops: "installation", why });

const verdicts: Readonly<Record<number, Verdict>> = {
  // Wait: this chat, the whole app, the whole tenant, or this very message.
  230020: { verdict: "later", afterMs: 1_500 },
  99991400: { verdict: "later", afterMs: 2_000, all: true },
  11232: { verdict: "later", afterMs: 10_000, all: true },
  // The month's calls of a company are used up (its edition's limit): looked at again each hour. Known from users' reports; on none of the pages above.
  99991403: { verdict: "later", afterMs: 3_600_000, all: true },
  230049: { verdict: "later", afterMs: 1_000 },
  // Never again to this person or group.
  230002: person("the bot is not in the group"),
  230013: person("outside of the app's availability, or no more with the company"),
  230018: person("the group's settings forbid it"),
  230027: person("no right to write there: an external group, or a missing permission"),
  230029: person("the person has left"),
  230034: person("no such receiver"),
  230035: person("the bot may not speak in the group"),
  230038: person("a person of another company"),
  230053: person("the person stopped the bot"),
  232009: person("the group was dissolved"),
  // Never again with this content.
  230001: content("a parameter was refused"),
  230011: content("the message was recalled"),
  230017: content("the message is not the bot's own"),
  230022: content("words that Lark does not let pass"),
  230025: content("too long"),
  230028: content("the company's audit does not let it pass"),
  230054: content("a message of that kind cannot be changed"),
  230099: content("the card was refused"),
  230110: content("the message was deleted"),
  230031: { verdict: "too old" },
  // The app itself: everything waits until an operator has mended it.
  230006: installation("the bot is not switched on in the app's console"),
  10003: installation("the app id is not known to this cloud"),
  10014: installation("the app secret is wrong"),
  99991401: installation("the address of this server is not on the app's list"),
  99991543: installation("app id and secret do not belong together"),
  99991662: installation("the app is switched off"),
  99991672: installation("a permission is missing in the app's console"),
  99991673: installation("the app is not installed in this company"),
};

/** Only what is listed waits, and the server's own errors; everything else would fail again. */
export function verdictOf(refused: Refused): Verdict {
  const listed = verdicts[refused.code];
  // Which parameter stands behind ext=; a receiver that is none is this person's end, not this message's.
  if (refused.code === 230001 && /receive_id|open_id|chat_id/.test(refused.message))
    return person("no such receiver");
  if (listed?.verdict === "later")
    return { ...listed, afterMs: Math.max(listed.afterMs, refused.afterMs ?? 0) };
  if (listed)
    return listed.verdict === "final"
      ? { ...listed, why: `${refused.code}: ${listed.why}` }
      : listed;
  if (tokenRefused.has(refused.code))
    return installation(`${refused.code}: the token is refused even when fetched anew`);
  if (refused.status === 429)
    return { verdict: "later", afterMs: refused.afterMs ?? 2_000, all: true };
  if (refused.status >= 500) return { verdict: "unknown" };
  return content(`${refused.code}: refused`);
}
