// Whether a request is Slack's: its signature over the raw body, and a time within five minutes, past and future (Bolt lets the
// future pass). docs.slack.dev/authentication/verifying-requests-from-slack
import { createHmac, timingSafeEqual } from "node:crypto";

const toleranceMs = 5 * 60_000;

export function isSigned(raw: Buffer, headers: { readonly signature: string | undefined; readonly timestamp: string | undefined }, secret: string | undefined, now: Date): boolean {
  const { signature, timestamp } = headers;
  if (!secret || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > toleranceMs) return false;
  const wanted = Buffer.from(`v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(raw).digest("hex")}`);
  const given = Buffer.from(signature);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
