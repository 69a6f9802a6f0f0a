// Buttons and forms of setup.
import { z } from "zod";
import { personId, teamId } from "#src/people/person";
import { defineAction } from "#src/view/action";

export const askMetric = defineAction("setup.ask-metric", 1, z.object({ metric: z.uuid().nullable() }));
export const saveMetric = defineAction("setup.metric", 1, z.object({ metric: z.uuid().nullable() }));
export const askTeam = defineAction("setup.ask-team", 1, z.object({ team: teamId.nullable() }));
export const saveTeam = defineAction("setup.team", 1, z.object({ team: teamId.nullable() }));
export const choosePerson = defineAction("setup.choose-person", 1, z.object({}));
export const chosenPerson = defineAction("setup.chosen-person", 1, z.object({}));
export const savePerson = defineAction("setup.person", 1, z.object({ person: personId }));
