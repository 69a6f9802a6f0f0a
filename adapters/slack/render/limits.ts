// How much Slack takes, each number with where it stands; and shortening that is always seen. platforms.md A10, A11.
import { closed } from "#src/language/bidi";
import { countGraphemes } from "#src/language/text";
import { shortenLine } from "#src/view/shorten";

export const limits = {
  /** docs.slack.dev/reference/block-kit/blocks: 50 in a message, 100 in a modal and on the Home tab. */
  blocks: 50,
  viewBlocks: 100,
  /** github.com/slackapi/bolt-js/issues/2509: `msg_blocks_too_long` from about 13,200 characters of all blocks together. */
  characters: 12_800,
  /** Text objects and section.text take 3,000 (types/dist/block-kit/composition-objects.d.ts); room is kept for what says it was cut. */
  text: 2_900,
  /** header block, plain text. */
  header: 150,
  /** section.fields: 10 of 2,000. */
  fields: 10,
  fieldText: 1_900,
  /** context elements. */
  contextElements: 10,
  /** elements of one actions block. */
  actions: 25,
  /** button: text 75, value 2,000. */
  buttonText: 75,
  buttonValue: 2_000,
  /** overflow menu: options. */
  menu: 5,
  /** confirmation dialog. */
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  /** static and external selects; checkboxes and radio buttons take 10. */
  options: 100,
  checks: 10,
  optionText: 75,
  optionValue: 75,
  /** block_id, action_id, callback_id. */
  id: 255,
  /** modal: title, submit, close 24; private_metadata 3,000. */
  modalWords: 24,
  metadata: 3_000,
  /** plain_text_input holds 3,000; input label and hint 2,000. */
  input: 3_000,
  label: 1_900,
  /** The top-level text: best below 4,000 (docs.slack.dev/reference/methods/chat.postMessage). */
  fallback: 3_000,
  /** data_visualization: two in a message, title 50, 20 categories, labels 20 (platforms.md, "Slack blocks of 2026"). */
  charts: 2,
  chartTitle: 50,
  chartCategories: 20,
  chartLabel: 20,
  /** data_table: a header and 100 rows, 20 columns, 10,000 characters in all cells. */
  tableRows: 100,
  tableColumns: 20,
  tableCharacters: 9_000,
  /** Ours: rows and table rows of one element, buttons of one card; fewer where the whole would not fit. */
  rows: 30,
  buttons: 12,
} as const;

/** Slack counts code units of what it shows. */
export const unitsOf = (text: string): number => text.length;

/** Text within `most`; an isolate that the cut leaves without its end gets it back. */
export function cutText(
  text: string,
  most: number,
  sizeOf: (text: string) => number,
): { readonly text: string; readonly left: number } {
  const [kept] = shortenLine([text], text.includes("\u2068") ? most - 1 : most, sizeOf).line;
  const cut = typeof kept === "string" ? kept : "";
  return { text: closed(cut), left: countGraphemes(text.slice(cut.length)) };
}

/** Where there is no room to say how much is missing: an ellipsis. */
export function ellipsis(text: string, most: number, sizeOf: (text: string) => number): string {
  if (sizeOf(text) <= most) return text;
  return `${cutText(text, most - 1, sizeOf).text}…`;
}

/** Characters of everything that is read, as Slack seems to count them. */
export function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + charactersIn(each), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) =>
      sum + (isRead(key) && typeof each === "string" ? each.length : charactersIn(each)),
    0,
  );
}

/** Whether Slack counts where an address goes nobody says. */
const isRead = (key: string): boolean => key === "text" || key === "url";
