// The buttons and the form of a dropped file, as part of the practice.
import { practiceOf } from "#src/bot/declare/practice";
import type { NumberStores } from "../context.ts";
import type { NumberMessages } from "../messages/en.ts";
import * as act from "./actions.ts";
import { askForColumns, columnsSaid, leaveIt, readInEncoding, storeRows } from "./drop-file.ts";

const { part, press, submit } = practiceOf<NumberMessages, NumberStores>();

export const dropped = part({
  commands: [],
  actions: [
    press(act.storeFile, "everyone", storeRows),
    press(act.leaveFile, "everyone", leaveIt),
    press(act.readAs, "everyone", readInEncoding),
    press(act.askColumns, "everyone", askForColumns),
  ],
  forms: [submit(act.saveColumns, "everyone", columnsSaid)],
});
