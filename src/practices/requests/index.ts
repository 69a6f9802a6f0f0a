// Requests 加入申请: a workspace asks to join, and an admin lets it in or refuses it. Who asks, and what is told of it, is the house's.
import { replace, committed, type Answer } from "#src/bot/declare/answer";
import { letInWorkspace, refuseWorkspace } from "#src/bot/declare/actions";
import { Refusal } from "#src/bot/declare/errors";
import { practiceOf, type Context } from "#src/bot/declare/practice";
import { answeredCard, requestCard, requestName } from "#src/bot/members/installation-requests";
import { houseMessages, type HouseMessages } from "#src/bot/messages/index";
import type { InstallationRequest } from "#src/ports/chat/requests";
import type { KernelStores } from "#src/ports/stores";
import type { Card } from "#src/view/card";

type RequestStores = Pick<KernelStores, "people" | "requests" | "audit">;
type RequestContext = Context<HouseMessages, RequestStores>;

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

const { practice, press } = practiceOf<HouseMessages, RequestStores>();

export const requests = practice({
  name: "requests",
  group: "own",
  switched: "always on",
  messages: houseMessages,
  stores: { people: true, requests: true, audit: true },
  needs: [],
  commands: [],
  actions: [
    press(letInWorkspace, "admin", ({ request }, context) => answer(request, true, context)),
    press(refuseWorkspace, "admin", ({ request }, context) => answer(request, false, context)),
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

async function answer(id: string, isIn: boolean, context: RequestContext): Promise<Answer> {
  const { people, requests: asked, audit } = context.stores;
  const request = await asked.request(id);
  if (
    request === null ||
    !(await (isIn ? asked.letIn(id, context.now) : asked.refuse(id, context.now)))
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
      standing: requestName(request),
    })),
  );
}
