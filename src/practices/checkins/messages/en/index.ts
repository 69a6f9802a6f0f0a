// What check-ins say in English, a file a part. The Chinese sentences are typed by these.
import type { Formatter } from "#src/language/format";
import { blockers } from "./blockers.ts";
import { cadence } from "./cadence.ts";
import { daily } from "./daily.ts";
import { form } from "./form.ts";
import { nudges } from "./nudges.ts";
import { team } from "./team.ts";
import { update } from "./update.ts";
import { weekly } from "./weekly.ts";

export const en = (f: Formatter) => ({
  ...weekly(f),
  ...form(f),
  ...team(f),
  ...blockers(f),
  ...cadence(),
  ...daily(f),
  ...nudges(f),
  ...update(f),
});

export type CheckinMessages = ReturnType<typeof en>;
