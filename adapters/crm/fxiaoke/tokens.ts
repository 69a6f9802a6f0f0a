// A token of two hours, in today's style or the one before. Asked for again within 6,600 seconds it is the same one; in the last ten minutes a new
// one, while the old still works. Ten a minute at most, and never two at once: that the port sees to.
// https://developer.fxiaoke.com/openapi_v2/start/guide/app_secret.html
import { z } from "zod";
import { CrmTrouble, type CrmPorts, type CrmToken } from "#src/ports/crm";
import { exchange, type Answer } from "../http/exchange.ts";
import { shaped } from "../http/shape.ts";
import type { FxiaokeSettings } from "./settings.ts";
import { isBurst, refusalOf, troubleOf } from "./verdict.ts";

const minuteMs = 60_000;
const lifeSeconds = 7_200;
/** Within the last ten minutes there is a new one to be had. */
const marginSeconds = 300;

const today = z.looseObject({
  accessToken: z.string().min(1),
  ea: z.string().min(1),
  expiresIn: z.coerce.number().positive().optional(),
});
const before = z.looseObject({
  corpAccessToken: z.string().min(1),
  corpId: z.string().min(1),
  expiresIn: z.coerce.number().positive().optional(),
});
const employees = z.looseObject({
  empList: z.array(z.looseObject({ openUserId: z.string().min(1) })).nullish(),
});

export const obtainToken = (
  settings: FxiaokeSettings,
  ports: CrmPorts,
  refused: string | null,
): Promise<CrmToken> =>
  ports.tokens.obtain({
    credentials: [
      settings.url,
      settings.appId,
      settings.appSecret,
      settings.permanentCode,
      settings.reader.style,
      "mobile" in settings.reader ? settings.reader.mobile : "",
    ].join("\n"),
    refused,
    most: { fetches: 10, withinMs: minuteMs },
    fetch: () =>
      settings.reader.style === "headers"
        ? fetchToday(settings, ports)
        : fetchBefore(settings, ports),
  });

/** Each request has a trace of its own. */
export function pathOf(base: string, path: string, { id }: Pick<CrmPorts, "id">): URL {
  const url = new URL(path, base);
  url.searchParams.set("thirdTraceId", id());
  return url;
}

async function fetchToday(settings: FxiaokeSettings, ports: CrmPorts) {
  const path = "/oauth2.0/token";
  const body = await post(settings, ports, path, {
    ...secretsOf(settings),
    grantType: "app_secret",
  });
  const says = shaped(today, body, path);
  return { token: says.accessToken, with: { account: says.ea }, forMs: lifeMs(says.expiresIn) };
}

async function fetchBefore(settings: FxiaokeSettings, ports: CrmPorts) {
  const path = "/cgi/corpAccessToken/get/V2";
  const says = shaped(before, await post(settings, ports, path, secretsOf(settings)), path);
  const { reader } = settings;
  return {
    token: says.corpAccessToken,
    with: {
      account: says.corpId,
      ...("mobile" in reader
        ? { user: await userOf(settings, ports, says.corpAccessToken, says.corpId, reader.mobile) }
        : {}),
    },
    forMs: lifeMs(says.expiresIn),
  };
}

/** Whose mobile it is: only the pages of before name such a call. */
async function userOf(
  settings: FxiaokeSettings,
  ports: CrmPorts,
  corpAccessToken: string,
  corpId: string,
  mobile: string,
): Promise<string> {
  const path = "/cgi/user/getByMobile";
  const body = await post(settings, ports, path, { corpAccessToken, corpId, mobile });
  const found = shaped(employees, body, path).empList ?? [];
  const [only] = found;
  if (only === undefined || found.length > 1) throw new CrmTrouble({ kind: "wrong-user" });
  return only.openUserId;
}

const secretsOf = ({ appId, appSecret, permanentCode }: FxiaokeSettings) => ({
  appId,
  appSecret,
  permanentCode,
});

const lifeMs = (left: number | undefined): number =>
  Math.max(60, Math.min(left ?? lifeSeconds, lifeSeconds) - marginSeconds) * 1000;

async function post(
  settings: FxiaokeSettings,
  ports: CrmPorts,
  path: string,
  body: object,
): Promise<unknown> {
  const answer = await exchange(ports, {
    method: "POST",
    url: pathOf(settings.url, path, ports),
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  refuse(answer, path);
  return answer.body;
}

function refuse(answer: Answer, path: string): void {
  const refused = refusalOf(answer.body);
  if (refused === "none") return;
  if (refused === null) {
    if (answer.status >= 500) throw new CrmTrouble({ kind: "down" });
    throw new CrmTrouble({ kind: "not-understood", which: `${path}: no errorCode` });
  }
  if (isBurst(refused))
    throw new CrmTrouble({
      kind: "slow-down",
      until: new Date(answer.at.getTime() + minuteMs),
    });
  throw new CrmTrouble(troubleOf(refused, path, null, answer.at));
}
