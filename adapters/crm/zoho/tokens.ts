// An access token for an hour, by the refresh token; the refresh token itself, once, by a grant code.
// https://www.zoho.com/crm/developer/docs/api/v8/token-validity.html: ten of a refresh token in ten minutes. Beyond that, and for every other
// refusal, the answer's body says so and its status may be 200.
import { z } from "zod";
import { CrmTrouble, type CrmPorts, type CrmToken } from "#src/ports/crm";
import { isOnThisMachine, safeOrigin } from "../http/address.ts";
import { exchange, type Answer } from "../http/exchange.ts";
import { shaped } from "../http/shape.ts";
import type { ZohoSettings } from "./settings.ts";

const tenMinutes = 10 * 60_000;
/** What is on its way must arrive before the hour is over. */
const marginMs = 5 * 60_000;
const path = "/oauth/v2/token";

const granted = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  api_domain: z.string(),
  expires_in: z.coerce.number().positive().optional(),
  expires_in_sec: z.coerce.number().positive().optional(),
});
const refusal = z.looseObject({ error: z.string(), status: z.string().optional() });

export const obtainToken = (
  settings: ZohoSettings,
  ports: CrmPorts,
  refused: string | null,
): Promise<CrmToken> =>
  ports.tokens.obtain({
    credentials: [
      settings.accounts,
      settings.clientId,
      settings.clientSecret,
      settings.refreshToken ?? "",
      settings.grantCode ?? "",
    ].join("\n"),
    refused,
    most: { fetches: 10, withinMs: tenMinutes },
    fetch: (keepsake) => fetchToken(settings, ports, settings.refreshToken ?? keepsake),
  });

async function fetchToken(settings: ZohoSettings, ports: CrmPorts, refreshToken: string | null) {
  const form = new URLSearchParams({
    client_id: settings.clientId,
    client_secret: settings.clientSecret,
    ...(refreshToken === null
      ? { grant_type: "authorization_code", code: settings.grantCode ?? "" }
      : { grant_type: "refresh_token", refresh_token: refreshToken }),
  });
  const answer = await exchange(ports, {
    method: "POST",
    url: new URL(path, settings.accounts),
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: form.toString(),
  });
  refuse(answer, settings);
  const says = shaped(granted, answer.body, `POST ${path}`);
  if (refreshToken === null && says.refresh_token === undefined)
    throw new CrmTrouble({ kind: "not-understood", which: `POST ${path}: no refresh token` });
  return {
    token: says.access_token,
    with: { api: apiHost(says.api_domain, settings) },
    forMs: lifeMs(says.expires_in_sec ?? says.expires_in ?? 3600),
    ...(refreshToken === null && says.refresh_token !== undefined
      ? { kept: says.refresh_token }
      : {}),
  };
}

const lifeMs = (seconds: number): number =>
  Math.max(60_000, Math.min(seconds, 3600) * 1000 - marginMs);

/** Nobody is sent our token over an open line, nor to this machine by somebody else. */
function apiHost(domain: string, settings: ZohoSettings): string {
  const origin = safeOrigin(domain);
  if (origin === null || (isOnThisMachine(origin) && !isOnThisMachine(settings.accounts)))
    throw new CrmTrouble({ kind: "not-understood", which: `POST ${path}: no address of the API` });
  return origin;
}

function refuse({ body, status, at }: Answer, settings: ZohoSettings): void {
  const read = refusal.safeParse(body);
  if (!read.success) {
    if (status >= 500) throw new CrmTrouble({ kind: "down" });
    return;
  }
  const { error, status: outcome } = read.data;
  // In the language of the data centre; only this refusal has a status beside it.
  if (outcome === "failure" || /access.?denied|拒绝访问/i.test(error))
    throw new CrmTrouble({ kind: "slow-down", until: new Date(at.getTime() + tenMinutes) });
  switch (error.toLowerCase()) {
    case "invalid_code":
    case "invalid_grant":
    case "invalid_token":
      throw new CrmTrouble({ kind: "revoked" });
    // A client that is not known: Zoho has it in one data centre only, and a mistyped id looks the same.
    case "invalid_client":
      throw new CrmTrouble({ kind: "wrong-centre", which: new URL(settings.accounts).host });
    case "invalid_client_secret":
    case "unauthorized_client":
      throw new CrmTrouble({ kind: "wrong-secret" });
    default:
      if (status >= 500) throw new CrmTrouble({ kind: "down" });
      throw new CrmTrouble({
        kind: "not-understood",
        which: `POST ${path}: ${/^\w{1,40}$/.test(error) ? error : "an error nobody knows"}`,
      });
  }
}
