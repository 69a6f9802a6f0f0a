// A form as a card: a form container at its root. What was typed comes back with the submission and is put into the form again
// when something in it is to be mended, with a red line below the field.
import { z } from "zod";
import { isLocalDate } from "#src/calendar/local-date";
import type { Json } from "#src/view/action";
import type { Field, FieldErrors, Form, FormValues, Option } from "#src/view/form";
import { plainLine, type Line } from "#src/view/line";
import { submissionValue, submitName, type Opening } from "../door/action-codec.ts";
import { plainText, type CardJson, type ElementJson, type OptionJson } from "./card-json.ts";
import { fitting } from "./fit.ts";
import { limits, type Room } from "./limits.ts";
import type { LarkMessages } from "../messages/index.ts";
import { renderLine, renderPlain, renderPrefixed, renderWithin } from "./line.ts";

/** What stands in the fields, and what is wrong with it. */
export interface Filled {
  readonly values?: FormValues | undefined;
  readonly errors?: FieldErrors | undefined;
  /** A refusal that belongs to no field. */
  readonly error?: Line | undefined;
}

const soft = { text_size: "notation", text_color: "grey" } as const;
const red = { text_size: "notation", text_color: "red" } as const;

export function renderForm(
  form: Form,
  opening: Opening,
  t: LarkMessages,
  filled: Filled = {},
): CardJson {
  return fitting((room) => renderIn(room, form, opening, t, filled));
}

function renderIn(
  room: Room,
  form: Form,
  opening: Opening,
  t: LarkMessages,
  filled: Filled,
): CardJson {
  const errors = Object.entries(filled.errors ?? {}).filter(([, line]) => plainLine(line) !== "");
  const general: Line | undefined =
    filled.error ?? (errors.length > 0 ? [t.mendForm()] : undefined);
  const kept = shrunk(form, room, filled.values);
  const fields = kept.fields.flatMap((field, i) =>
    renderField(field, i, {
      room,
      t,
      values: filled.values,
      error: errors.find(([name]) => name === field.name)?.[1],
    }),
  );
  const dropped = kept.fields.some(
    (field, i) =>
      "options" in field && field.options.length < (form.fields[i] as typeof field).options.length,
  );
  return {
    schema: "2.0",
    config: { update_multi: true, summary: { content: renderWithin(form.title, 120) } },
    header: { title: plainText(renderPlain(form.title, room.label, t)), template: "blue" },
    body: {
      elements: [
        ...(form.intro ? [renderLine(form.intro, room.text, t)] : []),
        ...(general === undefined
          ? []
          : [{ ...renderLine(general, room.text, t, red), element_id: "error_general" }]),
        {
          tag: "form",
          name: "form",
          elements: [
            ...fields,
            ...(dropped ? [renderLine([t.formLines()], room.label, t, soft)] : []),
            {
              tag: "button",
              name: submitName(opening.attempt),
              text: plainText(renderWithin(form.submit, limits.button)),
              type: "primary_filled",
              form_action_type: "submit",
              behaviors: [
                { type: "callback", value: submissionValue(form, opening, packForm(kept)) },
              ],
            },
          ],
        },
        renderPrefixed("◔ ", form.sees, room.text, t, soft),
      ],
    },
  };
}

interface Drawing {
  readonly room: Room;
  readonly t: LarkMessages;
  readonly values: FormValues | undefined;
  readonly error: Line | undefined;
}

/** Element ids carry the kind of the field: Lark wants them unique, a letter first, at most 20 characters. */
function renderField(field: Field, at: number, drawing: Drawing): ElementJson[] {
  const { room, t, error } = drawing;
  const label = field.required
    ? renderPlain(field.label, room.label, t)
    : t.optional(renderPlain(field.label, room.label, t));
  return [
    ...(field.field === "yesNo"
      ? []
      : [{ tag: "div", element_id: `label_${at}`, text: plainText(label) } as const]),
    renderControl(field, at, label, drawing),
    ...cutOff(field, drawing),
    ...(field.hint
      ? [{ ...renderLine(field.hint, room.text, t, soft), element_id: `hint_${at}` }]
      : []),
    ...(error ? [{ ...renderLine(error, room.text, t, red), element_id: `error_${at}` }] : []),
  ];
}

/** An input holds so much and no more: what did not fit is said, never lost in silence. */
function cutOff(field: Field, { t, values }: Drawing): ElementJson[] {
  const left =
    "options" in field || field.field === "yesNo" || field.field === "date"
      ? 0
      : [...textOf(field, values)].length - limits.input;
  return left > 0 ? [{ tag: "div", text: plainText(t.cut(left), soft) }] : [];
}

function textOf(
  field: Extract<Field, { initial?: string }>,
  values: FormValues | undefined,
): string {
  const given = values?.[field.name];
  return typeof given === "string" ? given : (field.initial ?? "");
}

