// How Slack shows each element and each kind of field. A new kind without a row here does not compile; the contract suite looks
// for every row in what was sent.
import type { ShownFields, ShownParts } from "#src/view/shown";

export const elements: ShownParts = {
  title: {
    shown: "whole",
    as: "a header; over 150 characters or with line breaks a bold paragraph",
  },
  chip: { shown: "whole", as: "a coloured dot and its word in the line below the title" },
  faces: { shown: "plainer", as: "the names in the words; a picture would need an address" },
  joy: { shown: "plainer", as: "a sign before the title" },
  context: { shown: "whole", as: "a context block" },
  text: { shown: "whole", as: "rich text, in which nothing is read as markup" },
  heading: { shown: "whole", as: "a bold line" },
  quote: { shown: "whole", as: "a rich text quotation" },
  bar: { shown: "plainer", as: "ten blocks with a stroke for the time gone, and its words" },
  facts: { shown: "whole", as: "fields of a section, side by side" },
  rows: {
    shown: "whole",
    as: "a list, or sections with their buttons, in a menu beside each where there are many; what does not fit is counted on a button that shows it",
  },
  table: {
    shown: "whole",
    as: "Slack's own table in a message; on the tab, and where that is refused, text of one width",
  },
  groups: {
    shown: "whole",
    as: "Slack's own table with the person in each row; on the tab, and where that is refused, a bold line for each and a list below it",
  },
  chart: {
    shown: "whole",
    as: "its sentence, Slack's own chart (two in a message) and its words; on the tab, and where that is refused, bars or heights of blocks; of several the first, and what the others say",
  },
  trend: { shown: "plainer", as: "eight heights of blocks, and its words" },
  page: { shown: "whole", as: "a button with an address, before the others" },
  buttons: { shown: "whole", as: "buttons; from the 13th on behind one" },
  menu: {
    shown: "whole",
    as: "Slack's own menu beside the row; a single button stands there itself",
  },
  confirm: { shown: "whole", as: "Slack's own dialog" },
  sees: { shown: "whole", as: "a context block with a sign" },
  mention: {
    shown: "whole",
    as: "Slack's own mention, once in a post, of whom it is addressed to and while they are at work; else the name",
  },
  place: { shown: "whole", as: "Slack's own link to the channel; in a button and a list its name" },
  typed: { shown: "whole", as: "code" },
  bold: { shown: "whole", as: "bold" },
};

export const fields: ShownFields = {
  text: { shown: "whole", as: "a text input" },
  longText: { shown: "whole", as: "a text input of several lines" },
  number: { shown: "whole", as: "a text input, since people type 1.2k" },
  amount: { shown: "whole", as: "a text input, since people type 12万" },
  date: { shown: "whole", as: "Slack's own date picker" },
  choice: { shown: "whole", as: "radio buttons where one is needed of up to five, else a list" },
  choices: { shown: "whole", as: "checkboxes up to ten, else a list" },
  person: { shown: "whole", as: "a list of our directory; from the 101st on found by typing" },
  people: { shown: "whole", as: "a list of our directory; from the 101st on found by typing" },
  yesNo: { shown: "whole", as: "a checkbox" },
};
