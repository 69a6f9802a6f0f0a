// What setup says in English, a file a part. The Chinese sentences are typed by these.
import type { Formatter } from "#src/language/format";
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

export const en = (f: Formatter) => ({
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

export type SetupMessages = ReturnType<typeof en>;
