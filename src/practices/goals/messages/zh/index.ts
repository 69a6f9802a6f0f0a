// 目标这一项的中文，一个文件讲一件事。
import type { Formatter } from "#src/language/format";
import type { GoalMessages } from "../en/index.ts";
import { agree } from "./agree.ts";
import { close } from "./close.ts";
import { define } from "./define.ts";
import { form } from "./form.ts";
import { goal } from "./goal.ts";
import { history } from "./history.ts";
import { asking, log, noted } from "./log.ts";
import { nudges } from "./nudges.ts";
import { split } from "./split.ts";
import { status } from "./status.ts";
import { team } from "../team/zh.ts";
import { turnover } from "./turnover.ts";

export const zh = (f: Formatter): GoalMessages => ({
  ...goal(f),
  ...log(f),
  ...asking(f),
  ...noted(f),
  ...define(f),
  ...form(),
  ...agree(f),
  ...close(f),
  ...history(f),
  ...status(f),
  ...team(f),
  ...split(f),
  ...turnover(f),
  ...nudges(f),
});
