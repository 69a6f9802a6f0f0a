// What Slack is sent, drawn as HTML about as Slack draws it: https://docs.slack.dev/reference/block-kit/blocks. From the very blocks the
// adapter makes; a kind of block that is not known here is shown by its name, so that it is missed.
import { html, raw } from "hono/html";
import { z } from "zod";
import type { HtmlEscapedString } from "hono/utils/html";

type Drawn = HtmlEscapedString | Promise<HtmlEscapedString>;

const part = z.looseObject({ type: z.string() });
type Part = z.infer<typeof part>;
const parts = z.array(part);
const textOf = z.object({ type: z.string(), text: z.string() });
const styled = z.looseObject({
  text: z.string(),
  style: z.object({ bold: z.boolean().optional(), code: z.boolean().optional() }).optional(),
});

export function drawSlack(blocks: readonly unknown[]): Drawn {
  return html`<div class="slack">${parts.parse(blocks).map(drawPart)}</div>`;
}

const draw: Readonly<Record<string, (each: Part) => Drawn>> = {
  header: (each) => html`<p class="slack-header">${drawText(each["text"])}</p>`,
  divider: () => html`<hr />`,
  context: (each) =>
    html`<p class="slack-context">${items(each).map((one) => html`<span>${drawText(one)}</span> `)}</p>`,
  section: drawSection,
  actions: (each) => html`<p class="slack-acts">${items(each).map(drawPart)}</p>`,
  button: (each) =>
    html`<span class="slack-button${each["style"] === "primary" ? " primary" : ""}">${drawText(each["text"])}</span> `,
  overflow: () => html`<span class="slack-button">⋯</span>`,
  rich_text: (each) => html`${items(each).map(drawPart)}`,
  rich_text_section: (each) => html`<p>${items(each).map(drawPart)}</p>`,
  rich_text_quote: (each) => html`<blockquote>${items(each).map(drawPart)}</blockquote>`,
  rich_text_preformatted: (each) => html`<pre>${items(each).map(drawPart)}</pre>`,
  rich_text_list: (each) =>
    html`<ul>${items(each).map((one) => html`<li>${drawPart(one)}</li>`)}</ul>`,
  text: (each) => {
    const { text, style } = styled.parse(each);
    if (style?.code) return html`<code>${text}</code>`;
    return style?.bold ? html`<strong>${text}</strong>` : html`${text}`;
  },
};

const drawPart = (each: Part): Drawn => draw[each.type]?.(each) ?? html`<p>[${each.type}]</p>`;
const items = (each: Part): Part[] => parts.parse(each["elements"]);

function drawSection(each: Part): Drawn {
  const fields = z.array(z.unknown()).optional().parse(each["fields"]);
  const beside = part.optional().parse(each["accessory"]);
  return html`<div class="slack-section">
    ${each["text"] === undefined ? "" : html`<p>${drawText(each["text"])}</p>`}${fields ? html`<div class="slack-fields">${fields.map((one) => html`<p>${drawText(one)}</p>`)}</div>` : ""}${beside ? drawPart(beside) : ""}
  </div>`;
}

/** Text objects come with & < > escaped already. Stars stand around the name of a fact, and nowhere else. */
function drawText(value: unknown): Drawn {
  const { type, text } = textOf.parse(value);
  const safe = text.replaceAll('"', "&quot;");
  return raw(type === "mrkdwn" ? safe.replace(/^\*([^*\n]+)\*/, "<strong>$1</strong>") : safe);
}
