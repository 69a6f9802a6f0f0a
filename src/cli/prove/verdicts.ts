// What a platform's judge said, written down with its day: one line each, with the very payload it judged, so that anyone can ask again.
import { writeFile } from "node:fs/promises";

export interface Complaint {
  readonly code: string;
  /** Where in the payload; "" where the judge does not say. */
  readonly at: string;
  readonly says: string;
}

export interface Verdict {
  readonly judge: string;
  readonly judged: string;
  readonly name: string;
  readonly locale: string;
  /** message, form, home or manifest. */
  readonly as: string;
  readonly taken: boolean;
  readonly complaints: readonly Complaint[];
  readonly payload: unknown;
}

/** No verdict could be had: a token that is not taken, a scope that is missing, nobody there. */
export class NoJudge extends Error {}

export async function writeVerdicts(path: string, verdicts: readonly Verdict[]): Promise<void> {
  await writeFile(path, verdicts.map((each) => `${JSON.stringify(each)}\n`).join(""));
}

/** In a few lines: how many were taken, and each that was not. */
export function verdictsSay(verdicts: readonly Verdict[]): string {
  const refused = verdicts.filter(({ taken }) => !taken);
  const lines = refused.map(
    ({ name, locale, as, complaints }) =>
      `refused: ${as} "${name}" (${locale}): ${complaints.map(({ code, at, says }) => [code, at, says].filter((each) => each !== "").join(" ")).join("; ")}`,
  );
  return [
    ...lines,
    `${verdicts.length - refused.length} taken, ${refused.length} refused.`,
    "",
  ].join("\n");
}
