// What npm run import asks of the house: a file on this machine, and what it does not tell itself.
import { z } from "zod";
import { isDecimalText } from "#src/language/decimal";
import { dealRoles } from "#src/practices/deals/api";
import { columnRoles } from "#src/practices/numbers/api";
import { encodings } from "#src/ports/tables";

export const importAsked = z.object({
  ask: z.literal("import"),
  file: z.string(),
  metric: z.string().nullable(),
  organisation: z.string().nullable(),
  source: z.string().nullable(),
  /** Deals, and no figures that add up. */
  deals: z.boolean().default(false),
  columns: z.partialRecord(z.enum([...columnRoles, ...dealRoles]), z.string()).nullable(),
  headerRow: z.number().int().positive().nullable(),
  dates: z.enum(["ymd", "dmy", "mdy"]).nullable(),
  decimal: z.enum([".", ","]).nullable(),
  unit: z.string().refine(isDecimalText).nullable(),
  encoding: z.enum(encodings).nullable(),
  sheet: z.string().nullable(),
  won: z.array(z.string()).nullable(),
  lost: z.array(z.string()).nullable(),
  apply: z.boolean(),
  skipRejected: z.boolean(),
  json: z.boolean(),
});
export type ImportAsked = z.output<typeof importAsked>;
