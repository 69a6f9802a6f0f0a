// What npm run sync asks of the house.
import { z } from "zod";
import { isLocalDate, type LocalDate } from "#src/calendar/local-date";

export const syncAsked = z.object({
  ask: z.literal("sync"),
  /** As it is typed. */
  crm: z.string().nullable(),
  organisation: z.string().nullable(),
  /** once: a pull now. Without it, one where it is due. */
  once: z.boolean(),
  full: z.boolean(),
  since: z
    .string()
    .refine(isLocalDate)
    .transform((text) => text as LocalDate)
    .nullable(),
  dryRun: z.boolean(),
  describe: z.boolean(),
  json: z.boolean(),
});
export type SyncAsked = z.output<typeof syncAsked>;
