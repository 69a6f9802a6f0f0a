// Whether a request came from Lark, now, and unaltered. Our own, since the SDK's check (1.74.0) signs a re-serialised body, has no window
// of time, ignores the verification token and answers a forged request with 200.
// https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/encrypt-key-encryption-configuration-case
import { createDecipheriv, createHash, timingSafeEqual } from "node:crypto";
import type { AppSettings } from "../install/app-settings.ts";
import { limits } from "../render/limits.ts";

export interface Headers {
  readonly timestamp: string | undefined;
  readonly nonce: string | undefined;
  readonly signature: string | undefined;
}

export type Verified =
  | {
      readonly verified: "event";
      readonly body: Readonly<Record<string, unknown>>;
      readonly key: string;
    }
  | { readonly verified: "challenge"; readonly challenge: string }
  /** `why` is for the log and the meter: whoever asked is told the same whatever it was. */
  | { readonly verified: "refused"; readonly why: Refusal };

export const refusals = [
  "no keys are set",
  "another signature",
  "not of now",
  "not encrypted",
  "encrypted with another key",
  "another verification token",
  "another app",
  "a challenge without one",
  "not signed",
  "replayed",
  "too big",
] as const;
export type Refusal = (typeof refusals)[number];

const refused = (why: Refusal): Verified => ({ verified: "refused", why });

/**
 * `raw`: the bytes as they came. What carries a signature is decrypted only when that is right, so that nobody can ask with altered bytes how
 * the decryption fared. The challenge of the console is encrypted but not signed: for it the token must do, and nothing but a challenge
 * comes in that way.
 */
export function verify(
  settings: Pick<AppSettings, "appId" | "encryptKey" | "verificationToken">,
  headers: Headers,
  raw: Buffer,
  now: Date,
): Verified {
  const { appId, encryptKey, verificationToken } = settings;
  if (encryptKey === undefined || verificationToken === undefined)
    return refused("no keys are set");
  const { timestamp, nonce, signature } = headers;
  const isSigned = timestamp !== undefined && nonce !== undefined && signature !== undefined;
  const signed = isSigned
    ? createHash("sha256").update(`${timestamp}${nonce}${encryptKey}`).update(raw).digest("hex")
    : "";
  if (isSigned && !sameText(signature, signed)) return refused("another signature");
  const age = Math.abs(now.getTime() - Number(timestamp) * 1000);
  // NaN is no age either.
  if (isSigned && !(age <= limits.signedMs)) return refused("not of now");
  const outer = objectIn(raw.toString("utf8"));
  if (outer === null || typeof outer["encrypt"] !== "string") return refused("not encrypted");
  const decrypted = decrypt(outer["encrypt"], encryptKey);
  const body = decrypted === null ? null : objectIn(decrypted);
  if (body === null) return refused("encrypted with another key");
  if (!sameText(tokenOf(body), verificationToken)) return refused("another verification token");
  if ((appOf(body) ?? appId) !== appId) return refused("another app");
  if (body["type"] === "url_verification")
    return typeof body["challenge"] === "string"
      ? { verified: "challenge", challenge: body["challenge"] }
      : refused("a challenge without one");
  return isSigned
    ? { verified: "event", body, key: `${timestamp}${nonce}${signed}` }
    : refused("not signed");
}

/** AES-256-CBC, the key the digest of the Encrypt Key, the first block the initial vector. */
function decrypt(encrypted: string, encryptKey: string): string | null {
  try {
    const bytes = Buffer.from(encrypted, "base64");
    const decipher = createDecipheriv(
      "aes-256-cbc",
      createHash("sha256").update(encryptKey).digest(),
      bytes.subarray(0, 16),
    );
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

type Body = Readonly<Record<string, unknown>>;

/** Version 2.0 has it in the header, 1.0 and the challenge at the top. */
const tokenOf = (body: Body): string =>
  textOf(objectOf(body["header"])?.["token"] ?? body["token"]) ?? "";

/** Version 2.0 has it in the header, 1.0 in the event; the challenge has none. Two apps may have been given the same keys. */
const appOf = (body: Body): string | null =>
  textOf(objectOf(body["header"])?.["app_id"] ?? objectOf(body["event"])?.["app_id"]);

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
// An object of JSON has text for keys; what they hold stays unknown.
const objectOf = (value: unknown): Body | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Body) : null;

/** Digests are compared, so that neither the length nor the time taken tells anything. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(
    createHash("sha256").update(a).digest(),
    createHash("sha256").update(b).digest(),
  );
}

function objectIn(text: string): Body | null {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return null;
  }
}
