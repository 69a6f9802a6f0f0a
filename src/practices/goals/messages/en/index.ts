// What goals say in English, a file a part. The Chinese sentences are typed by these.
import type { Formatter } from "#src/language/format";
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
import { team } from "../team/en.ts";
import { turnover } from "./turnover.ts";

export const en = (f: Formatter) => ({
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

export type GoalMessages = ReturnType<typeof en>;
