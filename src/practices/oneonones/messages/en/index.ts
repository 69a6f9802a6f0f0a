// What one-on-ones say in English, a file a part. The Chinese sentences are typed by these.
import type { Formatter } from "#src/language/format";
import { around } from "./around.ts";
import { notes } from "./notes.ts";
import { nudges } from "./nudges.ts";
import { pair } from "./pair.ts";
import { steps } from "./steps.ts";
import { topics } from "./topics.ts";

export const en = (f: Formatter) => ({
  ...pair(f),
  ...topics(f),
  ...steps(f),
  ...notes(f),
  ...nudges(f),
  ...around(),
});

export type OneOnOneMessages = ReturnType<typeof en>;
