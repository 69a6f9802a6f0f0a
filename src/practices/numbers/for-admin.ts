// Where numbers come from, for whoever sees to it: the newest import of each source, and names nobody is known under.
import type { Row } from "#src/view/card";
import { button } from "#src/view/card";
import { localDateAt } from "#src/calendar/zones";
import { practiceOf } from "#src/bot/declare/practice";
import { sources } from "#src/practices/pages/api";
import { showUnmatched } from "./actions.ts";
import type { NumberContext, NumberStores } from "./context.ts";
import type { NumberMessages } from "./messages/en.ts";

const { contributes } = practiceOf<NumberMessages, NumberStores>();

export const whereFrom = contributes(sources, (_what, context) => lines(context));

async function lines({ stores, person, t }: NumberContext): Promise<readonly Row[]> {
  const all = await stores.numbers.sources();
  return all.map(({ source, file, at, unmatched }) => ({
    line: t.broughtBy(source, file, localDateAt(at, person.zone)),
    ...(unmatched > 0
      ? {
          soft: t.namesUnknown(unmatched),
          buttons: [button(t.unmatchedButton(), showUnmatched({}))],
        }
      : {}),
  }));
}
