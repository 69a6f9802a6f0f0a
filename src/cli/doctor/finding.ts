// One line of doctor's.
import { z } from "zod";

/** `warns`: somebody should look, though the bot works. */
export const finding = z.object({
  what: z.string(),
  well: z.boolean(),
  warns: z.literal(true).optional(),
  says: z.string(),
});
export type Finding = Readonly<z.output<typeof finding>>;

/** What doctor prints is published by whoever asks for help: `names` of people, workspaces, companies, places, hosts only where they are asked for. */
export interface Shown {
  readonly names?: boolean | undefined;
}

/** What is called by a name, by its id alone unless names are asked for. */
export const called = (name: string | undefined, id: string, { names }: Shown): string =>
  names === true && name !== undefined && name !== "" && name !== id ? `${name} (${id})` : id;

export const well = (what: string, says: string): Finding => ({ what, well: true, says });
export const odd = (what: string, says: string): Finding => ({
  what,
  well: true,
  warns: true,
  says,
});
export const ill = (what: string, says: string): Finding => ({ what, well: false, says });
