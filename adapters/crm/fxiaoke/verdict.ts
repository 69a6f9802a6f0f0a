// What an errorCode means. The status is always 200, and the vendor's table of codes is not what its gateway answers: 10006 stands for a wrong secret
// and for a path nobody knows, 10013 for a missing token and for an offset beyond 10,000. So the message is read where a code alone would lie.
// https://developer.fxiaoke.com/openapi_v2/start/guide/codes.html
import { z } from "zod";
import type { CrmTroubleSays } from "#src/ports/crm";

const answered = z.looseObject({
  errorCode: z.coerce.number().int(),
  errorMessage: z.string().nullish(),
  errorDescription: z.string().nullish(),
});

export interface Refused {
  readonly code: number;
  readonly message: string;
}

/** Null: it is no answer of theirs at all. */
export function refusalOf(body: unknown): Refused | "none" | null {
  const read = answered.safeParse(body);
  if (!read.success) return null;
  const { errorCode, errorMessage, errorDescription } = read.data;
  return errorCode === 0
    ? "none"
    : { code: errorCode, message: `${errorMessage ?? ""} ${errorDescription ?? ""}` };
}

/** The only code that says that a token is over. */
export const isTokenRefused = ({ code }: Refused): boolean => code === 20016;

/** Too many within seconds: it passes. */
export const isBurst = ({ code }: Refused): boolean => code === 30004 || code === 14001;

export const isPassing = ({ code }: Refused): boolean =>
  code === -1 || code === -2 || code === 50009;

const wrongSecret = new Set([10001, 10002, 11001, 11002, 20006]);
const revoked = new Set([10012, 11013, 20015, 20022]);
const wrongUser = new Set([10010, 11008, 20012, 30027]);
/** Of the employee who reads, or of an object they may not list. */
const noPermission = 20014;
const notAllowed = new Set([15003, 20020, 20023]);

/** `asked`: the path; `about`: the object that was read, if any. */
export function troubleOf(
  { code, message }: Refused,
  asked: string,
  about: string | null,
  at: Date,
): CrmTroubleSays {
  if (code === 30003) return { kind: "no-quota" };
  if (code === 30002) return { kind: "quota-used", until: nextMidnight(at) };
  if (code === 20021) return { kind: "app-stopped" };
  if (wrongSecret.has(code) || (code === 10006 && /appSecret/i.test(message)))
    return { kind: "wrong-secret" };
  if (revoked.has(code)) return { kind: "revoked" };
  if (wrongUser.has(code) || (code === noPermission && about === null))
    return { kind: "wrong-user" };
  if (/白名单|white ?list|ip (?:is )?not/i.test(message))
    return { kind: "address-refused", which: addressIn(message) };
  if (code === noPermission || notAllowed.has(code) || /权限|permission/i.test(message))
    return { kind: "not-allowed", which: about ?? asked };
  if (about !== null && /不存在|not (?:exist|found)/i.test(message))
    return { kind: "no-such", which: about };
  if (isPassing({ code, message })) return { kind: "down" };
  return { kind: "not-understood", which: `${asked}: errorCode ${code}` };
}

const addressIn = (message: string): string | null =>
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/.exec(message)?.[0] ?? null;

const chinaMs = 8 * 60 * 60_000;
const dayMs = 24 * 60 * 60_000;

/** The day's quota begins anew at 0:00, China's. */
export const nextMidnight = (at: Date): Date =>
  new Date((Math.floor((at.getTime() + chinaMs) / dayMs) + 1) * dayMs - chinaMs);
