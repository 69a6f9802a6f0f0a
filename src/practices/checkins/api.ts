// What other practices may read of check-ins: who is stuck with what; and what may be added where somebody reads their own blocker.
import { defineExtensionPoint } from "#src/bot/declare/extension-point";
import type { Blocker } from "./model.ts";
import type { CheckinStore } from "./store.ts";

export type BlockerReader = Pick<CheckinStore, "openBlockers">;

/** Somebody's own open blocker, just said or listed. */
export const stuckWith = defineExtensionPoint<{
  readonly blocker: Pick<Blocker, "id" | "text">;
}>("checkins.stuck-with");
