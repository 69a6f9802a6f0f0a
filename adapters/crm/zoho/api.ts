// Calls of Zoho's API: with a token, renewed once where it was refused; slower where there were too many; an error in the body is one.
// https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html, …/api-limits.html
import { z } from "zod";
import { backOffMs } from "#src/ports/process/clock";
import { CrmTrouble, type CrmPorts, type CrmTroubleSays } from "#src/ports/crm";
import { exchange, type Answer } from "../http/exchange.ts";
import { createPatience, patiently, type Patience } from "../http/patience.ts";
import type { ZohoSettings } from "./settings.ts";
import { obtainToken } from "./tokens.ts";

export interface Asked {
  /** From /crm/v8/ on. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Of a query, the only thing that is posted. */
  readonly body?: object;
  readonly modifiedSince?: Date;
  /** The scope's name, for whoever has to grant it. */
  readonly scope: string;
}

export interface ZohoError {
  readonly code: string;
  /** What the error is about, where it says. */
  readonly about: string | null;
}

/** Null where it is none of what the caller can do without. */
export type Heeded = (error: ZohoError) => boolean;

/** The calls of one call of the port: they share its patience. */
export interface Calls {
  ask(asked: Asked): Promise<Answer>;
  /** An error the caller knows what to do with comes back instead of being thrown. */
  tryTo(asked: Asked, heeded: Heeded): Promise<Answer | ZohoError>;
}

export interface ZohoApi {
  begin(): Calls;
  /** Credits of the last answer that said how many there are. */
  left(): number | null;
}

export const isError = (answer: Answer | ZohoError): answer is ZohoError => "code" in answer;

/** Both come where too many asked at once; neither says for how long. */
const throttled = new Set(["TOO_MANY_REQUESTS", "RATE_LIMIT_EXCEEDED"]);
const tokenRefused = new Set(["INVALID_TOKEN", "AUTHENTICATION_FAILURE", "INVALID_OAUTHTOKEN"]);
const firstWaitMs = 2_000;
const longestWaitMs = 60_000;
/** Credits come back over a day, a few at a time. */
const creditsMs = 60 * 60_000;

export function createApi(settings: ZohoSettings, ports: CrmPorts): ZohoApi {
  let left: number | null = null;

  async function once(asked: Asked, token: string, api: string): Promise<Answer> {
    const url = new URL(`/crm/v8/${asked.path}`, api);
    for (const [name, value] of Object.entries(asked.query ?? {}))
      url.searchParams.set(name, value);
    const answer = await exchange(ports, {
      method: asked.body === undefined ? "GET" : "POST",
      url,
      headers: {
        authorization: `Zoho-oauthtoken ${token}`,
        ...(asked.body === undefined ? {} : { "content-type": "application/json" }),
        ...(asked.modifiedSince === undefined
          ? {}
          : { "if-modified-since": zohoTime(asked.modifiedSince) }),
      },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    });
    const credits = Number(answer.headers.get("x-api-credits-remaining") ?? Number.NaN);
    if (Number.isInteger(credits)) left = credits;
    if (answer.status >= 500) throw new CrmTrouble({ kind: "down" });
    return answer;
  }

  async function tryTo(
    patience: Patience,
    asked: Asked,
    heeded: Heeded,
  ): Promise<Answer | ZohoError> {
    let refused: string | null = null;
    for (let slowed = 0; ;) {
      const token = await obtainToken(settings, ports, refused);
      const answer = await patiently(patience, () =>
        once(asked, token.token, token.with["api"] ?? ""),
      );
      const error = errorOf(answer, asked);
      if (error === null) return answer;
      if (tokenRefused.has(error.code)) {
        if (refused !== null) throw new CrmTrouble({ kind: "revoked" });
        refused = token.token;
      } else if (answer.status === 429 || throttled.has(error.code)) {
        slowed += 1;
        await slowDown(patience, answer, slowed);
      } else if (heeded(error)) {
        return error;
      } else throw new CrmTrouble(troubleOf(error, asked));
    }
  }

  /** Too many at once pass in seconds; a day's credits that are used up do not. */
  async function slowDown(patience: Patience, answer: Answer, slowed: number): Promise<void> {
    if (left !== null && left <= 0)
      throw new CrmTrouble({
        kind: "quota-used",
        until: new Date(answer.at.getTime() + creditsMs),
      });
    if (!(await patience.wait(backOffMs(firstWaitMs, slowed, longestWaitMs))))
      throw new CrmTrouble({
        kind: "slow-down",
        until: new Date(answer.at.getTime() + longestWaitMs),
      });
  }

  return {
    begin() {
      const patience = createPatience(ports);
      return {
        async ask(asked) {
          const answer = await tryTo(patience, asked, () => false);
          if (isError(answer)) throw new CrmTrouble(troubleOf(answer, asked));
          return answer;
        },
        tryTo: (asked, heeded) => tryTo(patience, asked, heeded),
      };
    },
    left: () => left,
  };
}

/** Whole seconds with an offset: whether fractions are taken, no page says. */
export const zohoTime = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, "+00:00");

const said = z.looseObject({
  code: z.string(),
  status: z.string().optional(),
  details: z.looseObject({}).optional().catch(undefined),
});
const details = z.looseObject({
  column_name: z.string().optional().catch(undefined),
  // Where a clause is wrong it is the place in the line.
  column: z.string().regex(/\D/).optional().catch(undefined),
  permissions: z.tuple([z.string()], z.unknown()).optional().catch(undefined),
  module: z.string().optional().catch(undefined),
  param: z.string().optional().catch(undefined),
  param_name: z.string().optional().catch(undefined),
  api_name: z.string().optional().catch(undefined),
});

function errorOf({ status, body }: Answer, asked: Asked): ZohoError | null {
  const read = said.safeParse(body);
  if (read.success && (status >= 400 || read.data.status === "error")) {
    return { code: read.data.code, about: aboutOf(read.data.details ?? {}) };
  }
  if (status === 429) return { code: "TOO_MANY_REQUESTS", about: null };
  if (status >= 400)
    throw new CrmTrouble({
      kind: "not-understood",
      which: `${asked.path}: HTTP ${status} without a code`,
    });
  return null;
}

/** The first of what it may name it by. */
function aboutOf(named: object): string | null {
  const about = details.safeParse(named).data;
  const names = [
    about?.column_name,
    about?.column,
    about?.permissions?.[0],
    about?.module,
    about?.api_name,
    about?.param,
    about?.param_name,
  ];
  return names.find((name) => name !== undefined) ?? null;
}

function troubleOf({ code, about }: ZohoError, asked: Asked): CrmTroubleSays {
  switch (code) {
    case "OAUTH_SCOPE_MISMATCH":
      return { kind: "scope-missing", which: asked.scope };
    case "NO_PERMISSION":
    case "AUTHORIZATION_FAILED":
    case "PERMISSION_DENIED":
      return { kind: "not-allowed", which: about ?? asked.scope };
    case "INVALID_MODULE":
    case "INVALID_MODULE_NAME":
    case "INVALID_QUERY":
      return { kind: "no-such", which: about ?? asked.path };
    case "INVALID_HOST":
      return { kind: "wrong-centre", which: asked.path };
    case "USER_NOT_ACTIVE":
    case "INACTIVE_USER":
      return { kind: "wrong-user" };
    case "INTERNAL_ERROR":
    case "INTERNAL_SERVER_ERROR":
      return { kind: "down" };
    default:
      return {
        kind: "not-understood",
        which: `${asked.path}: ${/^\w{1,60}$/.test(code) ? code : "an error nobody knows"}`,
      };
  }
}
