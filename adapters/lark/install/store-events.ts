// What Lark tells a store app of itself, in events of version 1.0: its ticket, and which company installs it, switches it off or on, and is no more.
// https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/app_ticket-events, …/app-first-enabled, …/app-enabled-or-disabled,
// …/app-uninstalled
import { entryOf } from "#src/language/lookup";
import { greetInstaller } from "../door/events.ts";
import { enter, letGo } from "./install.ts";
import type { Lark, RegisteredApp } from "../lark.ts";
import { limits } from "../render/limits.ts";
import { parseCompany, parseTicket } from "../door/parse.ts";

/** Subscribed to by whoever sets the app up; `app_ticket` comes unasked. */
export const companyEvents = ["app_open", "app_status_change", "app_uninstalled"] as const;

export const listenToStore = (
  lark: Lark,
  app: RegisteredApp,
): Readonly<
  Record<(typeof companyEvents)[number] | "app_ticket", (event: unknown) => Promise<void>>
> => ({
  app_ticket: (event) => tookTicket(lark, app, event),
  app_open: (event) => installed(lark, app, event),
  app_status_change: (event) => switched(lark, app, event),
  app_uninstalled: (event) => left(lark, app, event, "the app was removed"),
});

async function tookTicket(lark: Lark, app: RegisteredApp, raw: unknown): Promise<void> {
  const event = parseTicket(raw);
  if (event === null) return lark.logger.warn({ app: app.appId }, "lark.ticket_unreadable");
  const now = lark.wall.now().getTime();
  // One that Lark pushes again hours later is as old as when it was first pushed.
  const forMs = Math.min(now, event.ts) + limits.ticketMs - now;
  if (forMs > 0) await app.tokens.keepTicket(event.app_ticket, forMs);
}

/** The first admin is whoever runs the company's Lark and installed it; a colleague who took it without review is none by that. */
async function installed(lark: Lark, app: RegisteredApp, raw: unknown): Promise<void> {
  const event = parseCompany(raw);
  if (event === null) return;
  const by = event.installer?.open_id ?? null;
  await enter(lark, app.in(event.tenant_key), event.tenant_key, {
    again: true,
    by,
    at: new Date(event.ts),
  });
  const user = by ?? event.installer_employee?.open_id;
  if (user !== undefined)
    lark.later("greeting", () =>
      greetInstaller(lark, app.in(event.tenant_key), event.tenant_key, user),
    );
}

const stops: Readonly<Record<string, string>> = {
  stop_by_tenant: "the app was switched off",
  stop_by_platform: "the platform switched the app off",
};

async function switched(lark: Lark, app: RegisteredApp, raw: unknown): Promise<void> {
  const event = parseCompany(raw);
  const why = entryOf(stops, event?.status ?? "");
  if (why !== undefined) return await left(lark, app, raw, why);
  if (event?.status === "start_by_tenant")
    await enter(lark, app.in(event.tenant_key), event.tenant_key, {
      again: true,
      by: event.operator?.open_id ?? null,
      at: new Date(event.ts),
    });
}

async function left(lark: Lark, app: RegisteredApp, raw: unknown, why: string): Promise<void> {
  const event = parseCompany(raw);
  if (event !== null) await letGo(lark, app, event.tenant_key, why, new Date(event.ts));
}
