// What the handlers of pages are given.
import type { Context } from "#src/bot/declare/practice";
import type { KernelStores } from "#src/ports/stores";
import type { PageMessages } from "./messages/en.ts";

export type PageStores = Pick<KernelStores, "visits" | "running" | "people">;
export type PageContext = Context<PageMessages, PageStores>;
