// 主屋自己说的话，一个文件讲一件事。
import type { Formatter } from "#src/language/format";
import type { HouseMessages } from "../en/index.ts";
import { disconnected } from "./disconnected.ts";
import { fields } from "./fields.ts";
import { help } from "./help.ts";
import { members } from "./members.ts";
import { reminders } from "./reminders.ts";
import { replies } from "./replies.ts";
import { requests } from "./requests.ts";

export const zh = (f: Formatter): HouseMessages => ({
  ...replies(f),
  ...help(),
  ...members(f),
  ...disconnected(),
  ...requests(),
  ...reminders(f),
  ...fields(),
});
