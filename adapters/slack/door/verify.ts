// Whether a request is Slack's: its signature over the raw body, and a time within five minutes, past and future (Bolt lets the
// future pass). docs.slack.dev/authentication/verifying-requests-from-slack
import { createHmac, timingSafeEqual } from "node:crypto";

const toleranceMs = 5 * 60_000;

export type Refusal = "not signed" | "not of now" | "another signature" | "too big" | "unreadable";

/** Why it is none of Slack's; null: it is. For the log and the meter: whoever asked is told the same whatever it was. */
export function whyUnsigned(
  raw: Buffer,
  headers: { readonly signature: string | undefined; readonly timestamp: string | undefined },
  secret: string | undefined,
  now: Date,
): Refusal | null {
  const { signature, timestamp } = headers;
  if (!secret || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return "not signed";
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > toleranceMs) return "not of now";
  const wanted = Buffer.from(
    `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(raw).digest("hex")}`,
  );
  const given = Buffer.from(signature);
  return wanted.length === given.length && timingSafeEqual(wanted, given)
    ? null
    : "another signature";
}
