// 一对一的中文，一个文件讲一件事。
import type { Formatter } from "#src/language/format";
import type { OneOnOneMessages } from "../en/index.ts";
import { around } from "./around.ts";
import { notes } from "./notes.ts";
import { nudges } from "./nudges.ts";
import { pair } from "./pair.ts";
import { steps } from "./steps.ts";
import { topics } from "./topics.ts";

export const zh = (f: Formatter): OneOnOneMessages => ({
  ...pair(f),
  ...topics(f),
  ...steps(f),
  ...notes(f),
  ...nudges(f),
  ...around(),
});
