// What the product can do for the person who asks: for practices that tell people of the others.
import type { Card } from "#src/view/card";
import type { Line } from "#src/view/line";
import type { CommandHelp, VerbWords } from "./verbs.ts";

/** Under what help lists a verb. What only managers and admins may use stands under `team`, wherever it is declared. */
export const helpGroups = ["team", "goals", "week", "people", "own"] as const;
export type HelpGroup = (typeof helpGroups)[number];

/** A verb this person may use, with its help in their language. */
export interface ListedCommand {
  readonly name: string;
  readonly words: VerbWords;
  readonly help: CommandHelp;
  readonly group: HelpGroup;
  /** Its place at the head of its group; null for what stands behind "more". */
  readonly first: number | null;
  /** Whether it only shows something: then its example may be a button. */
  readonly looks: boolean;
}

/** An organisation may do without it: an admin switches it off and on in setup. What it keeps stays. */
export interface Switchable<Messages> {
  readonly begins: "on" | "off";
  /** What it is called where it is switched; the first is shown, the rest are understood too, and its name. */
  readonly called: VerbWords;
  /** One sentence for whoever asks for it while it is off. */
  readonly isOff: (t: Messages) => Line;
}

/** A practice that an admin may switch off and on. */
export interface ListedSwitch {
  readonly name: string;
  readonly called: VerbWords;
  readonly on: boolean;
}

export interface ProductGuide {
  /** The verbs of this person, in the order of the practices. */
  commands(): readonly ListedCommand[];
  /** The command a line begins with, and what stands behind its verb; null where it begins with none, or none of theirs. */
  recognise(
    line: string,
  ):
    | { readonly command: ListedCommand; readonly rest: string }
    | { readonly off: Line }
    | "not theirs"
    | null;
  /** The verb of theirs that was probably meant. */
  nearest(line: string): string | null;
  /** Their home, composed from the practices' sections. */
  home(): Promise<readonly Card[]>;
  /** What may be switched off here. */
  switches(): readonly ListedSwitch[];
  /** What reminds them unasked: the name of each nudge with what it is called. */
  nudges(): ReadonlyMap<string, Line>;
}
