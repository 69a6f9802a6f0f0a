// A form as a modal. What it is about travels in its private metadata; each input's block is named by the kind and the name of its
// field, so that what comes back can be read without keeping anything.
import type { Json } from "#src/view/action";
import type { Field, FieldErrors, Form, FormValues, Option } from "#src/view/form";
import { plainLine } from "#src/view/line";
import { z } from "zod";
import {
  asText,
  carry,
  readCarried,
  readJson,
  type Carried,
  type Kept,
} from "../door/action-codec.ts";
import { ellipsis, limits } from "./limits.ts";
import type { SlackMessages } from "../messages/index.ts";
import type { Block } from "./card.ts";
import { withEmojiCharacters } from "../door/typed/emoji.ts";
import { barWords, label, plainText, richText } from "./line.ts";

/** The message whose button or command asked, so that it can be answered and replaced. */
export interface Origin {
  readonly channel?: string | undefined;
  readonly ts?: string | undefined;
  /** Good for half an hour and five answers; the only way to an ephemeral message. */
  readonly responseUrl?: string | undefined;
  /** It was asked on the Home tab. */
  readonly home?: true | undefined;
}

export interface FormPlace {
  /** Minted when the form is shown and kept through corrections: one attempt is one act. */
  readonly attempt: string;
  readonly origin: Origin;
}

export interface View {
  readonly type: "modal";
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly title: unknown;
  readonly submit: unknown;
  readonly close: unknown;
  readonly blocks: readonly Block[];
}

export const formCallback = "pacer.form";
const none = "(none)";
const errorBlock = "error";
/** Up to so many options of which one is needed are seen at once. */
const mostRadios = 5;

export function renderForm(
  form: Form,
  place: FormPlace,
  t: SlackMessages,
): { readonly view: View; readonly kept: readonly Kept[] } {
  const kept: Kept[] = [];
  const keep = (what: Json): string => {
    const id = `${place.attempt}.${kept.length}`;
    kept.push({ id, what });
    return id;
  };
  const many = form.fields.flatMap((each) =>
    "options" in each && isSearched(each) && !isPicked(each) ? [each] : [],
  );
  const options =
    many.length === 0
      ? undefined
      : keep({
          options: Object.fromEntries(
            many.map((each) => [
              each.name,
              each.options.map(({ value, label: words }) => [value, plainLine(words)]),
            ]),
          ),
        });
  const { channel, ts, responseUrl, home } = place.origin;
  const origin = {
    ...(channel ? { c: channel } : {}),
    ...(ts ? { t: ts } : {}),
    ...(responseUrl ? { u: responseUrl } : {}),
    ...(home ? { h: true } : {}),
  };
  const rest = { i: place.attempt, o: origin, ...(options ? { s: options } : {}) };
  const act = carry(form.act, limits.metadata - asText(rest).length - 100, keep);
  const inBar = barWords(form.title, limits.modalWords);
  const isCut = inBar !== plainLine(form.title);
  const blocks: Block[] = [
    ...(isCut
      ? [
          {
            type: "rich_text",
            block_id: "title",
            elements: [
              {
                type: "rich_text_section",
                elements: richText([{ bold: form.title }], limits.text, { t }),
              },
            ],
          },
        ]
      : []),
    ...(form.intro
      ? [
          {
            type: "rich_text",
            block_id: "intro",
            elements: [
              { type: "rich_text_section", elements: richText(form.intro, limits.text, { t }) },
            ],
          },
        ]
      : []),
    ...form.fields.map((each) => renderField(each, t)),
    {
      type: "context",
      block_id: "sees",
      elements: [plainText(["◔ ", ...form.sees], limits.text, t)],
    },
  ];
  const view: View = {
    type: "modal",
    callback_id: formCallback,
    private_metadata: asText({ a: act, ...rest }),
    title: label([inBar], limits.modalWords),
    submit: label(form.submit, limits.modalWords),
    close: label([t.cancel()], limits.modalWords),
    blocks: withinView(blocks, t),
  };
  return { view, kept };
}

/** What does not fit is counted above who will see it. */
function withinView(blocks: readonly Block[], t: SlackMessages): readonly Block[] {
  const left = blocks.length - limits.viewBlocks;
  if (left <= 0) return blocks;
  return [
    ...blocks.slice(0, limits.viewBlocks - 2),
    {
      type: "context",
      block_id: "cut",
      elements: [plainText([t.moreParts(left + 1)], limits.text, t)],
    },
    ...blocks.slice(-1),
  ];
}

