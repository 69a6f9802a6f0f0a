// What a colour means; a word stands beside it always.
export type Tone = "plain" | "good" | "warning" | "bad" | "info";