function renderControl(
  field: Field,
  at: number,
  label: string,
  { t, values }: Drawing,
): ElementJson {
  const control = {
    element_id: `${field.field}_${at}`,
    name: field.name,
    ...(field.required ? { required: true } : {}),
  };
  switch (field.field) {
    case "text":
    case "longText":
    case "number":
    case "amount":
      return { tag: "input", ...control, ...inputOf(field, values), width: "fill" };
    case "date": {
      const day = textOf(field, values);
      return {
        tag: "date_picker",
        ...control,
        placeholder: plainText(t.choose()),
        width: "fill",
        ...(isLocalDate(day) ? { initial_date: day } : {}),
      };
    }
    case "choice":
    case "person": {
      const [chosen] = chosenIn(field, values);
      return {
        tag: "select_static",
        ...control,
        placeholder: plainText(t.choose()),
        options: field.options.map(optionOf),
        width: "fill",
        ...(chosen === undefined ? {} : { initial_option: chosen }),
      };
    }
    case "choices":
    case "people": {
      const chosen = chosenIn(field, values);
      if (field.picks === "accounts")
        return {
          tag: "multi_select_person",
          ...control,
          placeholder: plainText(t.choose()),
          // Lark shows the name and the face of each itself.
          options: field.options.map(({ value }) => ({ value })),
          width: "fill",
          ...(chosen.length > 0 ? { selected_values: chosen } : {}),
        };
      return {
        tag: "multi_select_static",
        ...control,
        placeholder: plainText(t.choose()),
        options: field.options.map(optionOf),
        width: "fill",
        ...(chosen.length > 0 ? { selected_values: chosen } : {}),
      };
    }
    case "yesNo": {
      const given = values?.[field.name];
      return {
        tag: "checker",
        element_id: control.element_id,
        name: field.name,
        checked: given === undefined ? (field.initial ?? false) : given === "yes",
        text: plainText(label),
      };
    }
  }
}

/** The text in an input, and how much of it the input takes. */
function inputOf(
  field: Extract<Field, { field: "text" | "longText" | "number" | "amount" }>,
  values: FormValues | undefined,
) {
  const value = [...textOf(field, values)].slice(0, limits.input).join("");
  const most = "max" in field ? Math.min(field.max, limits.input) : 200;
  const shape =
    field.field === "longText"
      ? ({ input_type: "multiline_text", rows: 4 } as const)
      : ({ input_type: "text" } as const);
  return {
    ...shape,
    max_length: Math.max(most, [...value].length),
    ...(value === "" ? {} : { default_value: value }),
  };
}

/** What is chosen of the options there are: at first what the form says, later what was filled in. */
function chosenIn(
  field: Extract<Field, { readonly options: readonly Option[] }>,
  values: FormValues | undefined,
): readonly string[] {
  const isOne = field.field === "choice" || field.field === "person";
  const given = (values === undefined ? field.initial : values[field.name]) ?? [];
  const list = typeof given === "string" ? [given] : given;
  // Of a list that came back for a field that takes one, nothing is chosen.
  const wanted = isOne && typeof given !== "string" ? [] : list;
  return wanted.filter((value) => field.options.some((option) => option.value === value));
}

const optionOf = (option: Option): OptionJson => ({
  value: option.value,
  text: plainText(renderWithin(option.label, limits.button)),
});

/** With at most so many options a field, what is chosen always among them. */
function shrunk(form: Form, room: Room, values: FormValues | undefined): Form {
  const fields = form.fields.map((field): Field => {
    if (!("options" in field) || field.options.length <= room.options) return field;
    const given = values?.[field.name] ?? field.initial ?? [];
    const chosen = new Set(typeof given === "string" ? [given] : given);
    const kept = field.options.filter((option, i) => i < room.options || chosen.has(option.value));
    // The same kind of field with fewer of its own options.
    return { ...field, options: kept } as Field;
  });
  return { ...form, fields };
}

/** The form without what stood in it at first: that comes back as what was filled in. */
export function packForm(form: Form): Json {
  // A form is plain data: everything in src/view can be written as JSON.
  return {
    ...form,
    act: null,
    fields: form.fields.map((field) => ({ ...field, initial: null })),
  } as unknown as Json;
}

// Lark brings back what the bot itself put on the button, in a request that door/verify.ts has checked: pieces are not read one by one.
const line = z.array(z.unknown()).transform((value) => value as unknown as Line);
const packed = z.object({
  title: line,
  intro: line.optional(),
  submit: line,
  sees: line,
  fields: z.array(
    z.looseObject({
      field: z.enum([
        "text",
        "longText",
        "number",
        "amount",
        "date",
        "choice",
        "choices",
        "person",
        "people",
        "yesNo",
      ]),
      name: z.string().max(100),
      label: line,
      hint: line.optional(),
      words: line.optional(),
      required: z.boolean(),
      max: z.number().optional(),
      picks: z.enum(["anyone", "accounts"]).optional(),
      options: z.array(z.object({ value: z.string(), label: line })).optional(),
    }),
  ),
});

/** The form as it was shown; null where something else came back. */
export function unpackForm(value: unknown, act: Form["act"]): Form | null {
  const read = packed.safeParse(value);
  if (!read.success) return null;
  // The bot's own fields on their way back; their kinds, names and options are read by the schema above.
  const fields = read.data.fields.map(({ initial: _, ...field }) => field as unknown as Field);
  return { ...read.data, intro: read.data.intro, fields, act } as Form;
}

/** What Lark brings back, as the bot knows it: text for one value, a list for many, yes or no. */
export function readValues(form: Form, given: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(
    form.fields.map((field) => [field.name, readValue(field, given[field.name])]),
  );
}

function readValue(field: Field, value: unknown): string | readonly string[] {
  switch (field.field) {
    case "choices":
    case "people":
      if (Array.isArray(value)) return value.filter((each) => typeof each === "string");
      return typeof value === "string" && value !== "" ? [value] : [];
    case "yesNo":
      return value === true || value === "true" ? "yes" : "no";
    case "date":
      // The day and the offset it was picked in: `2026-12-31 +0800`. A card of before days were picked still holds words.
      return typeof value === "string" ? value.replace(/^(\d{4}-\d\d-\d\d) [+-]\d{4}$/, "$1") : "";
    case "text":
    case "longText":
    case "number":
    case "amount":
    case "choice":
    case "person":
      return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
  }
}
