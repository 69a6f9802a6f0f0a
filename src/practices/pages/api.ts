// What other practices may add to what an admin sees of how it runs: a line for each source something comes from.
import { defineExtensionPoint } from "#src/bot/declare/extension-point";
import type { Row } from "#src/view/card";

/** An admin opens their home. */
export const sources = defineExtensionPoint<object, Row>("pages.sources");
