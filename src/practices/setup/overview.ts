// Where setup stands: what is done, what comes next. Nothing waits for it.
import { openCalendars } from "#src/practices/holidays/api";
import { type Answer, replace } from "#src/bot/declare/answer";
import type { SetupContext } from "./context.ts";
import { setupCard } from "./setup-card.ts";

export async function showSetup(_input: unknown, context: SetupContext): Promise<Answer> {
  const { people, setup, holidays } = context.stores;
  const directory = await people.directory();
  const shown = {
    organisation: context.organisation,
    metrics: await setup.metrics(),
    teams: await people.teams(),
    people: directory,
    places: await people.places(),
    switches: context.guide().switches(),
    openYears: openCalendars(directory, await holidays.own(), context.today),
  };
  return replace(setupCard(shown, context.t));
}
