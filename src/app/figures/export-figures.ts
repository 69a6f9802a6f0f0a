// npm run export, answered where the database is: every figure of an organisation, written to a file on this machine.
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { z } from "zod";
import { isLocalDate, type LocalDate } from "#src/calendar/local-date";
import { filesSource } from "#src/practices/goals/api";
import { csvOf, fileWords } from "#src/practices/numbers/api";
import type { ImportAnswer, ImportParts } from "../tools/import-parts.ts";
import { organisationCalled } from "./which-organisation.ts";

const day = z
  .string()
  .refine(isLocalDate)
  .transform((text) => text as LocalDate)
  .nullable();

export const exportAsked = z.object({
  ask: z.literal("export"),
  /** An absolute path; null: the terminal. */
  out: z.string().nullable(),
  organisation: z.string().nullable(),
  from: day,
  to: day,
});
export type ExportAsked = z.output<typeof exportAsked>;

/** Without a file everything is in the answer. */
export async function answerExport(
  { out, organisation, from, to }: ExportAsked,
  { stores, now }: ImportParts,
): Promise<ImportAnswer> {
  if (from !== null && to !== null && from > to)
    return { code: 3, says: "--from lies behind --to." };
  const where = await organisationCalled(organisation, stores);
  if (!("id" in where)) return where;
  const figures = csvOf(
    (asked) => stores.inOrganisation(where.id, (own) => own.figures.figures(asked)),
    { of: null, from, to },
    fileWords.en,
    filesSource,
  );
  let rows = 0;
  const written: string[] = [];
  const file = out === null ? null : createWriteStream(out, { flags: "wx", mode: 0o600 });
  try {
    if (file) await once(file, "open");
    for await (const piece of figures) {
      rows += piece.rows;
      if (file === null) written.push(piece.text);
      else if (!file.write(piece.text)) await once(file, "drain");
    }
    if (file) await finished(file.end());
  } catch (error) {
    file?.destroy();
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      return { code: 3, says: `${out} is there already: name another file.` };
    throw error;
  }
  await stores.inOrganisation(where.id, ({ audit }) =>
    audit.record({
      act: "numbers.exported",
      by: "operator",
      about: null,
      at: now(),
      detail: { rows: String(rows) },
    }),
  );
  return {
    code: 0,
    says: out === null ? written.join("") : `${rows} ${rows === 1 ? "row" : "rows"} in ${out}.`,
  };
}
