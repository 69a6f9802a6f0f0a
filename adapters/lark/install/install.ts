// Which company an app is installed in. A self-built app has one; Lark says which when asked, or with the first event. A store app has
// as many as install it: each is entered with the event that says so, or with the first that comes from there.
import { z } from "zod";
import { platform, workspaceOf, type Lark, type LarkApp, type RegisteredApp } from "../lark.ts";
import { limits } from "../render/limits.ts";

const tenant = z.looseObject({
  tenant: z.looseObject({ tenant_key: z.string().min(1), name: z.string().default("") }),
});

/** Null without the permission for it. */
async function companyOf(
  app: LarkApp,
  timeoutMs?: number,
): Promise<{ readonly tenant_key: string; readonly name: string } | null> {
  const called = await app.api.call({
    method: "GET",
    path: "/open-apis/tenant/v2/tenant/query",
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  const read = called.called === "done" ? tenant.safeParse(called.data) : null;
  return read?.success === true ? read.data.tenant : null;
}

/** A self-built app at each start: what waited while the app was refused goes on. Without the permission for it the first event tells. */
export async function askTenant(lark: Lark, app: LarkApp): Promise<void> {
  const company = await companyOf(app);
  if (company === null)
    lark.logger.info(
      { app: app.appId, missing: "tenant:tenant:readonly" },
      "lark.tenant_unknown_yet",
    );
  else await enter(lark, app, company.tenant_key, { name: company.name });
}

interface Arrival {
  readonly name?: string;
  /** Who installed it there, where Lark says so. */
  readonly by?: string | null;
  /** Lark says that it is let in: whatever was known before. */
  readonly again?: boolean;
  /** When Lark says that it happened. */
  readonly at?: Date | null;
}

/** Once in the life of this process for each company. One that could not be written is tried again with the next event. */
export async function enter(
  lark: Lark,
  app: LarkApp,
  tenantKey: string,
  arrival: Arrival = {},
): Promise<void> {
  if (tenantKey === "") return;
  const workspace = workspaceOf(app, tenantKey);
  if (app.type === "store" && arrival.again !== true && !lark.entered.has(workspace)) {
    const known = await lark.installations.known({ platform, workspace });
    if (known && known.stoppedAt === null) lark.entered.set(workspace, Promise.resolve());
    // One that let the app go comes back by what happened after that, and not by what was on its way.
    else if (known?.stoppedAt && !(arrival.at && arrival.at > known.stoppedAt)) return;
  }
  const entering =
    (arrival.again === true ? undefined : lark.entered.get(workspace)) ??
    save(lark, app, tenantKey, arrival);
  lark.entered.set(workspace, entering);
  try {
    await entering;
  } catch (error) {
    lark.entered.delete(workspace);
    throw error;
  }
}

/** Feishu is the cloud of companies in China, and mostly tells nobody's zone. */
const china = {
  locale: "zh",
  zone: "Asia/Shanghai",
  country: "CN",
  currency: "CNY",
} as const;

/** The secret is the operator's setting and not kept here; the app's id stands in its place. */
async function save(
  lark: Lark,
  app: LarkApp,
  tenantKey: string,
  { name, by = null, at }: Arrival,
): Promise<void> {
  const grant = {
    name: name ?? (await nameOf(app, tenantKey)),
    token: app.appId,
    botUser: app.botId() ?? "",
    scopes: [],
    installedBy: by,
    ...(app.brand === "feishu" ? { home: china } : {}),
  };
  // A self-built app is the operator's own; one of the store is taken by whoever likes.
  const door = {
    way: app.type === "self" ? "configured" : "link",
    organisations: lark.organisations,
  } as const;
  const { admitted } = await lark.installations.save(
    { platform, workspace: workspaceOf(app, tenantKey) },
    grant,
    at ?? lark.wall.now(),
    door,
  );
  if (admitted === "waits") await lark.bot().tellRequests();
}

/** Of many companies one is told from another, before anybody named it. */
async function nameOf(app: LarkApp, tenantKey: string): Promise<string> {
  if (app.type === "self") return app.appId;
  const name = (await companyOf(app, limits.companyMs))?.name ?? "";
  return name === "" ? tenantKey : name;
}

/** What is to be sent there waits until the company lets the app in again; whatever comes from there afterwards enters it anew. */
export async function letGo(
  lark: Lark,
  app: RegisteredApp,
  tenantKey: string,
  why: string,
  at: Date,
): Promise<void> {
  const workspace = workspaceOf(app, tenantKey);
  lark.entered.delete(workspace);
  await lark.installations.stop({ platform, workspace }, why, at);
}
