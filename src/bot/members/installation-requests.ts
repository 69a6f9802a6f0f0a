// A workspace that would belong to an organisation others are in waits: all its admins are asked, the first answer counts, and the cards
// of the others say so. What the operator lets in is told to them as well, so that nobody comes in unseen.
import { inBoth } from "#src/language/catalogue";
import type { OrganisationId, Person } from "#src/people/person";
import type { InstallationRequest } from "#src/ports/requests";
import type { KernelStores } from "#src/ports/stores";
import { button, card, softText, text, type Card } from "#src/view/card";
import { letInWorkspace, refuseWorkspace } from "../declare/actions.ts";
import { replace, committed, type Answer } from "../declare/answer.ts";
import { Refusal } from "../declare/errors.ts";
import { houseMessages } from "../house.ts";
import type { HouseMessages } from "../messages/en.ts";
import type { PipelinePorts } from "../act/receive.ts";
import { definePractice, press, type Context, type Practice } from "../declare/practice.ts";
import type { Notifier } from "../act/notify.ts";

type RequestContext = Context<HouseMessages, Pick<KernelStores, "people" | "requests" | "audit">>;

const nameOf = ({ id }: Pick<InstallationRequest, "id">): string => `house.request:${id}`;

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

/** `by`: who of us answered; null: the operator. */
export const answeredCard = (
  { name, platform, workspace }: InstallationRequest,
  isIn: boolean,
  by: string | null,
  t: HouseMessages,
): Card =>
  card({
    title: isIn ? t.wasLetIn(name) : t.wasRefused(name),
    tone: isIn ? "good" : "plain",
    body: [
      softText(t.requestWhere(platform, workspace)),
      softText(by === null ? t.answeredByOperator() : t.answeredBy(by)),
    ],
  });

const sample: InstallationRequest = {
  id: "01930000-0000-7000-8000-000000000001",
  platform: "Galaxy",
  workspace: "T0123ABCD",
  name: "Acme West",
  askedBy: "U0123",
  askedByName: "Mira Novak",
  askedAt: new Date(0),
  state: "open",
  decidedBy: null,
};

export function createRequests(): Practice<HouseMessages, KernelStores> {
  return definePractice<HouseMessages, KernelStores>({
    name: "requests",
    messages: houseMessages,
    stores: ["people", "requests", "audit"],
    needs: [],
    commands: [],
    actions: [
      press(letInWorkspace, "admin", ({ request }, context: RequestContext) =>
        answer(request, true, context),
      ),
      press(refuseWorkspace, "admin", ({ request }, context: RequestContext) =>
        answer(request, false, context),
      ),
    ],
    forms: [],
    home: [],
    upkeep: [],
    nudges: [],
    samples: [
      { name: "asks", view: (t) => requestCard(sample, t) },
      { name: "let-in", view: (t) => answeredCard(sample, true, "周岚", t) },
      { name: "refused", view: (t) => answeredCard(sample, false, null, t) },
    ],
  });
}

async function answer(id: string, isIn: boolean, context: RequestContext): Promise<Answer> {
  const { people, requests, audit } = context.stores;
  const request = await requests.request(id);
  if (
    request === null ||
    !(await (isIn ? requests.letIn(id, context.now) : requests.refuse(id, context.now)))
  )
    throw new Refusal(context.t.requestOver());
  const { platform, workspace } = request;
  await audit.record({
    act: isIn ? "installation.joined" : "installation.refused",
    by: { person: context.person.id },
    about: null,
    at: context.now,
    detail: { platform, workspace },
  });
  const others = (await people.directory()).filter(
    (each) => each.admin && each.id !== context.person.id,
  );
  const shows = (t: HouseMessages): Card => answeredCard(request, isIn, context.person.name, t);
  return committed(
    replace(shows(context.t)),
    ...others.map((each) => ({
      ...context.notify(each, `answered-${id}`, shows),
      standing: nameOf(request),
    })),
  );
}

export function createRequestNotices(ports: PipelinePorts, teller: Notifier) {
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
        : answeredCard(request, request.state === "let in", null, t);
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
      standing: nameOf(request),
    };
    await stores.acts.record(
      null,
      await teller.tell([asked], nameOf(request), { ...acting, stores }),
    );
  }

  return { tellRequests };
}
