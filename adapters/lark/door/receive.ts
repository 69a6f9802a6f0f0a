// Where events come in: one dispatcher for both ways, the webhook here and the long connection in socket.ts.
import { EventDispatcher, LoggerLevel } from "@larksuiteoapi/node-sdk";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { companyEvents, listenToStore } from "../install/store-events.ts";
import {
  chooseMenu,
  hearChatOpened,
  hearColleague,
  hearMessage,
  hearPerson,
  hearPlace,
  hearReaction,
} from "./events.ts";
import { enter } from "../install/install.ts";
import type { Lark, LarkApp, RegisteredApp } from "../lark.ts";
import { limits } from "../render/limits.ts";
import { createReceipt } from "#src/ports/process/receipt";
import { notTaken, orNotTaken, pressOrSubmit } from "./interactions.ts";
import { hearRecalled } from "./recalled-message.ts";
import { verify, type Refusal } from "./verify.ts";

/** Event types that are subscribed to; the manifest prints them. */
export const subscribed = {
  events: [
    "im.message.receive_v1",
    "im.message.recalled_v1",
    "im.message.reaction.created_v1",
    "im.message.reaction.deleted_v1",
    "im.chat.access_event.bot_p2p_chat_entered_v1",
    "im.chat.member.bot.added_v1",
    "im.chat.member.bot.deleted_v1",
    "im.chat.updated_v1",
    "im.chat.disbanded_v1",
    "application.bot.menu_v6",
    "contact.user.created_v3",
    "contact.user.updated_v3",
    "contact.user.deleted_v3",
    "contact.department.updated_v3",
  ],
  callbacks: ["card.action.trigger"],
  /** A store app besides. */
  store: companyEvents,
} as const;

type EventType = (typeof subscribed.events)[number];

export function createDispatcher(lark: Lark, app: RegisteredApp): EventDispatcher {
  const heard: Readonly<Record<EventType, (app: LarkApp, event: unknown) => Promise<unknown>>> = {
    "im.message.receive_v1": (there, event) => hearMessage(lark, there, event),
    "im.message.recalled_v1": (there, event) => hearRecalled(lark, there, event),
    "im.message.reaction.created_v1": (there, event) => hearReaction(lark, there, event, true),
    "im.message.reaction.deleted_v1": (there, event) => hearReaction(lark, there, event, false),
    "im.chat.access_event.bot_p2p_chat_entered_v1": (there, event) =>
      hearChatOpened(lark, there, event),
    "im.chat.member.bot.added_v1": (there, event) => hearPlace(lark, there, event, true),
    "im.chat.member.bot.deleted_v1": (there, event) => hearPlace(lark, there, event, false),
    "im.chat.updated_v1": (there, event) => hearPlace(lark, there, event, true),
    "im.chat.disbanded_v1": (there, event) => hearPlace(lark, there, event, false),
    "application.bot.menu_v6": (there, event) => chooseMenu(lark, there, event),
    "contact.user.created_v3": (there, event) => hearColleague(lark, there, event),
    "contact.department.updated_v3": (there, event) => hearColleague(lark, there, event),
    "contact.user.updated_v3": (there, event) => hearPerson(lark, there, event, true),
    "contact.user.deleted_v3": (there, event) => hearPerson(lark, there, event, false),
  };
  const inCompany = Object.entries(heard).map(([type, work]): [string, Heard] => [
    type,
    (event) => inItsCompany(lark, app, event, work),
  ]);
  inCompany.push(["card.action.trigger", (event) => pressedInItsCompany(lark, app, event)]);
  const ofTheApp = app.type === "store" ? Object.entries(listenToStore(lark, app)) : [];
  const handles = Object.fromEntries(
    [...inCompany, ...ofTheApp].map(([type, work]) => [type, guarded(lark, app, type, work)]),
  );
  return new EventDispatcher({ loggerLevel: LoggerLevel.error, logger: sdkLogger(lark) }).register(
    handles,
  );
}

type Heard = (event: unknown) => Promise<unknown>;

/** What an event brings about is called where it came from, and nowhere else. */
async function inItsCompany(
  lark: Lark,
  app: RegisteredApp,
  event: unknown,
  work: (app: LarkApp, event: unknown) => Promise<unknown>,
): Promise<unknown> {
  const tenant = tenantOf(event);
  const there = app.in(tenant);
  await enter(lark, there, tenant, { at: createdAt(event) });
  // A self-built app learns it at the start.
  if (app.type === "store" && there.botId() === null) lark.later("bot", () => there.learnBot());
  return await work(there, event);
}

