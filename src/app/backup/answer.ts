// What the running bot answers to the tools that make backups and bring them back.
import { z } from "zod";
import { createBackupLog } from "#db/backup/events";
import { asRefusal } from "#db/backup/file";
import { resume, type HeldBack } from "#db/backup/held-back";
import { BackupRefused, type Database } from "#db/client";

export const backupQuestions = [
  /** An absolute path, or nothing where only is asked whether somebody answers. */
  z.object({ ask: z.literal("copy"), to: z.string().nullable() }),
  z.object({
    ask: z.literal("noteBackup"),
    turn: z.string().nullable(),
    what: z.enum(["backup", "proof"]),
    went: z.boolean(),
    of: z.coerce.date().nullable(),
    says: z.string(),
  }),
  z.object({ ask: z.literal("resume"), how: z.enum(["send", "drop"]) }),
] as const;
export type BackupQuestion = z.output<(typeof backupQuestions)[number]>;

export async function answerBackup(question: BackupQuestion, database: Database): Promise<string> {
  switch (question.ask) {
    case "copy":
      return question.to === null ? "copied" : copy(question.to, database);
    case "noteBackup":
      await createBackupLog(database).note(question, question.turn ?? undefined);
      return "noted";
    case "resume":
      return resumed(await resume(database, question.how), question.how);
  }
}

/** Why it did not come about is for whoever asked; it is no matter of the bot's. */
async function copy(to: string, database: Database): Promise<string> {
  try {
    await database.copyTo(to);
    return "copied";
  } catch (error) {
    const refusal = asRefusal(error, to);
    if (refusal instanceof BackupRefused) return refusal.message;
    throw error;
  }
}

export function resumed({ messages, reminders, events }: HeldBack, how: "send" | "drop"): string {
  if (messages + reminders + events === 0) return "Nothing is held back.";
  const what = `${messages} ${messages === 1 ? "message" : "messages"} and ${reminders} ${reminders === 1 ? "reminder" : "reminders"}`;
  return how === "send"
    ? `${what} go out now; reminders that are more than four hours late are let go.`
    : `${what} were let go.`;
}
