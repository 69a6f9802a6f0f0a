// Blocks within what Slack takes: whether they fit, and the last resort where nothing does.
import type { SlackMessages } from "../messages/index.ts";
import { charactersIn, limits } from "./limits.ts";
import { plainText } from "./line.ts";

export interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly [key: string]: unknown;
}

export const fits = (blocks: readonly Block[], most: number): boolean =>
  blocks.length <= most && charactersIn(blocks) <= limits.characters;

/** The last resort: what stands behind is left out, and said to be. */
export function cutOff(blocks: readonly Block[], most: number, t: SlackMessages): Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    if (kept.length >= most - 1 || charactersIn([...kept, block]) > limits.characters - 100) break;
    kept.push(block);
  }
  return [
    ...kept,
    {
      type: "context",
      block_id: "cut",
      elements: [plainText([t.moreParts(blocks.length - kept.length)], limits.text, t)],
    },
  ];
}