const isSearched = (field: { readonly options: readonly Option[] }): boolean =>
  field.options.length > limits.options;

/** Whether it is Slack's own picker: what it brings back are accounts. */
const isPicked = (field: Field): boolean => "picks" in field && field.picks !== undefined;
const pickedKinds: Partial<Record<Field["field"], string>> = {
  person: "account",
  people: "accounts",
};

function renderField(field: Field, t: SlackMessages): Block {
  if ("options" in field && field.options.length === 0 && !isPicked(field))
    return {
      type: "context",
      block_id: `n:${field.name}`,
      elements: [plainText([...field.label, ": —"], limits.text, t)],
    };
  const tooLong =
    "initial" in field && typeof field.initial === "string"
      ? Math.max(0, field.initial.length - limits.input)
      : 0;
  const hint = [...(field.hint ?? []), ...(tooLong > 0 ? [t.cut(tooLong + 1)] : [])];
  return {
    type: "input",
    block_id: `f:${(isPicked(field) ? pickedKinds[field.field] : undefined) ?? field.field}:${field.name}`,
    // Slack says itself what is missing, in the language of its own surface.
    optional: !field.required,
    label: plainText(field.label, limits.label, t),
    ...(hint.length > 0 ? { hint: plainText(hint, limits.label, t) } : {}),
    element: renderInput(field, t),
  };
}

function renderInput(field: Field, t: SlackMessages): unknown {
  const action_id = "v";
  switch (field.field) {
    case "text":
    case "number":
    case "amount":
    case "longText":
      return {
        type: "plain_text_input",
        action_id,
        multiline: field.field === "longText",
        ...(field.initial
          ? { initial_value: ellipsis(field.initial, limits.input, (text) => text.length) }
          : {}),
      };
    case "date":
      return {
        type: "datepicker",
        action_id,
        ...(field.initial ? { initial_date: field.initial } : {}),
      };
    case "choice":
    case "person":
      if (isPicked(field))
        return {
          type: "users_select",
          action_id,
          ...(field.initial ? { initial_user: field.initial } : {}),
        };
      return renderOne(field, action_id, t);
    case "choices":
    case "people":
      if (isPicked(field))
        return {
          type: "multi_users_select",
          action_id,
          ...(field.initial && field.initial.length > 0 ? { initial_users: field.initial } : {}),
        };
      return renderMany(field, action_id);
    case "yesNo": {
      const options = [{ text: label(field.label, limits.optionText), value: "yes" }];
      return {
        type: "checkboxes",
        action_id,
        options,
        ...(field.initial ? { initial_options: options } : {}),
      };
    }
  }
}

export const optionOf = ({
  value,
  label: words,
}: Option): { readonly text: unknown; readonly value: string } => ({
  text: label(words, limits.optionText),
  value,
});

function renderOne(
  field: Extract<Field, { field: "choice" | "person" }>,
  action_id: string,
  t: SlackMessages,
): unknown {
  const options = field.options.map(optionOf);
  const chosen = options.find((each) => each.value === field.initial);
  const initial = chosen ? { initial_option: chosen } : {};
  if (isSearched(field))
    return { type: "external_select", action_id, min_query_length: 0, ...initial };
  if (field.required && options.length <= mostRadios)
    return { type: "radio_buttons", action_id, options, ...initial };
  // A list cannot be emptied again on Slack, so nothing is something to choose.
  const all =
    field.required || options.length >= limits.options
      ? options
      : [...options, { text: label([t.none()], limits.optionText), value: none }];
  return { type: "static_select", action_id, options: all, ...initial };
}

function renderMany(
  field: Extract<Field, { field: "choices" | "people" }>,
  action_id: string,
): unknown {
  const options = field.options.map(optionOf);
  const chosen = options.filter((each) => field.initial?.includes(each.value));
  const initial = chosen.length > 0 ? { initial_options: chosen } : {};
  if (isSearched(field))
    return { type: "multi_external_select", action_id, min_query_length: 0, ...initial };
  return {
    type: options.length <= limits.checks ? "checkboxes" : "multi_static_select",
    action_id,
    options,
    ...initial,
  };
}

