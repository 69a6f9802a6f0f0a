// What is asked of npm run person, in one shape for the socket and for a house opened for it.
import { z } from "zod";

export const personAsked = z.object({
  ask: z.literal("person"),
  verb: z.enum(["export", "erase"]),
  /** Their id; a name or an address is answered with the ids it may mean. */
  who: z.string().min(1).max(320),
  /** An absolute path of the file; null: it is only said what would be in it. */
  out: z.string().nullable(),
  apply: z.boolean(),
});
export type PersonAsked = z.output<typeof personAsked>;

/** 0: done, or what would be done. 3: refused. */
export interface PersonAnswer {
  readonly code: 0 | 3;
  readonly says: string;
}
