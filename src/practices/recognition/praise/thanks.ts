// Thanks said to a colleague: 给林晓点赞 and "shout-out to Anna" are praise; 谢谢@林晓 帮我改方案 may be meant as such, so it is offered.
import { say } from "#src/bot/declare/actions";
import { show, type Answer } from "#src/bot/declare/answer";
import { exactName, isWholeName, nameMark, peopleNamedAt } from "#src/people/naming";
import type { Person } from "#src/people/person";
import { button, card, quote } from "#src/view/card";
import { said } from "#src/view/line";
import { askPraise } from "../actions.ts";
import type { RecognitionContext } from "../context.ts";
import { isReason } from "../rules.ts";

const forThem =
  /^(?:我?(?:要|想|得)?)(?:给|为)\s*(?<name>@?[^\s,，。!！]{1,40}?(?:\s?(?:和|、|,|跟)\s?@?[^\s,，。!！]{1,40}?)*)\s*(?:点(?:一个|个|下|一下)?赞|点赞|鼓个?掌|比个?心|送(?:一?朵|个)?小?红花)(?:吧|了|啦)?[!！。,，:：\s]*(?<why>[^]*)$/u;
const praised = /^(?:我?(?:要|想)?)?夸(?:夸|一夸|一下|下)\s*(?<name>@?\S[^]*)$/u;
const shoutOut =
  /^(?:a )?(?:(?:big|huge|quick|special) )?(?:shout[- ]?outs?|props|high[- ]five|hats off|credit|applause) (?:to|for|goes to) (?<name>\S[^]*)$/iu;

/** What stands behind `praise`; null for any other line. */
export function readPraised(line: string): string | null {
  const { name, why = "" } =
    (forThem.exec(line) ?? praised.exec(line) ?? shoutOut.exec(line))?.groups ?? {};
  if (name === undefined) return null;
  return `${name.startsWith("@") || !forThem.test(line) ? name : `@${name}`} ${why}`.trim();
}

const thanking =
  /^(?:(?:真的?|太|十分|非常|特别|再次)?(?:谢谢|感谢|多谢|谢|辛苦)(?:你|您|了|啦)?|(?:太棒|干得(?:漂亮|好|不错)|好样的|厉害|牛)(?:了|啦)?|(?:(?:many|big|huge|a big|special|so many|ok|great),? )?(?:thanks?(?: you)?(?: a lot| so much| very much)?|thx|ty|cheers|danke)|(?:very )?(?:well done|(?:great|good|nice|awesome|amazing|excellent) (?:job|work|one|stuff)|congrats|congratulations|bravo|kudos|props))(?=[\s,，!！:：@{\p{Script=Han}])[\s,，!！:：]*(?:to |for )?/iu;
const thanksBehind =
  /^[\s,，!！:：]*(?:真的?|太|十分|非常|特别)?(?:谢谢|感谢|多谢|辛苦|太棒|干得|厉害|thanks?(?: you)?|thx|great|good|nice|well done)(?:你|您|了|啦)?/iu;

/** Whom a line thanks and for what; null where it thanks nobody of ours. */
function thanked(
  line: string,
  directory: readonly Person[],
): { readonly person: Person; readonly why: string } | null {
  const lead = thanking.exec(line)?.[0].length ?? 0;
  const marked = line.search(nameMark);
  const places = lead > 0 ? [lead, marked] : [0];
  for (const at of places) {
    if (at < 0) continue;
    const isMarked = line.startsWith("@", at);
    const start = at + (isMarked ? 1 : 0);
    const { people, end } = peopleNamedAt(line, start, directory);
    const [person, ...others] = people;
    if (!person || others.length > 0) continue;
    if (!isMarked && !isWholeName(line.slice(start, end), person)) continue;
    const rest = line.slice(end);
    const behind = lead > 0 ? "" : thanksBehind.exec(rest)?.[0];
    if (behind === undefined) return null;
    const words =
      at > lead && lead > 0 ? `${line.slice(lead, at)} ${rest}` : rest.slice(behind.length);
    return { person, why: words.replace(/^[\s,，!！:：。.~]+|[\s~]+$/gu, "").trim() };
  }
  return null;
}

/** Nothing is posted before the press. */
export async function offerPraise(
  line: string,
  context: RecognitionContext,
): Promise<Answer | null> {
  if (line.length > 500 || line.includes("\n")) return null;
  if (!thanking.test(line) && !thanksBehind.test(line.replace(/^@?[^\s,，]{1,60}/u, "")))
    return null;
  const found = thanked(line, await context.stores.people.directory());
  if (!found || found.person.id === context.person.id) return null;
  const { person, why } = found;
  const { t } = context;
  const write = button(t.writePraise(), askPraise({ to: person.id, win: null }));
  return show(
    isReason(why)
      ? card({
          title: t.offerPraise(person.name),
          tone: "info",
          body: [quote(said(why))],
          buttons: [
            button(
              t.offerPraiseTake(),
              say({
                text: `${context.person.locale === "zh" ? "表扬" : "praise"} @${exactName(person)} ${why}`,
              }),
              "primary",
            ),
            write,
          ],
        })
      : card({ title: t.offerPraise(person.name), tone: "info", buttons: [write] }),
  );
}
