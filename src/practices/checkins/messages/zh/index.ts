// 周报这一项的中文，一个文件讲一件事。
import type { Formatter } from "#src/language/format";
import type { CheckinMessages } from "../en/index.ts";
import { blockers } from "./blockers.ts";
import { cadence } from "./cadence.ts";
import { daily } from "./daily.ts";
import { form } from "./form.ts";
import { nudges } from "./nudges.ts";
import { team } from "./team.ts";
import { update } from "./update.ts";
import { weekly } from "./weekly.ts";

export const zh = (f: Formatter): CheckinMessages => ({
  ...weekly(f),
  ...form(f),
  ...team(f),
  ...blockers(f),
  ...cadence(),
  ...daily(f),
  ...nudges(f),
  ...update(f),
});
