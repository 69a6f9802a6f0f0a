// The house's own sentences in both languages.
import { en, type HouseMessages } from "./en/index.ts";
import { zh } from "./zh/index.ts";

export type { HouseMessages };
export const houseMessages = { en, zh };
