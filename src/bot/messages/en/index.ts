// What the house itself says, a file a part. The Chinese sentences are typed by these.
import type { Formatter } from "#src/language/format";
import { disconnected } from "./disconnected.ts";
import { fields } from "./fields.ts";
import { help } from "./help.ts";
import { members } from "./members.ts";
import { reminders } from "./reminders.ts";
import { replies } from "./replies.ts";
import { requests } from "./requests.ts";

export const en = (f: Formatter) => ({
  ...replies(f),
  ...help(),
  ...members(f),
  ...disconnected(),
  ...requests(),
  ...reminders(f),
  ...fields(),
});

export type HouseMessages = ReturnType<typeof en>;
