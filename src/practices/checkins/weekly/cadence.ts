// How a team checks in: set by whoever leads it, or by an admin.
import { ask, correct, replan, show, committed, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import type { Team, TeamId } from "#src/people/person";
import { button, card, rows, text, type Card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { joinLines } from "#src/view/line";
import { askRhythm } from "../actions.ts";
import { rhythms, type CheckinContext } from "../context.ts";
import { rhythmForm, updateHours, weekdays } from "./checkin-form.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import { usualRhythm, visibilities, type Rhythm, type TeamUpdate } from "../model.ts";
import { isOnFor } from "../update/update.ts";
import { openings } from "../rules.ts";

export function rhythmsCard(
  teams: readonly {
    readonly team: Pick<Team, "id" | "name">;
    readonly rhythm: Rhythm;
    /** Null where the team's figures are not posted. */
    readonly update: Pick<TeamUpdate, "postsAt"> | null;
  }[],
  t: CheckinMessages,
): Card {
  if (teams.length === 0) return card({ title: t.rhythmTitle(), body: [text(t.noTeams())] });
  return card({
    title: t.rhythmTitle(),
    body: [
      rows(
        teams.map(({ team, rhythm, update }) => ({
          line: t.team(team.name),
          soft: joinLines(
            [
              t.rhythmRow(rhythm.on, rhythm.weekday, rhythm.opens, rhythm.visible),
              rhythm.daily ? t.dailyRow() : [],
              update === null ? [] : t.updateRow(update.postsAt),
            ],
            " · ",
          ),
          buttons: [button(t.change(), askRhythm({ team: team.id }))],
        })),
      ),
    ],
    sees: t.rhythmSees(),
  });
}

export async function showRhythms(_input: unknown, context: CheckinContext): Promise<Answer> {
  const rhythmFor = await rhythms(context);
  const updates = await context.stores.checkins.teamUpdates();
  const mine = (await context.stores.people.teams()).filter((team) => maySet(team, context));
  return show(
    rhythmsCard(
      mine.map((team) => {
        const update = updates.find((each) => each.teamId === team.id);
        return {
          team,
          rhythm: rhythmFor({ teamId: team.id }),
          update: isOnFor(team, update) ? update : null,
        };
      }),
      context.t,
    ),
  );
}

const maySet = (team: Team, { person }: CheckinContext): boolean =>
  person.admin || team.managerId === person.id;

async function settable(id: TeamId, context: CheckinContext): Promise<Team> {
  const team = (await context.stores.people.teams()).find((each) => each.id === id);
  if (!team) throw new Refusal(context.house.oldCard());
  if (!maySet(team, context)) throw new Refusal(context.house.notForYou("manager"));
  return team;
}

export async function askForRhythm(
  { team: id }: { team: TeamId },
  context: CheckinContext,
): Promise<Answer> {
  const team = await settable(id, context);
  const found = (await context.stores.checkins.teamUpdates()).find((each) => each.teamId === id);
  const update = isOnFor(team, found) ? found : { on: false, postsAt: null };
  return ask(
    rhythmForm(
      team,
      (await rhythms(context))({ teamId: team.id }),
      team.managerId === context.person.id ? update : null,
      context.t,
    ),
  );
}

export async function saveRhythmForm(
  { payload, values }: { payload: { team: TeamId }; values: FormValues },
  context: CheckinContext,
): Promise<Answer> {
  const { stores } = context;
  const team = await settable(payload.team, context);
  const fields = readFields(values, context);
  const day = fields.chosen("weekday", weekdays.map(String));
  const opens = fields.chosen("opens", openings);
  const visible = fields.chosen("visible", visibilities);
  if (fields.wrong || !opens || !visible) return correct(fields.errors);
  const weekday = weekdays.find((each) => String(each) === day) ?? usualRhythm.weekday;
  await stores.checkins.saveRhythm({
    teamId: team.id,
    on: fields.yes("on"),
    weekday,
    opens,
    visible,
    daily: fields.yes("daily"),
  });
  if (team.managerId === context.person.id && values["updateAt"] !== undefined)
    await saveUpdate(
      team.id,
      fields.yes("update"),
      fields.chosen("updateAt", updateHours),
      context,
    );
  const members = await stores.plans.peopleOf(team.id);
  const managers = (await stores.people.directory()).flatMap((each) =>
    each.teamId === team.id && each.managerId !== null ? [each.managerId] : [],
  );
  const leads = team.managerId === null ? [] : [team.managerId];
  return replan(
    committed(await showRhythms(null, context)),
    ...new Set([...members, ...managers, ...leads]),
  );
}

const saveUpdate = (
  teamId: TeamId,
  on: boolean,
  at: (typeof updateHours)[number] | null,
  { stores, person }: CheckinContext,
): Promise<void> =>
  stores.checkins.saveTeamUpdate({
    teamId,
    byId: person.id,
    on,
    postsAt: at === "never" ? null : at,
  });
