// Setup 初始设置: language and zone, teams and managers, places, metrics, and at its end the pilot teams, by an admin, whenever they like.
import { whereIsRight } from "#src/bot/declare/actions";
import { rest } from "#src/bot/declare/arguments";
import { say } from "#src/bot/declare/actions";
import { practiceOf } from "#src/bot/declare/practice";
import { atHand } from "#src/practices/help/api";
import { button } from "#src/view/card";
import * as act from "./actions.ts";
import { afresh, type SetupStores } from "./context.ts";
import {
  followDirectory,
  showDepartment,
  showDepartments,
  takeDepartment,
} from "./teams/departments.ts";
import {
  follows,
  showDirectoryChanges,
  takeDirectoryChanges,
  turnDownDirectoryChanges,
} from "./following/following.ts";
import { askForTeamOf, showTeamPlaces } from "./teams/team-of-place.ts";
import { newcomers } from "./pilots/greeting.ts";
import { en, type SetupMessages } from "./messages/en/index.ts";
import { zh } from "./messages/zh/index.ts";
import { askForMetric, askOfKind, saveMetric, showMetrics } from "./metrics/metrics.ts";
import { beginWith, showTrades } from "./metrics/begin-with.ts";
import {
  askForGrace,
  askForOrganisation,
  askForPace,
  keepOrganisation,
  saveGrace,
  saveOrganisation,
  savePace,
} from "./organisation.ts";
import { showSetup } from "./overview.ts";
import { later, preview, showPilots, switchTeamOff, switchTeamOn } from "./pilots/pilots.ts";
import { askForPlace, letNamesCross, savePlace, showPlaces } from "./places.ts";
import { showSwitches, switchesSaid, switchPractice } from "./switches/switches.ts";
import { samples } from "./samples.ts";
import {
  askForTeam,
  askPerson,
  choosePerson,
  savePerson,
  saveTeam,
  showTeams,
} from "./teams/teams.ts";

const { practice, command, press, submit, contributes } = practiceOf<SetupMessages, SetupStores>();

export const setup = practice({
  name: "setup",
  group: "team",
  switched: "always on",
  messages: { en, zh },
  stores: { audit: true, people: true, plans: true, setup: true, holidays: true },
  needs: ["help", "holidays"],
  commands: [
    command({
      name: "setup.show",
      first: 3,
      words: { en: ["setup", "start"], zh: ["初始设置", "开始配置"] },
      who: "admin",
      help: (t) => t.help(),
      handle: async (input, context) => afresh(await showSetup(input, context)),
    }),
    command({
      name: "setup.where",
      words: { en: ["company settings"], zh: ["公司设置"] },
      who: "admin",
      help: (t) => t.helpWhere(),
      handle: askForOrganisation,
    }),
    command({
      name: "setup.switches",
      words: {
        en: ["practices", "setup practices", "practice"],
        zh: ["功能开关", "设置功能", "设置 功能", "初始设置 功能"],
      },
      who: "admin",
      help: (t) => t.helpSwitches(),
      args: { line: rest() },
      aloneInPlaces: true,
      handle: async (input, context) => afresh(await switchesSaid(input, context)),
    }),
  ],
  actions: [
    press(act.showSetup, "admin", showSetup),
    press(whereIsRight, "admin", keepOrganisation),
    press(act.askOrganisation, "admin", askForOrganisation),
    press(act.showSwitches, "admin", showSwitches),
    press(act.switchPractice, "admin", switchPractice),
    press(act.showTeams, "admin", showTeams),
    press(act.askTeam, "admin", askForTeam),
    press(act.showTeamPlaces, "admin", showTeamPlaces),
    press(act.askTeamOf, "admin", askForTeamOf, ({ place }) => ({ forPlace: place })),
    press(act.showDepartments, "admin", showDepartments, () => ({ forAll: "departments" })),
    press(act.showDepartment, "admin", showDepartment, ({ department }) => ({
      forDepartment: department,
    })),
    press(act.takeDepartment, "admin", takeDepartment, ({ department }) => ({
      forDepartment: department,
    })),
    press(act.takeChanges, "admin", takeDirectoryChanges, ({ at, departments }) => ({
      forDepartments: departments,
      at,
    })),
    press(act.showChanges, "admin", showDirectoryChanges, ({ at, departments }) => ({
      forDepartments: departments,
      at,
    })),
    press(act.turnDownChanges, "admin", turnDownDirectoryChanges, ({ at, departments }) => ({
      forDepartments: departments,
      at,
    })),
    press(act.followDirectory, "admin", followDirectory, () => ({ forAll: "departments" })),
    press(act.choosePerson, "admin", choosePerson),
    press(act.showPlaces, "admin", showPlaces),
    press(act.askPlace, "admin", askForPlace),
    press(act.letNamesCross, "admin", letNamesCross),
    press(act.showMetrics, "admin", showMetrics),
    press(act.askMetric, "admin", askForMetric),
    press(act.showTrades, "admin", showTrades),
    press(act.beginWith, "admin", beginWith),
    press(act.askGrace, "admin", askForGrace),
    press(act.askPace, "admin", askForPace),
    press(act.showPilots, "admin", showPilots),
    press(act.previewGreeting, "admin", preview),
    press(act.switchOn, "admin", switchTeamOn),
    press(act.switchOff, "admin", switchTeamOff),
    press(act.notNow, "everyone", later),
  ],
  forms: [
    submit(act.saveOrganisation, "admin", saveOrganisation),
    submit(act.saveTeam, "admin", saveTeam),
    submit(act.chosenPerson, "admin", askPerson),
    submit(act.savePerson, "admin", savePerson),
    submit(act.savePlace, "admin", savePlace),
    submit(act.chosenKind, "admin", askOfKind),
    submit(act.saveMetric, "admin", saveMetric),
    submit(act.saveGrace, "admin", saveGrace),
    submit(act.savePace, "admin", savePace),
  ],
  home: [],
  contributions: [
    contributes(atHand, async (_what, { person, t }) =>
      person.admin ? [{ rank: 6, button: button(t.setUp(), say({ text: t.setUpTyped() })) }] : [],
    ),
  ],
  upkeep: [newcomers],
  follows,
  nudges: [],
  samples,
});
