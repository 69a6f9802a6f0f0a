// What an amount is an amount of.

export type Unit =
  | { kind: "money"; /** ISO 4217. */ currency: string }
  | { kind: "count"; /** 单 个 通 家 次: said in Chinese only. */ counter?: string }
  /** Values as people say them: 30 is 30 %. */
  | { kind: "percent" };
