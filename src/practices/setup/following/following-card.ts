// What changed in the company's directory: asked of the admins in one card, and what became of it.
import { button, card, rows, softText, type Card, type Row } from "#src/view/card";
import {
  followDirectory,
  showDepartments,
  showTeams,
  turnDownChanges,
  takeChanges,
} from "../actions.ts";
import type { SetupMessages } from "../messages/en/index.ts";
import type { NamedChange } from "./rules.ts";

export interface Question {
  readonly at: { readonly platform: string; readonly workspace: string };
  readonly proposal: string;
  readonly departments: readonly string[];
}

const mostRows = 30;

const listed = (changes: readonly NamedChange[], t: SetupMessages) => [
  rows(changes.slice(0, mostRows).map((each) => rowOf(each, t))),
  changes.length > mostRows ? softText(t.changesLeft(changes.length - mostRows)) : undefined,
];

function rowOf(change: NamedChange, t: SetupMessages): Row {
  const soft = change.byHand ? t.setByHand() : undefined;
  return { line: t.changeIs(change), ...(soft === undefined ? {} : { soft }) };
}

export const changesCard = (
  changes: readonly NamedChange[],
  { at, proposal, departments }: Question,
  t: SetupMessages,
): Card => {
  const { platform, workspace } = at;
  const asked = { at: { platform, workspace }, proposal, departments: [...departments] };
  return card({
    title: t.directoryChanged(changes.length),
    tone: "info",
    body: [...listed(changes, t), softText(t.whoIsTold())],
    buttons: [
      button(t.takeChanges(), takeChanges({ ...asked, always: false }), "primary"),
      button(t.turnDownChanges(), turnDownChanges(asked)),
      button(t.takeAlways(), takeChanges({ ...asked, always: true }), "quiet"),
    ],
  });
};

/** `by`: who answered; null: nobody was asked. */
export const changesDoneCard = (
  changes: readonly NamedChange[],
  by: string | null,
  t: SetupMessages,
): Card =>
  card({
    title: t.changesTaken(changes.length),
    tone: "good",
    body: [...listed(changes, t), softText(by === null ? t.takenByItself() : t.changesBy(by))],
    buttons: [button(t.teams(), showTeams({}), "quiet")],
  });

export const changesLeftCard = (by: string, t: SetupMessages): Card =>
  card({
    title: t.changesTurnedDown(),
    body: [softText(t.changesBy(by))],
    buttons: [button(t.fromDirectory(), showDepartments({}), "quiet")],
  });

/** It is as it was asked no more: nothing is to be done about it. */
export const noChangesCard = (t: SetupMessages): Card =>
  card({
    title: t.nothingChanged(),
    buttons: [button(t.teams(), showTeams({}), "quiet")],
  });

/** How the directory is followed, with what else can be chosen. */
export const followingRow = (
  count: number,
  following: "ask" | "self" | "off",
  t: SetupMessages,
): Row => ({
  line: t.following(count, following),
  buttons: [
    following === "self"
      ? undefined
      : button(t.followItself(), followDirectory({ to: "self" }), "quiet"),
    following === "ask"
      ? undefined
      : button(t.followAsking(), followDirectory({ to: "ask" }), "quiet"),
    following === "off"
      ? undefined
      : button(t.followNot(), followDirectory({ to: "off" }), "quiet"),
  ].filter((each) => each !== undefined),
});
