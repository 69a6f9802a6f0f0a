// What others may use of sync: pulling from a source, for the loop and the command that do it; and what was chosen of it.
import type { Language, Reader } from "#src/language/catalogue";
import { plainLine } from "#src/view/line";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import type { Trouble } from "./model.ts";

export { workOnSource, type Wish, type Worked } from "./pull/work.ts";
export { troubleOf } from "./pull/work.ts";
export { lacksWon } from "./rules/outcome.ts";
export { proposalOf } from "./rules/propose.ts";
export { mendOf } from "./rules/mend.ts";
export type { PullReport, SourceState, Trouble } from "./model.ts";

/** What is wrong, in the words of the chat: for a terminal and for doctor. */
export const troubleSays = (trouble: Trouble, language: Language, reader: Reader): string =>
  plainLine(language.speak({ en, zh }, reader).trouble(trouble));
