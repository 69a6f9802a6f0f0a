// One field of a form: its label, hint, input and the place for its error. Amounts and dates are text, since people
// type 12万 and 12月31日; the keyboard of a phone still follows the kind.
import { html } from "hono/html";
import type { Field, Option } from "#src/view/form";
import { limits } from "./limits.ts";
import type { WebMessages } from "../messages/index.ts";
import { plainLabel, renderLine } from "./line.ts";
import type { Markup } from "../web.ts";

/** Up to so many options are radio buttons, seen at once. */
const mostRadios = 5;
/** From so many on, a list of checkboxes gets a filter. */
const filterFrom = 9;

type One = Extract<Field, { field: "choice" | "person" }>;
type Many = Extract<Field, { field: "choices" | "people" }>;
type Typed = Extract<Field, { field: "text" | "longText" | "number" | "amount" | "date" }>;

export function renderField(field: Field, t: WebMessages): Markup {
  switch (field.field) {
    case "text":
    case "longText":
    case "number":
    case "amount":
    case "date":
      return labelled(field, t, renderInput(field, t));
    case "choice":
      return field.options.length <= mostRadios
        ? grouped(field, t, renderRadios(field, t))
        : labelled(field, t, renderSelect(field, t));
    case "person":
      return labelled(field, t, renderSelect(field, t));
    case "choices":
    case "people":
      return grouped(field, t, renderChecks(field, t));
    case "yesNo":
      return html`<div class="field" data-field="${field.name}" data-kind="yesNo">
        <label class="check"><input type="checkbox" value="yes" ${describe(field)}${field.initial === true ? " checked" : ""} /><span>${renderLine(field.label, t, limits.label)}</span></label
        >${notes(field, t)}
      </div>`;
  }
}

function labelled(field: Field, t: WebMessages, input: Markup): Markup {
  return html`<div class="field" data-field="${field.name}" data-kind="${field.field}"><label for="field-${field.name}">${label(field, t)}</label>${input}${notes(field, t)}</div>`;
}

function grouped(field: Field, t: WebMessages, inputs: Markup): Markup {
  return html`<fieldset class="field" data-field="${field.name}" data-kind="${field.field}" aria-describedby="hint-${field.name} error-${field.name}">
    <legend>${label(field, t)}</legend>
    ${inputs}${notes(field, t)}
  </fieldset>`;
}

const label = (field: Field, t: WebMessages): Markup =>
  html`<span>${renderLine(field.label, t, limits.label)}</span>${field.required ? "" : html` <span class="optional">${t.optional()}</span>`}`;

/** The hint and the place of the error, which `aria-describedby` names whether they are there or not. */
function notes(field: Field, t: WebMessages): Markup {
  const hint = field.hint ?? (field.field === "date" ? field.words : undefined);
  return html`${hint ? html`<p class="hint" id="hint-${field.name}">${renderLine(hint, t)}</p>` : ""}
    <p class="error" id="error-${field.name}" data-place="error" hidden></p>`;
}

/** Required is said and not enforced here: the browser's own bubbles speak the browser's language, not the reader's. */
const describe = (field: Field): Markup =>
  html`id="field-${field.name}" name="field.${field.name}" aria-describedby="hint-${field.name} error-${field.name}"${field.required ? html` aria-required="true"` : ""}`;

function renderInput(field: Typed, t: WebMessages): Markup {
  const value = field.initial ?? "";
  switch (field.field) {
    case "longText":
      // The newline after the tag is the one HTML drops; without it a text that begins with one would lose it.
      // A browser drops the first line break of a textarea, so one is given to it.
      return html`<textarea rows="4" ${describe(field)}>${"\n"}${value}</textarea>`;
    case "text":
      return html`<input type="text" ${describe(field)} value="${value}" />`;
    case "number":
      return html`<input type="text" class="figure" inputmode="decimal" ${describe(field)} value="${value}" />`;
    case "amount":
      return html`<input type="text" class="figure" ${describe(field)} value="${value}" />`;
    case "date":
      return html`<span class="with-picker"
        ><input type="text" ${describe(field)} value="${value}" /><button type="button" class="btn" data-picker aria-label="${t.calendar(plainLabel(field.label))}">
          <span aria-hidden="true" class="calendar"></span></button
        ><input type="date" tabindex="-1" aria-hidden="true"
      /></span>`;
  }
}

function renderSelect(field: One, t: WebMessages): Markup {
  const empty =
    field.initial === undefined || !field.required
      ? html`<option value="">${field.required ? t.choose() : t.nothingChosen()}</option>`
      : "";
  return html`<select ${describe(field)}>
      ${empty}${shown(field).map((each) => html`<option value="${each.value}" ${each.value === field.initial ? " selected" : ""}>${plainLabel(each.label)}</option>`)}</select
    >${beyond(field, t)}`;
}

function renderRadios(field: One, t: WebMessages): Markup {
  const none = field.required
    ? ""
    : radio(field, "", t.nothingChosen(), field.initial === undefined);
  return html`<div class="checks" role="radiogroup">${shown(field).map((each) => radio(field, each.value, renderLine(each.label, t, limits.label), each.value === field.initial))}${none}</div>`;
}

const radio = (field: One, value: string, words: string | Markup, checked: boolean): Markup =>
  html`<label class="check"><input type="radio" name="field.${field.name}" value="${value}" ${checked ? " checked" : ""} /><span>${words}</span></label>`;

function renderChecks(field: Many, t: WebMessages): Markup {
  const chosen = new Set(field.initial ?? []);
  const filter =
    field.options.length >= filterFrom
      ? html`<input type="search" class="filter" data-filter aria-label="${t.filter()}" placeholder="${t.filter()}" />`
      : "";
  return html`${filter}
    <div class="checks${field.options.length >= filterFrom ? " long" : ""}">
      ${shown(field).map(
        (each) =>
          html`<label class="check"><input type="checkbox" name="field.${field.name}" value="${each.value}" ${chosen.has(each.value) ? " checked" : ""} /><span>${renderLine(each.label, t, limits.label)}</span></label>`,
      )}
    </div>
    ${beyond(field, t)}`;
}

const shown = (field: One | Many): readonly Option[] => field.options.slice(0, limits.options);

function beyond(field: One | Many, t: WebMessages): Markup | "" {
  const left = field.options.length - limits.options;
  return left > 0 ? html`<p class="left">${t.more(left)}</p>` : "";
}
