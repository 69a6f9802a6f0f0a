// What is said where others read along and nobody named the bot: only a line that cannot be ordinary talk is a command there.
// The rest is left alone, without a sign (operations.md: never noise in a channel).
import { isFor, type Person } from "#src/people/person";
import type { Incoming } from "../../declare/incoming.ts";
import type { DeclaredCommand } from "../../declare/registry.ts";
import type { Recognised } from "../../declare/verbs.ts";

/** Whether others read along and the bot was not named. */
export const isOverheard = (incoming: Incoming): boolean =>
  incoming.kind === "said" &&
  incoming.place !== undefined &&
  incoming.addressed !== true &&
  incoming.direct !== true;

/** Whether it was said or pressed where others read along: what comes of it is for the person alone. */
export const isInPlace = (incoming: Incoming): boolean =>
  (incoming.kind === "said" || incoming.kind === "pressed") && incoming.place !== undefined;

/**
 * A verb that is shown in help (not an alias: "today was good", "add Bob"), with nothing behind it where it takes nothing
 * ("目标达成了"), and right behind a Chinese verb only what starts a value or a name (报12万, 表扬@王磊; 报名了 is talk).
 */
export function isMeant(
  { command, word, rest, glued }: Recognised<DeclaredCommand>,
  person: Person,
): boolean {
  const { declaration, words } = command;
  const shown = [words.en[0], words.zh[0]].includes(word.toLowerCase());
  const takes = Object.keys(declaration.args).length > 0 && !declaration.aloneInPlaces;
  return (
    shown &&
    isFor(declaration.who, person) &&
    (takes || rest === "") &&
    (!glued || /^[\d+\-#@￥¥$€£]/u.test(rest))
  );
}
