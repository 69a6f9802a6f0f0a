// Requests 加入申请: a workspace asks to join, and an admin lets it in or refuses it. Who asks, and what is told of it, is the house's.
import { replace, committed, type Answer } from "#src/bot/declare/answer";
import { letInstaller, letInWorkspace, refuseWorkspace } from "#src/bot/declare/actions";
import { Refusal } from "#src/bot/declare/errors";
import { practiceOf, type Context } from "#src/bot/declare/practice";
import {
  answeredCard,
  installerCard,
  installerOf,
  requestCard,
  requestName,
  toInstaller,
} from "#src/bot/members/installation-requests";
import { houseMessages, type HouseMessages } from "#src/bot/messages/index";
import { mayAct } from "#src/people/admission";
import type { ChatIdentity, Person } from "#src/people/person";
import { changedBy } from "#src/people/store";
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
  installer: null,
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
    press(letInstaller, "admin", answerInstaller, ({ account }) => ({ forAccount: account })),
  ],
  forms: [],
  home: [],
  upkeep: [],
  nudges: [],
  samples: [
    { name: "asks", view: (t) => requestCard(sample, t) },
    { name: "let-in", view: (t) => answeredCard(sample, true, "周岚", t) },
    { name: "let-in-asks", view: (t) => answeredCard(sample, true, "周岚", t, true) },
    ...[true, false].flatMap((may) => [
      {
        name: may ? "installer-may" : "installer-may-not",
        view: (t: HouseMessages) =>
          installerCard(sample, "Mira Novak", { may, isHere: true, by: "周岚" }, t),
      },
      {
        name: may ? "you-may-set-up" : "you-may-not",
        view: (t: HouseMessages) => toInstaller(sample.name, may, "周岚", t),
      },
    ]),
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
    replace(answeredCard(request, isIn, context.person.name, context.t, true)),
    ...others.map((each) => ({
      ...context.notify(each, `answered-${id}`, shows),
      standing: requestName(request),
    })),
  );
}

/** Whether who installed it may set up too: asked of who let it in, told to them and to the other admins. */
async function answerInstaller(
  {
    request: id,
    may,
    account,
  }: { readonly request: string; readonly may: boolean; readonly account: ChatIdentity },
  context: RequestContext,
): Promise<Answer> {
  const { people, requests: asked } = context.stores;
  const request = await asked.request(id);
  const installer = request === null ? null : installerOf(request);
  if (
    request === null ||
    installer === null ||
    request.askedBy !== account.user ||
    !(await asked.answerInstaller(id, may))
  )
    throw new Refusal(context.t.requestOver());
  const person = await who(account, context);
  if (person !== null && may) {
    await people.lock([person.id]);
    await people.entitle(person.id, { admin: true }, changedBy(context));
  }
  const answered = { may, isHere: person !== null, by: context.person.name };
  const shows = (t: HouseMessages): Card => installerCard(request, installer, answered, t);
  const others = (await people.directory()).filter(
    (each) => each.admin && each.id !== context.person.id && each.id !== person?.id,
  );
  return committed(
    replace(shows(context.t)),
    ...others.map((each) => ({
      ...context.notify(each, `installer-${id}`, shows),
      standing: requestName(request),
    })),
    ...(person === null || person.id === context.person.id
      ? []
      : [
          context.notify(person, `installer-${id}`, (t) =>
            toInstaller(request.name, may, context.person.name, t),
          ),
        ]),
  );
}

/** Whoever is nobody of ours yet becomes somebody, as when they had written themselves; null where their platform does not tell of them now. */
async function who(account: ChatIdentity, context: RequestContext): Promise<Person | null> {
  const { looked, stores } = context;
  const [found] = looked?.directory === "there" ? looked.found.members : [];
  if (found === undefined || !mayAct(found.profile)) return null;
  if (found.person !== null) return stores.people.person(found.person);
  const person = context.newcomer(found.profile, null);
  return (await stores.people.arrive(account, person, changedBy(context))) ? person : null;
}
