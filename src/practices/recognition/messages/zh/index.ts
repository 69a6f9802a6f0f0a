// 表扬这一项的中文，一个文件讲一件事。
import type { Formatter } from "#src/language/format";
import type { RecognitionMessages } from "../en/index.ts";
import { cheer } from "./cheer.ts";
import { nudges } from "./nudges.ts";
import { points } from "./points.ts";
import { praise } from "./praise.ts";
import { shout } from "./shout.ts";
import { values } from "./values.ts";
import { wall } from "./wall.ts";
import { where } from "./where.ts";
import { wins } from "./wins.ts";
import { wishes } from "./wishes.ts";

export const zh = (f: Formatter): RecognitionMessages => ({
  ...shout(f),
  ...praise(f),
  ...where(),
  ...cheer(),
  ...wins(f),
  ...wishes(),
  ...wall(f),
  ...values(),
  ...points(f),
  ...nudges(f),
});
