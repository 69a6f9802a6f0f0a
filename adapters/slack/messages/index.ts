// The words of the surface itself; what the bot says comes from the practices.
import type { Catalogue } from "#src/language/catalogue";
import { en, type SlackMessages } from "./en.ts";
import { zh } from "./zh.ts";

export type { SlackMessages } from "./en.ts";

export const slackMessages: Catalogue<SlackMessages> = { en, zh };
