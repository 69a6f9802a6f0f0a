// An open modal, as the person who fills it in has it: what stands in its fields, and what is sent.
import type { LocalDate } from "#src/calendar/local-date";
import { pickedDay } from "#test/support/picked-day";
import type { FakeBlock } from "#test/support/slack/platform/blocks";
import { decoded, readBlocks } from "#test/support/slack/platform/blocks";
import type { SeenField, SeenForm } from "#test/support/story/surface";

type Thing = Readonly<Record<string, unknown>>;
export type State = Readonly<Record<string, readonly string[]>>;

interface Input {
  readonly block: FakeBlock;
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly element: Thing;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly option: Thing;
  }[];
}

const textOf = (value: unknown): string =>
  decoded((value as { readonly text?: string } | undefined)?.text ?? "");

export function inputsOf(view: Thing): readonly Input[] {
  return (view["blocks"] as FakeBlock[]).flatMap((block) => {
    const [, kind, name] = /^f:(\w+):(.+)$/s.exec(block.block_id ?? "") ?? [];
    if (block.type !== "input" || kind === undefined || name === undefined) return [];
    const element = block["element"] as Thing;
    const options = ((element["options"] ?? []) as Thing[]).map((option) => ({
      value: String(option["value"]),
      label: textOf(option["text"]),
      option,
    }));
    return [{ block, kind, name, type: String(element["type"]), element, options }];
  });
}

const isMany = (input: Input): boolean => /^multi_|^checkboxes$/.test(input.type);

/** Inputs whose block keeps its name keep what was typed, as Slack does when a view is updated. */
export function initialState(view: Thing, before: State = {}): State {
  return Object.fromEntries(
    inputsOf(view).map((input) => [
      input.block.block_id ?? "",
      before[input.block.block_id ?? ""] ?? initialOf(input.element),
    ]),
  );
}

function initialOf(element: Thing): readonly string[] {
  const many = (element["initial_options"] ?? []) as Thing[];
  const one = element["initial_option"] as Thing | undefined;
  const text = (element["initial_value"] ?? element["initial_date"]) as string | undefined;
  const user = element["initial_user"] as string | undefined;
  const users = element["initial_users"] as readonly string[] | undefined;
  if (one) return [String(one["value"])];
  if (user !== undefined || users !== undefined) return users ?? [String(user)];
  return text === undefined ? many.map((each) => String(each["value"])) : [text];
}

/** Null where there is no such field, or no such choice. */
export function choose(
  view: Thing,
  asked: string,
  values: readonly string[],
  accountOf: (name: string) => string | undefined,
  today: LocalDate | undefined,
): State | null {
  const input = inputsOf(view).find(
    (each) => each.name === asked || textOf(each.block["label"]) === asked,
  );
  const id = input?.block.block_id;
  if (!input || id === undefined) return null;
  if (input.kind === "yesNo") return { [id]: values[0] === "yes" ? ["yes"] : [] };
  if (input.type === "plain_text_input") return { [id]: values };
  if (input.type === "datepicker") return { [id]: values.map((each) => pickedDay(each, today)) };
  // Slack's own picker shows names and sends accounts.
  if (input.type.endsWith("users_select"))
    return { [id]: values.map((each) => accountOf(each) ?? each) };
  const chosen = values.map(
    (value) => input.options.find((each) => each.value === value || each.label === value)?.value,
  );
  return chosen.every((each) => each !== undefined) ? { [id]: chosen } : null;
}

/** As it stands in `view.state.values`. */
export function stateOf(view: Thing, state: State): object {
  return Object.fromEntries(
    inputsOf(view).map((input) => {
      const values = state[input.block.block_id ?? ""] ?? [];
      const chosen = values.map(
        (value) => input.options.find((each) => each.value === value)?.option ?? { value },
      );
      const selected = isMany(input)
        ? { selected_options: chosen }
        : { selected_option: chosen[0] ?? null };
      const users = isMany(input)
        ? { selected_users: values }
        : { selected_user: values[0] ?? null };
      const chosenBy: Record<string, object> = {
        plain_text_input: { value: values[0] || null },
        datepicker: { selected_date: values[0] || null },
        users_select: users,
        multi_users_select: users,
      };
      const answer = chosenBy[input.type] ?? selected;
      return [
        input.block.block_id,
        { [String(input.element["action_id"])]: { type: input.type, ...answer } },
      ];
    }),
  );
}

/** What Slack's own client would not send. */
export const missing = (view: Thing, state: State): readonly string[] =>
  inputsOf(view).flatMap((input) =>
    input.block["optional"] === false && (state[input.block.block_id ?? ""] ?? []).join("") === ""
      ? [input.name]
      : [],
  );

export function readForm(
  view: Thing,
  state: State,
  errors: Readonly<Record<string, string>>,
): SeenForm {
  const blocks = view["blocks"] as FakeBlock[];
  const block = (id: string) => blocks.find((each) => each.block_id === id);
  const said = (id: string): string => (block(id) ? readBlocks([block(id)!]) : "");
  const error = said("error");
  return {
    title: said("title") || textOf(view["title"]),
    text: [said("intro"), said("sees")].filter((each) => each !== "").join("\n"),
    fields: inputsOf(view).map((input): SeenField => {
      const id = input.block.block_id ?? "";
      const beside = errors[id];
      const hint = textOf(input.block["hint"]);
      const labels = (state[id] ?? []).map(
        (value) => input.options.find((each) => each.value === value)?.label ?? value,
      );
      const isTicked = labels.length > 0 ? "yes" : "no";
      const value = input.kind === "yesNo" ? isTicked : labels.join(", ");
      return {
        name: input.name,
        label: textOf(input.block["label"]),
        kind: input.kind,
        value,
        options: input.options.map((each) => each.label),
        ...(beside === undefined ? {} : { error: beside }),
        ...(hint === "" ? {} : { hint }),
      };
    }),
    submit: textOf(view["submit"]),
    ...(error === "" ? {} : { error }),
  };
}
