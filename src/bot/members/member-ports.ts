// What those who come, change and leave are seen to with.
import type { AdminSource } from "#src/people/admission";
import type { ChangedBy } from "#src/people/store";
import type { Clock } from "#src/ports/process/clock";
import type { BotPorts } from "../bot-ports.ts";

export type MemberPorts = Pick<
  BotPorts,
  "stores" | "clock" | "chance" | "language" | "logger" | "admins"
>;

/** Who changed it, for the trail: an address is named by the operator; all else their platform tells. */
export const toldBy = (clock: Clock, by: AdminSource | null = null): ChangedBy => ({
  by: by === "email" ? "operator" : "platform",
  at: clock.now(),
});
