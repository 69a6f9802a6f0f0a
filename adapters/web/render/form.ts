// A form as a dialog. It carries its act and its attempt; corrections come back as single error lines that find their
// fields by id, so what was typed stays where it is and the server keeps nothing in memory.
import { html } from "hono/html";
import type { Field, Form } from "#src/view/form";
import type { Line } from "#src/view/line";
import { limits } from "./limits.ts";
import type { WebMessages } from "../messages/index.ts";
import { renderField } from "./field.ts";
import { renderLine } from "./line.ts";
import type { Markup } from "../web.ts";

/** How a field's values are read when they come back. */
export type Shape = "one" | "many" | "yesNo";

export const general = "general";

export interface FormPlace {
  /** Where it is sent. */
  readonly action: string;
  /** Minted when the form is shown and kept through corrections: one attempt is one act. */
  readonly attempt: string;
  /** The message whose button asked, so that it can be replaced; empty where none did. */
  readonly origin: string;
}

export function renderForm(form: Form, place: FormPlace, t: WebMessages): Markup {
  const shape = Object.fromEntries(form.fields.map((field) => [field.name, shapeOf(field)]));
  const hidden = {
    act: JSON.stringify(form.act),
    attempt: place.attempt,
    origin: place.origin,
    shape: JSON.stringify(shape),
  };
  return html`<dialog id="form" data-place="dialog" aria-labelledby="form-title">
    <form method="post" action="${place.action}" novalidate autocomplete="off">
      <header>
        <h2 id="form-title">${renderLine(form.title, t, limits.label)}</h2>
        <button type="button" class="btn quiet close" data-close aria-label="${t.close()}"><span aria-hidden="true">✕</span></button>
      </header>
      <div class="fields">
        ${form.intro ? html`<p class="intro">${renderLine(form.intro, t)}</p>` : ""}${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        ${form.fields.map((field) => renderField(field, t))}
        <p class="error" id="error-${general}" data-place="error" hidden></p>
      </div>
      <footer>
        <p class="sees"><span aria-hidden="true">◔</span><span>${renderLine(form.sees, t)}</span></p>
        <div class="toasts" role="status"></div>
        <div class="acts">
          <button type="submit" class="btn primary"><span>${renderLine(form.submit, t, limits.label)}</span></button><button type="button" class="btn quiet" data-close>${t.cancel()}</button>
        </div>
      </footer>
    </form>
  </dialog>`;
}

export function renderError(field: string, content: Line, t: WebMessages): Markup {
  return html`<p class="error" id="error-${field}" data-place="error"><span>${renderLine(content, t)}</span></p>`;
}

function shapeOf(field: Field): Shape {
  switch (field.field) {
    case "choices":
    case "people":
      return "many";
    case "yesNo":
      return "yesNo";
    case "text":
    case "longText":
    case "number":
    case "amount":
    case "date":
    case "choice":
    case "person":
      return "one";
  }
}
