// Privacy 隐私: what is kept about somebody, why, who sees it and until when, all of it from the register.
import { show, type Answer, type Notice } from "#src/bot/declare/answer";
import { named } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import * as act from "./actions.ts";
import type { PrivacyContext, PrivacyStores } from "./context.ts";
import {
  agreeToErase,
  askForErase,
  askWhyNot,
  declineToErase,
  overdue,
  remindDeciders,
  showErase,
  takeBack,
} from "./erased/ask-erase.ts";
import { nameOfficer } from "./erased/officer.ts";
import { askForExport, noticeOf, whichExport } from "./given/ask-export.ts";
import { en, type PrivacyMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { keptCard } from "./privacy-card.ts";
import { samples } from "./samples.ts";

const { practice, command, press, submit } = practiceOf<PrivacyMessages, PrivacyStores>();

export const privacy = practice({
  name: "privacy",
  group: "own",
  switched: "always on",
  messages: { en, zh },
  stores: { audit: true, people: true, privacy: true },
  needs: [],
  commands: [
    command({
      name: "privacy.show",
      words: { en: ["privacy", "my data"], zh: ["隐私", "我的数据"] },
      help: (t) => t.helpPrivacy(),
      looks: true,
      aloneInPlaces: true,
      handle: showKept,
    }),
    command({
      name: "privacy.export",
      words: { en: ["export my data", "export me"], zh: ["导出我的数据"] },
      help: (t) => t.helpExport(),
      aloneInPlaces: true,
      handle: askForExport,
    }),
    command({
      name: "privacy.erase",
      words: { en: ["delete my data", "erase me"], zh: ["删除我的数据"] },
      help: (t) => t.helpErase(),
      aloneInPlaces: true,
      handle: showErase,
    }),
    command({
      name: "privacy.officer",
      words: { en: ["privacy officer"], zh: ["隐私负责人"] },
      who: "admin",
      help: (t) => t.helpOfficer(),
      args: { person: named() },
      aloneInPlaces: true,
      handle: nameOfficer,
    }),
    command({
      name: "privacy.which-export",
      words: { en: ["export what"], zh: ["导出"] },
      help: (t) => t.helpWhich(),
      looks: true,
      aloneInPlaces: true,
      handle: whichExport,
    }),
  ],
  actions: [
    press(act.askErase, "everyone", askForErase),
    press(act.takeEraseBack, "everyone", takeBack),
    press(act.agreeErase, "everyone", agreeToErase),
    press(act.declineErase, "everyone", askWhyNot),
  ],
  forms: [submit(act.sendDecline, "everyone", declineToErase)],
  home: [],
  upkeep: [
    { whom: ({ privacy }, now) => overdue(privacy, now), tend: remindDeciders },
    { after: "files", whom: ({ privacy }) => privacy.untold(), tend: tellOfRequests },
  ],
  nudges: [],
  samples,
});

async function tellOfRequests(context: PrivacyContext): Promise<readonly Notice[]> {
  const requests = await context.stores.privacy.tell(context.person.id);
  return requests.filter(({ kind }) => kind === "export").map((each) => noticeOf(each, context));
}

const mostLooks = 5;

async function showKept(_input: unknown, context: PrivacyContext): Promise<Answer> {
  const { stores, person, t } = context;
  const kept = await stores.privacy.kept(person.id);
  const looks = [];
  for (const { by, at } of await stores.privacy.looks(person.id, mostLooks))
    looks.push({ name: (await stores.people.person(by))?.name ?? null, at });
  return show(keptCard(kept, looks, t));
}
