// Reads the playground's HTML as a person would: visible text, buttons, the fields of a form.
import type { HTMLElement, Node } from "node-html-parser";
import {
  asRead,
  type SeenField,
  type SeenForm,
  type SeenMessage,
} from "#test/support/story/surface";

/** Values by field name; a list always, as a browser sends them. */
export type Filled = Readonly<Record<string, readonly string[]>>;

const inline = new Set([
  "a",
  "b",
  "bdi",
  "button",
  "kbd",
  "label",
  "small",
  "span",
  "strong",
  "text",
  "time",
]);
const unread = new Set(["button", "option", "textarea", "input", "script", "style"]);

/** Text by blocks, one line each; buttons, inputs and hidden parts are not text. */
export function visibleText(node: HTMLElement | null): string {
  if (node === null) return "";
  const lines: string[] = [""];
  const walk = (each: Node): void => {
    if (each.nodeType === 3) {
      // Templates break lines between blocks only; a line break inside text stays.
      if (each.rawText.trim() !== "" || !each.rawText.includes("\n"))
        lines[lines.length - 1] += each.text;
      return;
    }
    const element = each as HTMLElement;
    const tag = element.rawTagName?.toLowerCase() ?? "";
    if (each !== node && (unread.has(tag) || element.hasAttribute("hidden"))) return;
    const isBlock = tag !== "" && !inline.has(tag);
    if (isBlock && lines.at(-1) !== "") lines.push("");
    for (const child of element.childNodes) walk(child);
    if (isBlock && lines.at(-1) !== "") lines.push("");
    if (/\bchip\b/.test(element.getAttribute?.("class") ?? "")) lines[lines.length - 1] += " ";
  };
  walk(node);
  return asRead(
    lines
      .map((each) => each.replace(/^ +| +$/g, ""))
      .filter((each) => each !== "")
      .join("\n"),
  );
}

/** The words of one control. */
export const trimmed = (element: HTMLElement): string => element.text.trim();

export function readMessages(
  page: HTMLElement,
): { readonly seen: SeenMessage; readonly element: HTMLElement }[] {
  return page.querySelectorAll("#stream .msg").map((element) => ({
    element,
    seen: {
      id: element.getAttribute("data-message") ?? "",
      by: element.classList.contains("by-person") ? "person" : "bot",
      text: element
        .querySelectorAll(".body > .card, .body > .typed")
        .map((each) => (each.classList.contains("typed") ? each.text : visibleText(each)))
        .join("\n"),
      buttons: element.querySelectorAll("a.btn, button[data-press]").map(trimmed),
      ...(element.querySelector(".receipt") === null ? {} : { receipt: true as const }),
    },
  }));
}

export function readHome(page: HTMLElement): {
  readonly text: string;
  readonly buttons: readonly string[];
} {
  const home = page.querySelector("#home");
  return {
    text: visibleText(home),
    buttons: (home?.querySelectorAll("button[data-press]") ?? []).map(trimmed),
  };
}

interface ReadForm {
  readonly seen: SeenForm;
  readonly filled: Filled;
  /** Values for a field named by label or name, options by label or value; null where there is no such thing. */
  choose(field: string, values: readonly string[]): Filled | null;
}

export function readForm(dialog: HTMLElement, filled?: Filled): ReadForm {
  const fields = dialog.querySelectorAll(".field").map((element) => readField(element, filled));
  const error = errorIn(dialog, "general");
  return {
    seen: {
      title: visibleText(dialog.querySelector("#form-title")),
      text: [
        visibleText(dialog.querySelector(".intro")),
        visibleText(dialog.querySelector(".sees")),
      ]
        .filter((each) => each !== "")
        .join("\n"),
      fields: fields.map((field) => field.seen),
      submit: trimmed(dialog.querySelector("[type=submit]")!),
      ...(error === undefined ? {} : { error }),
    },
    filled: Object.fromEntries(fields.map((field) => [field.seen.name, field.values])),
    choose(asked, values) {
      const field = fields.find(({ seen }) => seen.name === asked || seen.label === asked);
      if (field === undefined) return null;
      if (field.seen.kind === "yesNo")
        return { [field.seen.name]: values[0] === "yes" ? ["yes"] : [] };
      if (field.options.length === 0) return { [field.seen.name]: values };
      const chosen = values.map(
        (value) =>
          field.options.find((option) => option.value === value || option.label === value)?.value,
      );
      return chosen.every((value) => value !== undefined) ? { [field.seen.name]: chosen } : null;
    },
  };
}

interface ReadField {
  readonly seen: SeenField;
  readonly values: readonly string[];
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly chosen: boolean;
  }[];
}

function readField(element: HTMLElement, filled?: Filled): ReadField {
  const name = element.getAttribute("data-field") ?? "";
  const kind = element.getAttribute("data-kind") ?? "";
  const options = kind === "yesNo" ? [] : optionsOf(element);
  const values = filled?.[name] ?? initialOf(element, kind, options);
  const error = errorIn(element, name);
  const hint = visibleText(element.querySelector(".hint"));
  const label = visibleText(
    element.querySelector(kind === "yesNo" ? ".check span" : "legend > span, label > span"),
  );
  const labels = values.map(
    (value) => options.find((option) => option.value === value)?.label ?? value,
  );
  return {
    seen: {
      name,
      label,
      kind,
      value: labels.join(", "),
      options: options.map((option) => option.label),
      ...(error === undefined ? {} : { error }),
      ...(hint === "" ? {} : { hint }),
    },
    values,
    options,
  };
}

function optionsOf(field: HTMLElement): ReadField["options"] {
  const listed = field.querySelectorAll("option").map((option) => ({
    value: option.getAttribute("value") ?? "",
    label: trimmed(option),
    chosen: option.hasAttribute("selected"),
  }));
  const checks = field.querySelectorAll(".checks .check").map((check) => {
    const input = check.querySelector("input");
    return {
      value: input?.getAttribute("value") ?? "",
      label: trimmed(check),
      chosen: input?.hasAttribute("checked") ?? false,
    };
  });
  return [...listed, ...checks];
}

function initialOf(
  field: HTMLElement,
  kind: string,
  options: ReadField["options"],
): readonly string[] {
  if (kind === "yesNo") return field.querySelector("input")?.hasAttribute("checked") ? ["yes"] : [];
  if (options.length > 0)
    return options.filter((option) => option.chosen).map((option) => option.value);
  // A browser drops the first line break of a text area.
  const area = field.querySelector("textarea");
  return [
    area === null
      ? (field.querySelector("input")?.getAttribute("value") ?? "")
      : area.text.replace(/^\n/, ""),
  ];
}

function errorIn(element: HTMLElement, name: string): string | undefined {
  const error = element.querySelector(`[id="error-${name}"]`);
  return error === null || error.hasAttribute("hidden") ? undefined : visibleText(error);
}
