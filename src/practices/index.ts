// The table of contents of the product, in the order in which practices may build on each other.
import type { AnyPractice } from "#src/bot/practice";
import { goals } from "./goals/index.ts";
import { settings } from "./settings/index.ts";
import { setup } from "./setup/index.ts";

export const practices = [settings, setup, goals] as unknown as readonly AnyPractice[];
