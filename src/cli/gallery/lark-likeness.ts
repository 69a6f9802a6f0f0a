// What Lark and Feishu are sent, drawn as HTML about as they draw it:
// https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure. From the very card the adapter makes.
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { ButtonJson, CardJson, ElementJson, PlainText } from "#adapters/lark/render/card-json";

type Drawn = HtmlEscapedString | Promise<HtmlEscapedString>;

export function drawLark({ header, body }: CardJson): Drawn {
  return html`<div class="lark">
    ${
      header
        ? html`<p class="lark-header ${header.template}"><span>${header.title.content}</span>${(header.text_tag_list ?? []).map((each) => html` <span class="lark-tag ${each.color}">${each.text.content}</span>`)}</p>`
        : ""
    }
    <div class="lark-body">${body.elements.map(drawElement)}</div>
  </div>`;
}

function drawElement(element: ElementJson): Drawn {
  switch (element.tag) {
    case "div":
      return html`<p class="${lookOf(element.text)}">${element.text.content}</p>`;
    case "markdown":
      return html`<p class="${lookOf(element)}">${drawMarkdown(element.content)}</p>`;
    case "hr":
      return html`<hr />`;
    case "button":
      return drawButton(element);
    case "overflow":
      return html`<span class="lark-button">⋯</span>`;
    case "column_set":
      return html`<div class="lark-columns ${element.flex_mode}${element.background_style ? " shaded" : ""}">
        ${element.columns.map((column) => html`<div class="${column.width ?? ""}">${column.elements.map(drawElement)}</div>`)}
      </div>`;
    case "table":
      return html`<table>
        <tr>
          ${element.columns.map((column) => html`<th>${column.display_name}</th>`)}
        </tr>
        ${element.rows.map((row) => html`<tr>${element.columns.map((column) => html`<td>${row[column.name] ?? ""}</td>`)}</tr>`)}
      </table>`;
    case "input":
    case "select_static":
    case "multi_select_static":
    case "checker":
    case "form":
      return html`<p>[${element.tag}]</p>`;
  }
}

const drawButton = ({ text, type }: ButtonJson): Drawn =>
  html`<span class="lark-button ${type}">${text.content}</span>`;

type Look = Pick<PlainText, "text_size" | "text_color">;

const lookOf = ({ text_size: size, text_color: colour }: Look): string =>
  [size ?? "", colour ?? ""].filter((each) => each !== "").join(" ");

/** All punctuation in it was made entities by the adapter, which HTML reads as well: what is left are its own stars and tags. */
function drawMarkdown(content: string): Drawn {
  return raw(
    content
      .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
      .replace(/<text_tag color='(\w+)'>/g, '<span class="lark-tag $1">')
      .replace(/<font color='(\w+)'>/g, '<span class="$1">')
      .replace(/<\/(?:text_tag|font)>/g, "</span>"),
  );
}
