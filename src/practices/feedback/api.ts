// What other practices may add where somebody reads feedback they got.
import { defineExtensionPoint } from "#src/bot/declare/extension-point";
import type { Feedback } from "./model.ts";

/** Its receiver opened it. */
export const readingFeedback = defineExtensionPoint<{
  readonly feedback: Pick<Feedback, "id" | "fromName">;
}>("feedback.reading");
