// The buttons and forms of sync.
import { z } from "zod";
import { defineAction } from "#src/view/action";

const source = z.object({ source: z.string().max(100) });

export const showStatus = defineAction("sync.status", 1, z.object({}));
export const openSource = defineAction("sync.open", 1, source);
export const testSource = defineAction("sync.test", 1, source);
export const tryPull = defineAction("sync.try", 1, source);
export const pullNow = defineAction("sync.pull", 1, source);
export const pullAll = defineAction("sync.pull-all", 1, source);
export const switchSource = defineAction("sync.switch", 1, source.extend({ on: z.boolean() }));
export const askWhatCounts = defineAction("sync.ask-counts", 1, source);
export const saveWhatCounts = defineAction("sync.counts", 1, source);
export const askDetails = defineAction("sync.ask-details", 1, source);
export const saveDetails = defineAction("sync.details", 1, source);
