// What to do about a trouble over there, in that CRM's own words; of what only we can notice it says nothing.
import type { Both } from "#src/language/catalogue";
import type { CrmAbout } from "#src/ports/crm";
import type { Trouble } from "../model.ts";

export function mendOf({ kind }: Trouble, { mend }: Pick<CrmAbout, "mend">): Both<string> | null {
  if (kind === "other-organisation" || kind === "shrunk" || kind === "failed") return null;
  return mend[kind] ?? null;
}
