// A form: top-level, never inside a card, since some surfaces know forms only at a card's root. Choices of people come from
// our own directory, since half a team may live on the other platform.
import type { LocalDate } from "#src/calendar/local-date";
import type { BoundAction } from "./action.ts";
import { toLine, type Line, type Lineish } from "./line.ts";

export interface Option {
  readonly value: string;
  readonly label: Line;
}

interface FieldBase {
  readonly name: string;
  readonly label: Line;
  readonly hint?: Line;
  readonly required: boolean;
}

export type Field =
  | (FieldBase & {
      readonly field: "text" | "longText";
      readonly initial?: string;
      readonly max: number;
    })
  | (FieldBase & { readonly field: "number" | "amount"; readonly initial?: string })
  | (FieldBase & {
      readonly field: "date";
      readonly initial?: LocalDate;
      /** What may be typed, where there is no picker alone. */
      readonly words?: Line;
    })
  | (FieldBase & {
      readonly field: "choice" | "person";
      readonly options: readonly Option[];
      readonly initial?: string;
      /** Of a person only. */
      readonly picks?: Picks;
    })
  | (FieldBase & {
      readonly field: "choices" | "people";
      readonly options: readonly Option[];
      readonly initial?: readonly string[];
      /** Of people only. */
      readonly picks?: Picks;
    })
  | (FieldBase & { readonly field: "yesNo"; readonly initial?: boolean });

/**
 * Whom a field of people may take beside our directory. `anyone`: whoever is in the workspace, where the surface has a picker of its own;
 * the options are our directory, for every other surface. `accounts`: the options are accounts of the platform, as its directory told.
 * Who is picked so comes back as a person of ours, met if need be.
 */
export type Picks = "anyone" | "accounts";

export interface Form {
  readonly title: Line;
  readonly intro?: Line;
  readonly fields: readonly Field[];
  readonly submit: Line;
  readonly act: BoundAction;
  /** Who will see what is written here. Every form says so. */
  readonly sees: Line;
}

/** What comes back: text for single values ("" when left empty, "yes"/"no" for yesNo), lists for many. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** Field name to the sentence that says what to mend. */
export type FieldErrors = Readonly<Record<string, Line>>;

export interface FormParts {
  readonly title: Lineish;
  readonly intro?: Lineish | undefined;
  readonly fields: readonly (Field | undefined)[];
  readonly submit: Lineish;
  readonly act: BoundAction;
  readonly sees: Lineish;
}

export function form(parts: FormParts): Form {
  return {
    title: toLine(parts.title),
    ...(parts.intro === undefined ? {} : { intro: toLine(parts.intro) }),
    fields: parts.fields.filter((each) => each !== undefined),
    submit: toLine(parts.submit),
    act: parts.act,
    sees: toLine(parts.sees),
  };
}

interface Asked<Initial> {
  readonly hint?: Lineish | undefined;
  readonly required?: boolean;
  readonly initial?: Initial | undefined;
}

interface Picking {
  readonly picks?: Picks | undefined;
}

const picking = ({ picks }: Picking): { readonly picks?: Picks } =>
  picks === undefined ? {} : { picks };

export function textField(
  name: string,
  label: Lineish,
  asked: Asked<string> & { max?: number } = {},
): Field {
  return { field: "text", max: asked.max ?? 200, ...base(name, label, asked), ...initial(asked) };
}
export function longTextField(
  name: string,
  label: Lineish,
  asked: Asked<string> & { max?: number } = {},
): Field {
  return {
    field: "longText",
    max: asked.max ?? 2000,
    ...base(name, label, asked),
    ...initial(asked),
  };
}
export function inputField(
  field: "number" | "amount",
  name: string,
  label: Lineish,
  asked: Asked<string> = {},
): Field {
  return { field, ...base(name, label, asked), ...initial(asked) };
}
export function dateField(
  name: string,
  label: Lineish,
  asked: Asked<LocalDate> & { readonly words?: Lineish } = {},
): Field {
  return {
    field: "date",
    ...base(name, label, asked),
    ...initial(asked),
    ...(asked.words === undefined ? {} : { words: toLine(asked.words) }),
  };
}
export function choiceField(
  field: "choice" | "person",
  name: string,
  label: Lineish,
  options: readonly Option[],
  asked: Asked<string> & Picking = {},
): Field {
  return { field, options, ...base(name, label, asked), ...initial(asked), ...picking(asked) };
}
export function choicesField(
  field: "choices" | "people",
  name: string,
  label: Lineish,
  options: readonly Option[],
  asked: Asked<readonly string[]> & Picking = {},
): Field {
  return { field, options, ...base(name, label, asked), ...initial(asked), ...picking(asked) };
}
export function yesNoField(name: string, label: Lineish, asked: Asked<boolean> = {}): Field {
  return { field: "yesNo", ...base(name, label, asked), ...initial(asked) };
}

export const option = (value: string, label: Lineish): Option => ({ value, label: toLine(label) });

function base(name: string, label: Lineish, asked: Asked<unknown>): FieldBase {
  return {
    name,
    label: toLine(label),
    required: asked.required ?? false,
    ...(asked.hint === undefined ? {} : { hint: toLine(asked.hint) }),
  };
}

function initial<Initial>(asked: Asked<Initial>): { readonly initial?: Initial } {
  return asked.initial === undefined ? {} : { initial: asked.initial };
}
