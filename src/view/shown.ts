// What a surface shows and how well: each adapter has a table of these (render/degradation.ts), and a new part of a card or kind of field
// without a row in every one of them does not compile.
import type { Element } from "./card.ts";
import type { Field } from "./form.ts";

export interface Shown {
  /** `whole`: everything is there; `plainer`: the same thought with less. */
  readonly shown: "whole" | "plainer";
  readonly as: string;
}

type Part =
  | Element["element"]
  | "title"
  | "chip"
  | "faces"
  | "joy"
  | "context"
  | "trend"
  | "buttons"
  | "page"
  | "menu"
  | "confirm"
  | "sees"
  | "mention"
  | "place"
  | "typed"
  | "bold";

export type ShownParts = Readonly<Record<Part, Shown>>;
export type ShownFields = Readonly<Record<Field["field"], Shown>>;
