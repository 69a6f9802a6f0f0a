// What other practices may add to the first line of everybody's home: the few things that are done every day.
import { defineExtensionPoint } from "#src/bot/declare/extension-point";
import type { Button } from "#src/view/card";

export interface Tool {
  /** The lower stands first; the first is the primary one. */
  readonly rank: number;
  readonly button: Button;
}

/** Somebody opens their home. */
export const atHand = defineExtensionPoint<object, Tool>("help.at-hand");
