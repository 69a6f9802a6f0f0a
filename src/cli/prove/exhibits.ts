// What is shown to a platform's own judge: every sample of the gallery in both languages, and the homes of a small sales centre.
import { openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { playgroundOrganisation, playgroundStart, seedImported, seedPlayground } from "#db/seed";
import { createPlaygroundClock, createTranscript } from "#db/stores/playground";
import { composeHouse, noMeter } from "#src/app/compose";
import { loggerOn } from "#src/app/log/logger";
import { createChance } from "#src/app/system";
import type { Language } from "#src/language/catalogue";
import { locales, type Locale } from "#src/language/text";
import type { Card } from "#src/view/card";
import type { Form } from "#src/view/form";
import { galleryItems } from "../gallery/items.ts";

export interface Exhibit {
  readonly name: string;
  readonly locale: Locale;
  readonly shown:
    | { readonly as: "message" | "home"; readonly cards: readonly Card[] }
    | { readonly as: "form"; readonly form: Form };
}

export async function collectExhibits(language: Language): Promise<readonly Exhibit[]> {
  const samples = galleryItems(language).flatMap(({ practice, name, views }) =>
    locales.map((locale): Exhibit => {
      const view = views[locale];
      return {
        name: `${practice}: ${name}`,
        locale,
        shown: "fields" in view ? { as: "form", form: view } : { as: "message", cards: [view] },
      };
    }),
  );
  return [...samples, ...(await homes(language))];
}

/** Of everybody of the playground, on a database in memory: nobody's real figures. */
async function homes(language: Language): Promise<readonly Exhibit[]> {
  const database = await openDatabase({ memory: true });
  try {
    await migrate(database);
    await seedPlayground(database);
    await seedImported(database);
    const clock = await createPlaygroundClock(database, playgroundOrganisation, playgroundStart);
    const { bot } = composeHouse({
      database,
      clock,
      chance: createChance(clock),
      logger: loggerOn(() => {}),
      language,
      chats: [],
      meter: noMeter,
    });
    const exhibits: Exhibit[] = [];
    for (const { user, locale } of await createTranscript(
      database,
      playgroundOrganisation,
    ).personas()) {
      const cards = await bot.home({ platform: "web", workspace: "playground", user });
      exhibits.push({ name: `home of ${user}`, locale, shown: { as: "home", cards } });
    }
    return exhibits;
  } finally {
    await database.close();
  }
}
