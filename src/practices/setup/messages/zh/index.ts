// 初始设置的中文，一个文件讲一件事。
import type { Formatter } from "#src/language/format";
import type { SetupMessages } from "../en/index.ts";
import { departments } from "./departments.ts";
import { following } from "./following.ts";
import { metrics } from "./metrics.ts";
import { organisation } from "./organisation.ts";
import { overview } from "./overview.ts";
import { pilots } from "./pilots.ts";
import { places } from "./places.ts";
import { rules } from "./rules.ts";
import { switches } from "./switches.ts";
import { teams } from "./teams.ts";

export const zh = (f: Formatter): SetupMessages => ({
  ...overview(),
  ...organisation(),
  ...switches(f),
  ...metrics(f),
  ...teams(f),
  ...departments(f),
  ...following(),
  ...places(),
  ...rules(),
  ...pilots(f),
});
