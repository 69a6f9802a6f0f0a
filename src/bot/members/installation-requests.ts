// A workspace that would belong to an organisation others are in waits: all its admins are asked, the first answer counts, and the cards
// of the others say so. What the operator lets in is told to them as well, so that nobody comes in unseen.
import { inBoth } from "#src/language/catalogue";
import type { OrganisationId, Person } from "#src/people/person";
import type { InstallationRequest } from "#src/ports/chat/requests";
import type { KernelStores } from "#src/ports/stores";
import { button, card, softText, text, type Card } from "#src/view/card";
import { letInstaller, letInWorkspace, refuseWorkspace, say } from "../declare/actions.ts";
import { houseMessages, type HouseMessages } from "../messages/index.ts";
import type { BotPorts } from "../bot-ports.ts";
import type { Notifier } from "../act/notify.ts";

export const requestName = ({ id }: Pick<InstallationRequest, "id">): string =>
  `house.request:${id}`;

export const requestCard = (
  { id, platform, workspace, name, askedBy, askedByName }: InstallationRequest,
  t: HouseMessages,
): Card =>
  card({
    title: t.requestTitle(name),
    tone: "warning",
    body: [
      text(t.requestBy(askedByName, askedBy)),
      text(t.requestWhere(platform, workspace)),
      text(t.requestMeans()),
      softText(t.requestRefusing()),
    ],
    buttons: [
      button(t.letIn(), letInWorkspace({ request: id })),
      button(t.refuseIt(), refuseWorkspace({ request: id })),
    ],
  });

/** `by`: who of us answered; null: the operator. `asks`: whoever reads it is asked besides whether who installed it may set up too. */
export const answeredCard = (
  request: InstallationRequest,
  isIn: boolean,
  by: string | null,
  t: HouseMessages,
  asks = false,
): Card => {
  const { name, platform, workspace, askedBy } = request;
  const installer = asks && isIn ? installerOf(request) : null;
  const answer = (may: boolean) =>
    letInstaller({
      request: request.id,
      may,
      account: { platform, workspace, user: askedBy ?? "" },
    });
  return card({
    title: isIn ? t.wasLetIn(name) : t.wasRefused(name),
    tone: isIn ? "good" : "plain",
    body: [
      softText(t.requestWhere(platform, workspace)),
      softText(by === null ? t.answeredByOperator() : t.answeredBy(by)),
      installer === null ? undefined : text(t.mayInstaller(installer)),
    ],
    buttons:
      installer === null
        ? []
        : [
            button(t.installerYes(installer), answer(true)),
            button(t.installerNo(), answer(false), "quiet"),
          ],
  });
};

/** Who installed it, as far as the platform tells; null where nobody says it. */
export const installerOf = ({
  askedBy,
  askedByName,
}: Pick<InstallationRequest, "askedBy" | "askedByName">): string | null => askedByName ?? askedBy;

/** What was answered about who installed it; `isHere`: they are somebody of ours already. */
export const installerCard = (
  { name, platform, workspace }: Pick<InstallationRequest, "name" | "platform" | "workspace">,
  installer: string,
  { may, isHere, by }: { readonly may: boolean; readonly isHere: boolean; readonly by: string },
  t: HouseMessages,
): Card => {
  const allowed = isHere ? t.installerMay(installer) : t.installerComes(installer);
  return card({
    title: t.wasLetIn(name),
    tone: "good",
    body: [
      text(may ? allowed : t.installerMayNot(installer)),
      softText(t.requestWhere(platform, workspace)),
      softText(t.answeredBy(by)),
    ],
  });
};

/** The same for who installed it. */
export const toInstaller = (workspace: string, may: boolean, by: string, t: HouseMessages): Card =>
  may
    ? card({
        title: t.youMaySetUp(workspace, by),
        tone: "good",
        buttons: [button(t.beginSetUp(), say({ text: "setup" }), "primary")],
      })
    : card({ title: t.youMayNot(workspace), body: [softText(t.youMayNotMore(by))] });

export function createRequestNotices(ports: BotPorts, notifier: Notifier) {
  const { routing } = ports.stores;
  /** Whom this process told of what; may be lost at any moment, since nothing is said twice under one key. */
  const told = new Set<string>();

  /** Safe to repeat: each admin is asked once, also one who became an admin since. */
  async function tellRequests(): Promise<void> {
    for (const { organisation, ...request } of await routing.requests()) {
      if (request.state !== "open" && request.decidedBy !== "operator") continue;
      await tell(organisation, request).catch((error: unknown) =>
        ports.logger.error(
          { platform: request.platform, workspace: request.workspace, error },
          "nobody told of who asks to join",
        ),
      );
    }
  }

  async function tell(organisation: OrganisationId, request: InstallationRequest): Promise<void> {
    const shows = (t: HouseMessages): Card =>
      request.state === "open"
        ? requestCard(request, t)
        : answeredCard(request, request.state === "let in", null, t, request.installer === "open");
    const keyOf = ({ id }: Person): string => `${request.id} ${request.state} ${id}`;
    const heard = await ports.stores.inOrganisation(organisation, async (stores) => {
      const admins = (await stores.people.directory()).filter(
        (each) => each.admin && !told.has(keyOf(each)),
      );
      for (const person of admins) await tellOne(person, request, shows, stores);
      return admins;
    });
    for (const person of heard) told.add(keyOf(person));
    if (heard.length > 0) ports.wake();
  }

  async function tellOne(
    person: Person,
    request: InstallationRequest,
    shows: (t: HouseMessages) => Card,
    stores: KernelStores,
  ): Promise<void> {
    const acting = await stores.people.acting(person.id);
    if (acting === null) return;
    const cards = inBoth((locale) => [
      shows(ports.language.speak(houseMessages, { locale, zone: person.zone, currency: "CNY" })),
    ]);
    const asked = {
      to: { person: person.id },
      about: request.state,
      cards,
      standing: requestName(request),
    };
    await stores.acts.record(
      null,
      await notifier.tell([asked], requestName(request), { ...acting, stores }),
    );
  }

  return { tellRequests };
}
