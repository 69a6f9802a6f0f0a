// Buttons and forms of setup.
import { z } from "zod";
import { personId, teamId } from "#src/people/person";
import { placeId } from "#src/people/place";
import { defineAction } from "#src/view/action";
import { trades } from "./metrics/trades.ts";
import { followings } from "./model.ts";
import { metricKinds } from "./model.ts";

const nothing = z.object({});
/** More departments are not followed: each costs calls every night. */
export const mostFollowed = 30;
const ofTeam = z.object({ team: teamId });

export const showSetup = defineAction("setup.show", 1, nothing);
export const askOrganisation = defineAction("setup.ask-organisation", 1, nothing);
export const saveOrganisation = defineAction("setup.organisation", 1, nothing);
export const showMetrics = defineAction("setup.metrics", 1, nothing);
export const askMetric = defineAction(
  "setup.ask-metric",
  1,
  z.object({ metric: z.uuid().nullable() }),
);
export const showTrades = defineAction("setup.trades", 1, nothing);
export const beginWith = defineAction("setup.begin-with", 1, z.object({ trade: z.enum(trades) }));
export const chosenKind = defineAction("setup.chosen-kind", 1, nothing);
export const saveMetric = defineAction(
  "setup.metric",
  2,
  z.object({ metric: z.uuid().nullable(), kind: z.enum(metricKinds) }),
);
export const askGrace = defineAction("setup.ask-grace", 1, nothing);
export const saveGrace = defineAction("setup.grace", 1, nothing);
export const askPace = defineAction("setup.ask-pace", 1, nothing);
export const savePace = defineAction("setup.pace", 1, nothing);
/** Whether praise may name people where readers of another platform read it. */
export const letNamesCross = defineAction("setup.names-cross", 1, z.object({ on: z.boolean() }));
export const showSwitches = defineAction("setup.practices", 1, nothing);
export const switchPractice = defineAction(
  "setup.practice",
  1,
  z.object({ practice: z.string().max(40), on: z.boolean() }),
);
export const showTeams = defineAction("setup.teams", 1, nothing);
export const askTeam = defineAction("setup.ask-team", 1, z.object({ team: teamId.nullable() }));
/** `place`: the place whose people it is made of, and whose it then is. */
export const saveTeam = defineAction(
  "setup.team",
  4,
  z.object({ team: teamId.nullable(), place: placeId.nullable() }),
);
export const showTeamPlaces = defineAction("setup.team-places", 1, nothing);
export const askTeamOf = defineAction("setup.team-of", 1, z.object({ place: placeId }));
/** Teams as the company's own directory has them: nothing is kept before one is confirmed. */
export const showDepartments = defineAction("setup.departments", 1, nothing);
const ofDepartment = z.object({ department: z.string().min(1).max(128) });
export const showDepartment = defineAction("setup.department", 1, ofDepartment);
export const takeDepartment = defineAction("setup.take-department", 1, ofDepartment);
/** What changed in the directory since: the question it answers, and the departments that are looked at once more. */
const askedOf = {
  at: z.object({ platform: z.string().max(40), workspace: z.string().max(200) }),
  proposal: z.string().min(1).max(64),
  departments: z.array(z.string().min(1).max(128)).max(mostFollowed),
};
/** `always`: and without asking from now on. */
export const takeChanges = defineAction(
  "setup.take-changes",
  1,
  z.object({ ...askedOf, always: z.boolean() }),
);
/** The question as it stands now. */
export const showChanges = defineAction("setup.show-changes", 1, z.object(askedOf));
export const turnDownChanges = defineAction("setup.turn-down-changes", 1, z.object(askedOf));
/** How the directory is followed. */
export const followDirectory = defineAction(
  "setup.follow-directory",
  1,
  z.object({ to: z.enum(followings) }),
);
export const choosePerson = defineAction("setup.choose-person", 1, nothing);
export const chosenPerson = defineAction("setup.chosen-person", 1, nothing);
export const savePerson = defineAction("setup.person", 1, z.object({ person: personId }));
export const showPlaces = defineAction("setup.places", 1, nothing);
export const askPlace = defineAction("setup.ask-place", 1, z.object({ place: placeId }));
export const savePlace = defineAction("setup.place", 1, z.object({ place: placeId }));
export const showPilots = defineAction("setup.pilots", 1, nothing);
/** Shows the greeting as it will arrive, with the button that switches the team on. */
export const previewGreeting = defineAction("setup.preview", 1, ofTeam);
export const switchOn = defineAction("setup.switch-on", 1, ofTeam);
export const switchOff = defineAction("setup.switch-off", 1, ofTeam);
/** On the greeting itself. */
export const notNow = defineAction("setup.not-now", 1, nothing);
