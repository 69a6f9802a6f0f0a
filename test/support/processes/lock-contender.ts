// Takes and lets go the lock of a folder as it is told, in a process of its own.
import { z } from "zod";
import { FolderTaken, lockFolder, type FolderLock } from "#db/embedded/lock";

const told = z.object({ take: z.string().optional(), drop: z.boolean().optional() });
const say = (what: string): void => void process.send!(what);
let lock: FolderLock | null = null;
process.on("message", (message) => {
  const { take, drop } = told.parse(message);
  if (drop === true) {
    lock?.release();
    lock = null;
    say("dropped");
  } else if (take !== undefined) {
    lockFolder(take, () => process.exit(9)).then(
      (held) => {
        lock = held;
        say("held");
      },
      (error: unknown) => say(error instanceof FolderTaken ? "taken" : String(error)),
    );
  }
});
say("ready");
