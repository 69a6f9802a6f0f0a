// The greeting as people get it, and what the admin sees around it before the team is switched on.
import { say } from "#src/bot/declare/actions";
import type { Team } from "#src/people/person";
import { button, card, chip, fact, facts, rows, softText, text, type Card } from "#src/view/card";
import { notNow, previewGreeting, showPilots, showSetup, switchOff, switchOn } from "../actions.ts";
import type { SetupMessages } from "../messages/en/index.ts";

/** On whose behalf they are greeted, who leads them, and who may log for them, by name. */
export interface GreetedUnder {
  readonly company: string;
  readonly manager: string | null;
  readonly assistants: readonly string[];
}

/** What it does, what is kept, who sees it. */
export function greetingCard(
  { company, manager, assistants }: GreetedUnder,
  t: SetupMessages,
): Card {
  return card({
    title: t.greeting(),
    body: [
      text(t.greetingDoes(company)),
      facts(
        fact(t.greetingKept(), t.greetingKeptIs()),
        fact(t.greetingSeen(), t.greetingSeenIs(manager, assistants)),
        fact(t.greetingComes(), t.greetingComesIs()),
      ),
    ],
    buttons: [
      button(t.setGoal(), say({ text: "goal new" }), "primary"),
      button(t.log(), say({ text: "log" })),
      button(t.notNow(), notNow({}), "quiet"),
    ],
  });
}

export const laterCard = (t: SetupMessages): Card => card({ title: t.later() });

/** Below the greeting that is previewed: how many will get it now, and the switch. */
export function switchCard(
  team: Pick<Team, "id" | "name">,
  people: number,
  first: number,
  t: SetupMessages,
): Card {
  return card({
    title: t.previewTitle(team.name),
    tone: "info",
    body: [text(t.previewIs(people, first)), softText(t.previewNote())],
    buttons: [
      button(t.switchOn(team.name), switchOn({ team: team.id }), "primary"),
      button(t.notYet(), showPilots({}), "quiet"),
    ],
  });
}

export function switchedOnCard(name: string, first: number, t: SetupMessages): Card {
  return card({
    title: t.switchedOn(name),
    tone: "good",
    body: [text(t.greetingGoes(first))],
    buttons: [button(t.toSetup(), showSetup({}), "quiet")],
  });
}

export interface PilotTeam {
  readonly team: Team;
  readonly people: number;
}

export function pilotsCard(teams: readonly PilotTeam[], t: SetupMessages): Card {
  return card({
    title: t.pilots(),
    body: [
      text(teams.length === 0 ? t.noTeamsYet() : t.pilotsIntro()),
      rows(
        teams.map(({ team, people }) => ({
          line: t.teamIs(team.name),
          soft: t.peopleCount(people),
          chip: chip(
            t.onOff(team.switchedOnAt !== null),
            team.switchedOnAt === null ? "plain" : "good",
          ),
          buttons: [
            team.switchedOnAt === null
              ? button(t.preview(), previewGreeting({ team: team.id }))
              : button(t.switchOff(), switchOff({ team: team.id }), "quiet", t.switchOffSure()),
          ],
        })),
      ),
    ],
    buttons: [button(t.toSetup(), showSetup({}), "quiet")],
    sees: t.sees(),
  });
}