const metadata = z.object({
  a: z.string(),
  i: z.string().max(100),
  o: z.object({
    c: z.string().optional(),
    t: z.string().optional(),
    u: z.string().optional(),
    h: z.literal(true).optional(),
  }),
  s: z.string().optional(),
});

export interface Submission extends FormPlace {
  readonly carried: Carried;
  /** Where the options of long lists are kept. */
  readonly options: string | null;
}

/** What the form was about; null for what we never wrote. */
export function readMetadata(text: string | undefined): Submission | null {
  const read = metadata.safeParse(readJson(text));
  const carried = read.success ? readCarried(read.data.a) : null;
  if (!read.success || !carried) return null;
  const { i, o, s } = read.data;
  return {
    carried,
    attempt: i,
    origin: { channel: o.c, ts: o.t, responseUrl: o.u, home: o.h },
    options: s ?? null,
  };
}

interface Answered {
  readonly value?: string | null | undefined;
  readonly selected_date?: string | null | undefined;
  readonly selected_option?: { readonly value: string } | null | undefined;
  readonly selected_options?: readonly { readonly value: string }[] | null | undefined;
  readonly selected_user?: string | null | undefined;
  readonly selected_users?: readonly string[] | null | undefined;
}

type State = Readonly<Record<string, Readonly<Record<string, Answered>>>>;

/** Whom Slack's own pickers brought back, by field. */
export function pickedIn(
  state: State,
): readonly { readonly field: string; readonly users: readonly string[] }[] {
  return Object.entries(state).flatMap(([block, { v }]) => {
    const [, kind, field] = /^f:(account|accounts):(.+)$/s.exec(block) ?? [];
    if (kind === undefined || field === undefined) return [];
    const users = kind === "accounts" ? (v?.selected_users ?? []) : [v?.selected_user ?? ""];
    return [{ field, users: users.filter((each) => each !== "") }];
  });
}

/** What stands in the fields, by their own names. */
export function valuesOf(state: State): FormValues {
  return Object.fromEntries(
    Object.entries(state).flatMap(([block, { v }]) => {
      const [, kind, name] = /^f:(\w+):(.+)$/s.exec(block) ?? [];
      return kind === undefined || name === undefined || kind.startsWith("account")
        ? []
        : [[name, valueOf(kind, v)]];
    }),
  );
}

function valueOf(kind: string, answered: Answered | undefined): string | readonly string[] {
  const many = (answered?.selected_options ?? []).map((each) => each.value);
  if (kind === "choices" || kind === "people") return many;
  if (kind === "yesNo") return many.length > 0 ? "yes" : "no";
  // A form that was open before days were picked still holds a typed one.
  const typed = answered?.selected_date ?? answered?.value ?? "";
  const one = answered?.selected_option?.value ?? withEmojiCharacters(typed);
  return one === none ? "" : one;
}

/** The sentences beside their fields. Slack shows nothing of an error whose block is not there, so such ones come back apart. */
export function renderErrors(
  errors: FieldErrors,
  blocks: readonly { readonly block_id?: string | undefined }[],
): { readonly beside: Record<string, string>; readonly apart: string } {
  const beside: Record<string, string> = {};
  const apart: string[] = [];
  for (const [name, line] of Object.entries(errors)) {
    const block = blocks.find(
      (each) =>
        /^f:\w+:/.test(each.block_id ?? "") && each.block_id?.replace(/^f:\w+:/, "") === name,
    );
    if (block?.block_id) beside[block.block_id] = plainLine(line).slice(0, limits.label) || " ";
    else apart.push(plainLine(line));
  }
  return { beside, apart: apart.join("\n") };
}

/** The same form with one sentence above it: inputs whose block and action keep their names keep what was typed. */
export function withError(
  view: Pick<View, "private_metadata" | "title" | "submit" | "close"> & {
    readonly blocks: readonly Block[];
  },
  says: string,
  t: SlackMessages,
): View {
  const { private_metadata, title, submit, close } = view;
  const error: Block = {
    type: "rich_text",
    block_id: errorBlock,
    elements: [
      { type: "rich_text_section", elements: richText([{ bold: [says] }], limits.text, { t }) },
    ],
  };
  const blocks = [error, ...view.blocks.filter((each) => each.block_id !== errorBlock)];
  return {
    type: "modal",
    callback_id: formCallback,
    private_metadata,
    title,
    submit,
    close,
    blocks,
  };
}
