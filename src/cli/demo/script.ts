// The words of a script: who does what, when by their own clock. A week is a list of these, to be read from top to bottom.
import { localDate, type LocalDate } from "#src/calendar/local-date";

export type Deed =
  | { readonly deed: "say"; readonly text: string }
  /** In the team's place, where others read along. */
  | { readonly deed: "say in team"; readonly text: string }
  | { readonly deed: "press"; readonly label: string }
  /** On the newest message with such a button in the team's place. */
  | { readonly deed: "press in team"; readonly label: string }
  /** Sends the form that is open: values by label. */
  | { readonly deed: "fill"; readonly values: Readonly<Record<string, string>> };

export type Beat =
  | { readonly beat: "scene"; readonly title: string }
  /** Days that nobody looks at: nothing comes until that day begins where the manager is. */
  | { readonly beat: "later"; readonly day: LocalDate }
  | {
      readonly beat: "at";
      readonly when: Moment;
      readonly who: string;
      readonly deeds: readonly Deed[];
    };

/** A day of the coming days and a time, by the clock of whoever acts: `Mon 09:05`. */
export type Moment = `${Day} ${number}:${number}`;
export const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
type Day = (typeof days)[number];

export const later = (day: string): Beat => ({ beat: "later", day: localDate(day) });
export const scene = (title: string): Beat => ({ beat: "scene", title });

/** Bare words are said to the bot in the own chat. Without deeds the clock only goes there. */
export function at(when: Moment, who: string, ...deeds: readonly (string | Deed)[]): Beat {
  return {
    beat: "at",
    when,
    who,
    deeds: deeds.map((each) => (typeof each === "string" ? { deed: "say", text: each } : each)),
  };
}

export const press = (label: string): Deed => ({ deed: "press", label });
export const pressInTeam = (label: string): Deed => ({ deed: "press in team", label });
export const fill = (values: Readonly<Record<string, string>>): Deed => ({ deed: "fill", values });
export const inTeam = (text: string): Deed => ({ deed: "say in team", text });
