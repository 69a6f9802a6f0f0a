// The words of the interface itself; what the bot says comes from the practices.
import type { Catalogue } from "#src/language/catalogue";
import { en, type WebMessages } from "./en.ts";
import { zh } from "./zh.ts";

export type { WebMessages } from "./en.ts";

export const webMessages: Catalogue<WebMessages> = { en, zh };