/** The same for what is answered within two seconds: the company is asked for in that time as well. */
async function pressedInItsCompany(
  lark: Lark,
  app: RegisteredApp,
  event: unknown,
): Promise<unknown> {
  const receipt = createReceipt(lark.takenWithinMs);
  const tenant = tenantOf(event);
  const there = app.in(tenant);
  const entering = enter(lark, there, tenant, { at: createdAt(event) }).then(() => true);
  const entered = await orNotTaken(lark, receipt, entering);
  return entered === null ? notTaken(there) : pressOrSubmit(lark, there, receipt, event);
}

/** The event could not be kept: Lark must not take it for received. */
export class NotKept extends Error {}

/** The one thing thrown is NotKept: over HTTP it becomes a 500, in the long connection the SDK makes a 500 of it, and Lark pushes again. */
function guarded(lark: Lark, app: RegisteredApp, type: string, work: Heard): Heard {
  return async (event) => {
    try {
      return await work(event);
    } catch (error) {
      lark.logger.error({ app: app.appId, type, error }, "lark.event_not_kept");
      throw new NotKept(type);
    }
  };
}

/** Milliseconds as text; events of version 1.0 say it in other ways and are not asked. */
function createdAt(event: unknown): Date | null {
  const said =
    typeof event === "object" && event !== null && "create_time" in event
      ? Number(event.create_time)
      : Number.NaN;
  return Number.isFinite(said) && said > 0 ? new Date(said) : null;
}

const tenantOf = (event: unknown): string =>
  typeof event === "object" &&
  event !== null &&
  "tenant_key" in event &&
  typeof event.tenant_key === "string"
    ? event.tenant_key
    : "";

/** The SDK logs whole events: what people typed. Only that something was logged is passed on. */
export function sdkLogger(lark: Lark) {
  const note = (level: "error" | "warn") => (): void =>
    lark.logger[level]({}, "lark.sdk_complained");
  const silent = (): void => {};
  return { error: note("error"), warn: note("warn"), info: silent, debug: silent, trace: silent };
}

export function receiveRoutes(
  lark: Lark,
  dispatchers: ReadonlyMap<RegisteredApp, EventDispatcher>,
): Hono {
  const routes = new Hono();
  for (const app of lark.apps.filter((each) => each.events === "webhook")) {
    const seen = createSeen();
    const refuse = (why: Refusal): void => {
      lark.logger.warn({ app: app.appId, why }, "lark.request_refused");
      lark.refused?.(why);
    };
    const tooBig = bodyLimit({
      maxSize: limits.requestBytes,
      onError: (c) => {
        refuse("too big");
        return c.text("refused", 413);
      },
    });
    routes.post(app.path, tooBig, async (c) => {
      const now = lark.wall.now();
      const headers = {
        timestamp: c.req.header("x-lark-request-timestamp"),
        nonce: c.req.header("x-lark-request-nonce"),
        signature: c.req.header("x-lark-signature"),
      };
      const checked = verify(app, headers, Buffer.from(await c.req.arrayBuffer()), now);
      if (checked.verified === "refused") {
        refuse(checked.why);
        return c.text("refused", 401);
      }
      if (checked.verified === "challenge") return c.json({ challenge: checked.challenge });
      if (!seen.first(checked.key, now.getTime())) {
        refuse("replayed");
        return c.text("refused", 401);
      }
      try {
        const answer: unknown = await dispatchers
          .get(app)
          ?.invoke(checked.body, { needCheck: false });
        return c.json(typeof answer === "object" && answer !== null ? answer : {});
      } catch {
        // Logged where it happened. Lark pushes it again, perhaps with this very signature.
        seen.forget(checked.key);
        return c.text("not kept", 500);
      }
    });
  }
  return routes;
}

/** Signatures of the last minutes: a second use of one is a replay. Kept in memory only: what it lets through is known by its key. */
function createSeen() {
  const until = new Map<string, number>();
  return {
    first(key: string, now: number): boolean {
      for (const [each, end] of until) {
        if (end > now) break;
        until.delete(each);
      }
      if (until.has(key)) return false;
      until.set(key, now + 2 * limits.signedMs);
      return true;
    },
    forget: (key: string): void => void until.delete(key),
  };
}
