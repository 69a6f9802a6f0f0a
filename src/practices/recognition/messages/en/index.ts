// What recognition says in English, a file a part. The Chinese sentences are typed by these.
import type { Formatter } from "#src/language/format";
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

export const en = (f: Formatter) => ({
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

export type RecognitionMessages = ReturnType<typeof en>;
