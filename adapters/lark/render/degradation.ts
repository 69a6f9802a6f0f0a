// How Lark shows each element and each kind of field. A new kind without a row here does not compile; the contract suite looks
// for every row in the card JSON.
import type { ShownFields, ShownParts } from "#src/view/shown";

export const elements: ShownParts = {
  title: {
    shown: "whole",
    as: "the card's header in the colour of its tone; a long one, or that of a second card, as the first line of the body",
  },
  chip: { shown: "whole", as: "a tag in the header; in a row a coloured tag behind the words" },
  faces: { shown: "plainer", as: "the names in the words" },
  joy: {
    shown: "plainer",
    as: "a sign before the title, and praise under a header in the colour of its value",
  },
  context: { shown: "whole", as: "a small grey line under the header" },
  text: { shown: "whole", as: "a paragraph; line breaks stay" },
  heading: { shown: "whole", as: "a bold line" },
  quote: { shown: "whole", as: "a paragraph on grey" },
  bar: { shown: "plainer", as: "ten blocks before its words; the time gone in words" },
  facts: { shown: "whole", as: "labels above figures, two beside each other" },
  rows: {
    shown: "whole",
    as: "paragraphs with tag and bar, a single short button beside them in lists of up to fifteen, else below; what does not fit is counted",
  },
  table: {
    shown: "whole",
    as: "a table of ten rows a page; from the sixth table on lines of text",
  },
  groups: {
    shown: "plainer",
    as: "a table with the person in each row and the status as a tag; without the small line",
  },
  chart: {
    shown: "whole",
    as: "a chart of Lark's own, and its words; of several the first, and what the others say",
  },
  trend: { shown: "plainer", as: "eight heights of blocks, and its words" },
  page: { shown: "whole", as: "a button that opens an address, before the others" },
  buttons: { shown: "whole", as: "buttons; what does not fit is counted" },
  menu: { shown: "whole", as: "three dots beside the row, which open its buttons" },
  confirm: { shown: "whole", as: "a dialog that asks before it is done" },
  sees: { shown: "whole", as: "a small grey line at the bottom with a sign" },
  mention: {
    shown: "plainer",
    as: "the name; whom a post tells stands above it once as Lark's own mention, as headers take none",
  },
  place: { shown: "plainer", as: "its name: Lark has no link to a group" },
  typed: { shown: "whole", as: "blue words" },
  bold: { shown: "whole", as: "heavier letters" },
};

export const fields: ShownFields = {
  text: { shown: "whole", as: "an input" },
  longText: { shown: "plainer", as: "an input of several lines; at most 1,000 characters" },
  number: { shown: "whole", as: "an input" },
  amount: { shown: "whole", as: "an input, since people type 12万" },
  date: { shown: "whole", as: "Lark's own date picker" },
  choice: { shown: "whole", as: "a list" },
  choices: { shown: "whole", as: "a list of which several can be chosen" },
  person: { shown: "whole", as: "a list of names from our own directory" },
  people: { shown: "whole", as: "a list of names of which several can be chosen" },
  yesNo: { shown: "whole", as: "a checkbox" },
};
