// A message may have arrived or not, and nobody may look: an admin decides rather than somebody getting it twice.
import { inBoth } from "#src/language/catalogue";
import type { Claimed } from "#src/ports/delivery/outbox";
import type { KernelStores } from "#src/ports/stores";
import { button, card, type Card } from "#src/view/card";
import type { Notifier } from "../act/notify.ts";
import type { BotPorts } from "../bot-ports.ts";
import { letGo, sendAgain } from "../declare/actions.ts";
import { houseMessages, type HouseMessages } from "../messages/index.ts";

type Uncertain = Pick<Claimed, "id" | "organisation" | "destination">;

const uncertainCard = (delivery: string, to: string, t: HouseMessages): Card =>
  card({
    title: t.mayHaveArrived(to),
    tone: "warning",
    buttons: [
      button(t.sendAgain(), sendAgain({ delivery })),
      button(t.letGo(), letGo({ delivery }), "quiet"),
    ],
  });

export function createDeliveryQuestions(ports: BotPorts, notifier: Notifier) {
  async function askAdmins(delivery: Uncertain): Promise<void> {
    await ports.stores.inOrganisation(delivery.organisation, async (stores) => {
      // A question that may not have arrived is not asked about: it would go on for ever where nobody may ever look.
      if (!(await stores.nudges.isQuestion(delivery.id))) await askIn(stores, delivery);
    });
    ports.wake();
  }

  async function askIn(stores: KernelStores, { id, destination }: Uncertain): Promise<void> {
    const directory = await stores.people.directory();
    const receivers = [...directory, ...(await stores.people.places())];
    const to = receivers.find((each) => each.id === destination)?.name ?? "#";
    const cards = inBoth((locale) => {
      const t = ports.language.speak(houseMessages, { locale, zone: "UTC", currency: "CNY" });
      return [uncertainCard(id, to, t)];
    });
    const admins = directory.filter((each) => each.admin);
    const known = await Promise.all(admins.map((each) => stores.people.acting(each.id)));
    const questions = await Promise.all(
      known.flatMap((acting) =>
        acting === null
          ? []
          : [
              notifier.tell(
                [{ to: { person: acting.person.id }, about: "", cards }],
                `unknown:${id}`,
                { ...acting, stores },
              ),
            ],
      ),
    );
    await stores.acts.record(null, questions.flat());
  }

  return { askAdmins };
}
