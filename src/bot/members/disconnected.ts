// What no message goes out to any more is told once to somebody who can act: a workspace to admins who are reached elsewhere, a place
// to admins and to the manager of its team. Doctor lists both, also where nobody is reached.
import { inBoth } from "#src/language/catalogue";
import type { OrganisationId, Person } from "#src/people/person";
import type { KernelStores, Stopped } from "#src/ports/stores";
import { button, card, softText, type Card } from "#src/view/card";
import { say } from "../declare/actions.ts";
import { houseMessages, type HouseMessages } from "../messages/index.ts";
import type { BotPorts } from "../bot-ports.ts";
import type { Notifier } from "../act/notify.ts";

export const workspaceCard = (name: string, why: string, t: HouseMessages): Card =>
  card({ title: t.workspaceStopped(name, why), tone: "bad", body: [softText(t.workspaceMend())] });

export const placeCard = (name: string, mayChoose: boolean, t: HouseMessages): Card =>
  card({
    title: t.placeStopped(name),
    tone: "warning",
    body: [softText(t.placeMend())],
    buttons: [mayChoose ? button(t.choosePlaces(), say({ text: "setup" })) : undefined],
  });

export function createDisconnectedNotices(
  ports: BotPorts,
  notifier: Notifier,
  keepHouseOf: (organisation: OrganisationId, after: "places") => Promise<void>,
) {
  const { routing } = ports.stores;

  /** Safe to repeat: each stop is told once. What came back and stopped again is told again. */
  async function tellStopped(): Promise<void> {
    const closed = await routing.tryClosedPlaces();
    for (const each of await routing.stoppedLately()) {
      await tell(each).catch((error: unknown) =>
        ports.logger.error(
          { platform: each.platform, workspace: each.workspace, error },
          "nobody told of what stopped",
        ),
      );
    }
    for (const organisation of closed) await keepHouseOf(organisation, "places");
  }

  async function tell(stopped: Stopped): Promise<void> {
    const told = await ports.stores.inOrganisation(stopped.organisation, (stores) =>
      whomAndWhat(stopped, stores),
    );
    const reached = await routing.reached(told.map(({ person }) => person.id));
    const heard = told.filter(({ person }) => reached.has(person.id));
    if (heard.length === 0) return;
    const key = `stopped:${stopped.platform}:${stopped.workspace}:${stopped.place ?? ""}:${stopped.since.toISOString()}`;
    await ports.stores.inOrganisation(stopped.organisation, async (stores) => {
      for (const { person, shows } of heard) {
        const acting = await stores.people.acting(person.id);
        const cards = inBoth((locale) => [
          shows(
            ports.language.speak(houseMessages, { locale, zone: person.zone, currency: "CNY" }),
          ),
        ]);
        if (acting)
          await stores.acts.record(
            null,
            await notifier.tell([{ to: { person: person.id }, about: "", cards }], key, {
              ...acting,
              stores,
            }),
          );
      }
    });
    ports.wake();
  }

  async function whomAndWhat(
    stopped: Stopped,
    { people }: KernelStores,
  ): Promise<readonly { readonly person: Person; readonly shows: (t: HouseMessages) => Card }[]> {
    const directory = await people.directory();
    if (stopped.place === null) {
      const name = `${stopped.name} (${stopped.platform})`;
      return directory
        .filter((each) => each.admin)
        .map((person) => ({ person, shows: (t) => workspaceCard(name, stopped.why, t) }));
    }
    const place = (await people.places()).find((each) => each.id === stopped.place);
    // A place of nobody's, to which nothing was to be sent, is no news.
    if (!place || (place.teamId === null && !stopped.lost)) return [];
    const manager = (await people.teams()).find((each) => each.id === place.teamId)?.managerId;
    return directory
      .filter((each) => each.admin || each.id === manager)
      .map((person) => ({ person, shows: (t) => placeCard(place.name, person.admin, t) }));
  }

  return { tellStopped };
}
