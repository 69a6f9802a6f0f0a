// The buttons and forms of deals.
import { z } from "zod";
import { defineAction } from "#src/view/action";
import type { DealId } from "./model.ts";

const deal = z.object({ deal: z.uuid().transform((text) => text as DealId) });

export const showDeals = defineAction("deals.show", 1, z.object({ person: z.uuid().nullable() }));
export const showCheck = defineAction("deals.check", 1, z.object({}));
export const askReal = defineAction("deals.ask-real", 1, deal);
export const saveReal = defineAction("deals.real", 1, deal);
export const wakeDeal = defineAction("deals.wake", 1, deal);
