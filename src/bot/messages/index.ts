// The house's own sentences in both languages.
import { en, type HouseMessages } from "./en.ts";
import { zh } from "./zh.ts";

export type { HouseMessages };
export const houseMessages = { en, zh };
