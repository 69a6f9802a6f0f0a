// Files in and out, as part of the practice: the verb, the buttons and the form.
import { practiceOf } from "#src/bot/declare/practice";
import type { NumberStores } from "../context.ts";
import type { NumberMessages } from "../messages/en.ts";
import { exportFigures } from "../export/ask.ts";
import * as act from "./actions.ts";
import { askForColumns, columnsSaid, leaveIt, readInEncoding, storeRows } from "./drop-file.ts";

const { part, command, press, submit } = practiceOf<NumberMessages, NumberStores>();

export const dropped = part({
  commands: [
    command({
      name: "numbers.export",
      words: { en: ["export", "export data"], zh: ["导出数据", "导出业绩"] },
      help: (t) => t.file.helpExport(),
      aloneInPlaces: true,
      handle: exportFigures,
    }),
  ],
  actions: [
    press(act.storeFile, "everyone", storeRows),
    press(act.leaveFile, "everyone", leaveIt),
    press(act.readAs, "everyone", readInEncoding),
    press(act.askColumns, "everyone", askForColumns),
  ],
  forms: [submit(act.saveColumns, "everyone", columnsSaid)],
});
