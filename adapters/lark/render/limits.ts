// How much of anything a card of Lark holds, with where each figure is written. What is beyond is counted, never cut in silence.
import type { AtLeastOne } from "#src/language/lists";

export const limits = {
  /**
   * The whole request that carries a card, in bytes of UTF-8 (a Chinese character is three):
   * https://open.feishu.cn/document/server-docs/im-v1/message/create "卡片消息…请求体最大不能超过 30 KB". A margin is left for the address around it.
   */
  cardBytes: 30 * 1024 - 640,
  /** Elements of one card: https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure. */
  elements: 200,
  /** Tables of one card, and the rows of a page: …/card-json-v2-components/content-components/table. */
  tables: 5,
  /** To a card; advised. */
  charts: 5,
  tablePage: 10,
  tableColumns: 50,
  /** A card can be changed for so long: …/im-v1/message/patch. An older one is answered by a new one. */
  patchMs: 14 * 24 * 3600 * 1000,
  /** Graphemes of one line of a card. Ours: so that one long line leaves room for the rest. */
  text: 3_000,
  /** Graphemes of a title, a chip, a label. Ours. */
  label: 200,
  /** A header shows four lines; what is wider (Chinese counts twice) is the first line of the body instead. …/content-components/title. */
  headerWidth: 72,
  /** Characters on a button: …/interactive-components/button. */
  button: 100,
  rows: 50,
  /** So many rows at most have their button beside them, and a button so wide (a Chinese character is two). */
  rowsBeside: 15,
  buttonBeside: 22,
  tableRows: 100,
  buttons: 12,
  options: 200,
  /** Characters that fit an input, and so the most a long text can be here: …/interactive-components/input, max_length 1 to 1,000. */
  input: 1_000,
  /** A request to us. Events carry one message of at most 150 KB; AES and base64 add a third. */
  requestBytes: 512 * 1024,
  /** A request older or newer than this is not of now. Lark names no window; five minutes are what its own pages sign with elsewhere. */
  signedMs: 5 * 60 * 1000,
  /** One call of ours. */
  callMs: 8_000,
  /** One request for a token of a store app: a token may need three of them, all within the lease of whoever fetches it. */
  tokenMs: 3_000,
  /** A ticket comes each hour; when the last ends no page says, the official SDKs keep it for half a day. */
  ticketMs: 12 * 3600 * 1000,
  /** So long after a ticket was asked for nobody asks again. Ours: Lark names no limit, and people saw it come two minutes later. */
  ticketAskedMs: 5 * 60 * 1000,
  /** So long a newly met company is asked for its name: an event waits for it, and Lark for the event. */
  companyMs: 1_000,
  /** So long Lark knows a `uuid` again: …/im-v1/message/create "1 小时内至多成功发送一条". Five minutes are left for clocks. */
  uuidMs: 55 * 60 * 1000,
} as const;

/** How much is shown: tried from the whole down, until the card fits. */
export interface Room {
  readonly text: number;
  readonly label: number;
  readonly rows: number;
  readonly tableRows: number;
  readonly buttons: number;
  readonly options: number;
}

const roomOf = (share: number): Room => ({
  text: Math.ceil(limits.text * share),
  label: Math.max(24, Math.ceil(limits.label * share)),
  rows: Math.ceil(limits.rows * share),
  tableRows: Math.ceil(limits.tableRows * share),
  buttons: Math.max(3, Math.ceil(limits.buttons * share)),
  options: Math.max(5, Math.ceil(limits.options * share)),
});

/** From everything to a few words. The last always fits: a few short lines and buttons. */
export const rooms: AtLeastOne<Room> = [
  roomOf(1),
  ...[0.6, 0.35, 0.2, 0.12, 0.06, 0.03].map(roomOf),
];

/** Columns of a fixed-width screen: what a wide script takes counts twice. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

/** What the request will weigh: the card travels as a string inside JSON, so each quotation mark counts once more. */
export const bytesOf = (card: unknown): number =>
  Buffer.byteLength(JSON.stringify(JSON.stringify(card)));
