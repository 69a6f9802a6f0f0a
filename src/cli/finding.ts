// One line of doctor's.
import { z } from "zod";

export const finding = z.object({ what: z.string(), well: z.boolean(), says: z.string() });
export type Finding = Readonly<z.output<typeof finding>>;

export const well = (what: string, says: string): Finding => ({ what, well: true, says });
export const ill = (what: string, says: string): Finding => ({ what, well: false, says });
