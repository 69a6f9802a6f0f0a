// How this surface shows each element and each kind of field. A new kind without a row here does not compile; the
// contract suite looks for every row on the real page.
import type { ShownFields, ShownParts } from "#src/view/shown";

export const elements: ShownParts = {
  title: { shown: "whole", as: "a heading" },
  chip: { shown: "whole", as: "a coloured word beside the title" },
  faces: { shown: "whole", as: "letters on a colour of their own; from the fifth on by name only" },
  joy: {
    shown: "whole",
    as: "a larger title on a wash, praise with its value in a colour of its own, a goal reached with paper",
  },
  context: { shown: "whole", as: "a soft line under the title" },
  text: { shown: "whole", as: "a paragraph; line breaks stay" },
  heading: { shown: "whole", as: "a smaller heading inside the card" },
  quote: { shown: "whole", as: "an indented quotation" },
  bar: { shown: "whole", as: "a drawn bar with a mark for the time gone, and its words below" },
  facts: { shown: "whole", as: "labels above figures, side by side" },
  rows: {
    shown: "whole",
    as: "a list with its chips, bars and buttons; from the 51st row on counted",
  },
  table: {
    shown: "whole",
    as: "a table that scrolls inside its card; from the 101st row on counted",
  },
  groups: {
    shown: "whole",
    as: "one table, whose person stands beside their rows; where there is little room, one below the other",
  },
  chart: {
    shown: "whole",
    as: "a drawing under its sentence, one of several chosen by name, and its figures beside it or in a table that opens",
  },
  trend: { shown: "whole", as: "a small drawn line with its plan dashed, and its words" },
  page: { shown: "whole", as: "a link that looks like a button, before the others" },
  buttons: { shown: "whole", as: "buttons; from the 13th on counted" },
  menu: { shown: "whole", as: "a sign beside the row, which opens its buttons" },
  confirm: { shown: "whole", as: "a dialog that asks before it is done" },
  sees: { shown: "whole", as: "a line at the bottom with a sign" },
  mention: { shown: "plainer", as: "the name, marked; there is no profile to open" },
  place: { shown: "plainer", as: "its name: there is one page for all" },
  typed: { shown: "whole", as: "a key to type" },
  bold: { shown: "whole", as: "heavier letters" },
};

export const fields: ShownFields = {
  text: { shown: "whole", as: "a text input" },
  longText: { shown: "whole", as: "a text area" },
  number: { shown: "whole", as: "a text input with the phone's keyboard of figures" },
  amount: { shown: "whole", as: "a text input, since people type 12万" },
  date: {
    shown: "whole",
    as: "a text input, since people type 12月31日, with a calendar beside it",
  },
  choice: { shown: "whole", as: "radio buttons up to five, else a list" },
  choices: { shown: "whole", as: "checkboxes" },
  person: { shown: "whole", as: "a list of names" },
  people: { shown: "whole", as: "checkboxes, with a filter from nine on" },
  yesNo: { shown: "whole", as: "a checkbox" },
};
