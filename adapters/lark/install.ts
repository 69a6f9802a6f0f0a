// Which company an app is installed in. A self-built app has one; Lark says which when asked, or with the first event.
import { z } from "zod";
import { platform, workspaceOf, type Lark, type LarkApp } from "./lark.ts";

const tenant = z.looseObject({ tenant: z.looseObject({ tenant_key: z.string().min(1), name: z.string().default("") }) });

/** At each start: what waited while the app was refused goes on. Without the permission for it the first event tells. */
export async function askTenant(lark: Lark, app: LarkApp): Promise<void> {
  const called = await app.api.call({ method: "GET", path: "/open-apis/tenant/v2/tenant/query" });
  const read = called.called === "done" ? tenant.safeParse(called.data) : null;
  if (read?.success === true) await enter(lark, app, read.data.tenant.tenant_key, read.data.tenant.name);
  else lark.logger.info({ app: app.appId, missing: "tenant:tenant:readonly" }, "lark.tenant_unknown_yet");
}

/** Once in the life of this process for each company. One that could not be written is tried again with the next event. */
export async function enter(lark: Lark, app: LarkApp, tenantKey: string, name: string | null): Promise<void> {
  if (tenantKey === "") return;
  const workspace = workspaceOf(app, tenantKey);
  const entering = lark.entered.get(workspace) ?? save(lark, app, workspace, name ?? app.appId);
  lark.entered.set(workspace, entering);
  try {
    await entering;
  } catch (error) {
    lark.entered.delete(workspace);
    throw error;
  }
}

/** The secret is the operator's setting and not kept here; the app's id stands in its place. */
async function save(lark: Lark, app: LarkApp, workspace: string, name: string): Promise<void> {
  const grant = { name, token: app.appId, botUser: app.botId() ?? "", scopes: [], installedBy: null };
  await lark.installations.save({ platform, workspace }, grant, lark.wall.now(), await lark.joins());
}
