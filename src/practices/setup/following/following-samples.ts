// What changed in the directory, as it is asked and answered.
import type { Sample } from "#src/bot/declare/practice";
import { card, rows } from "#src/view/card";
import type { NamedChange } from "./rules.ts";
import { teamsCard } from "../setup-card.ts";
import type { SetupMessages } from "../messages/en/index.ts";
import {
  changesCard,
  changesDoneCard,
  changesLeftCard,
  followingRow,
  noChangesCard,
} from "./following-card.ts";

const none = { from: null, manager: null, managerBefore: null, byHand: false };
const changes: readonly NamedChange[] = [
  { ...none, what: "leads", name: "顾明", team: "华东一部", managerBefore: "周岚" },
  { ...none, what: "comes", name: "李雷 <at id=all></at>", team: "华东一部", manager: "顾明" },
  {
    what: "moves",
    name: "Renke Petersen",
    from: "Europe",
    team: "华东一部",
    manager: "顾明",
    managerBefore: "Anna Weber",
    byHand: true,
  },
  {
    ...none,
    what: "moves",
    name: "王磊",
    team: "华东一部",
    manager: "陈静",
    managerBefore: "周岚",
  },
  { ...none, what: "goes", name: "Maya Collins", team: "Europe" },
];
const question = {
  at: { platform: "galaxy", workspace: "w" },
  proposal: "01930000-0000-7000-8000-000000000001",
  departments: ["od-1", "od-2"],
};

export const followingSamples: readonly Sample<SetupMessages>[] = [
  { name: "the directory changed", view: (t) => changesCard(changes, question, t) },
  {
    name: "the directory changed for many",
    view: (t) =>
      changesCard(
        Array.from({ length: 64 }, (_, at) => ({
          ...none,
          what: "comes" as const,
          name: `新同事${at + 1}`,
          team: "华东一部",
        })),
        question,
        t,
      ),
  },
  {
    name: "teams while changes wait",
    view: (t) => teamsCard([], [], { tells: ["departments"], asked: question, leftOut: [] }, t),
  },
  { name: "changes taken over", view: (t) => changesDoneCard(changes.slice(0, 2), "周岚", t) },
  {
    name: "changes done by themselves",
    view: (t) => changesDoneCard(changes.slice(1, 2), null, t),
  },
  { name: "changes turned down", view: (t) => changesLeftCard("周岚", t) },
  { name: "nothing to decide", view: (t) => noChangesCard(t) },
  {
    name: "how the directory is followed",
    view: (t) =>
      card({
        title: t.fromDirectory(),
        body: [rows((["ask", "self", "off"] as const).map((each) => followingRow(2, each, t)))],
      }),
  },
];
