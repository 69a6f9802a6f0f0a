// What events of Lark have in common: whose they are, in which language, and names for what is sent because of them.
import { createHash } from "node:crypto";
import type { Locale } from "#src/language/text";
import type { AppSettings } from "../install/app-settings.ts";

/** A person of another company, in a chat that spans both. */
export const isForeign = (theirs: string | undefined, ours: string): boolean =>
  theirs !== undefined && theirs !== "" && ours !== "" && theirs !== ours;

/** Before anybody said a word: what most people of that cloud read. */
export const localeOfApp = (app: Pick<AppSettings, "brand">): Locale =>
  app.brand === "feishu" ? "zh" : "en";

/** Lark's `uuid` is at most 50 characters. */
export const nameOf = (what: string, key: string): string =>
  `${what}-${createHash("sha256").update(key).digest("hex").slice(0, 40)}`;
