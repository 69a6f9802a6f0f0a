// One line of doctor's.
import { z } from "zod";

/** `warns`: somebody should look, though the bot works. */
export const finding = z.object({ what: z.string(), well: z.boolean(), warns: z.literal(true).optional(), says: z.string() });
export type Finding = Readonly<z.output<typeof finding>>;

export const well = (what: string, says: string): Finding => ({ what, well: true, says });
export const odd = (what: string, says: string): Finding => ({ what, well: true, warns: true, says });
export const ill = (what: string, says: string): Finding => ({ what, well: false, says });
