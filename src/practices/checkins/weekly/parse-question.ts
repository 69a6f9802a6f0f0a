// Who hasn't checked in, 谁还没交周报: a manager's question, answered with the team's check-ins.

const end = "[\\s?？!！。.~～]*$";
const asked = new RegExp(
  `^(?:${[
    String.raw`(?:who|which (?:rep|one)s?)(?: (?:all|else|still))? (?:has ?n['’]?t|have ?n['’]?t|has not|have not|did ?n['’]?t|did not|did|has|have|is|are)(?: (?:yet|all|still|already))? (?:to )?(?:check(?:ed)?[ -]?in|(?:submit(?:ted)?|sen[dt]|wr(?:ite|itten|ote)|fill(?:ed)?(?: in| out)?|done|do|handed in|hand in|missing|late with|late for|finish(?:ed)?)(?: (?:the(?:ir|m)?|a|an|his|her))?(?: weekly)? ?(?:check[ -]?ins?|weekly|weekly reports?|reports?))`,
    String.raw`(?:whose|which) (?:check[ -]?ins?|weekly reports?)(?: (?:is|are))?(?: still)? (?:missing|late|open|outstanding|not in)`,
    String.raw`(?:missing|open|outstanding|late) check[ -]?ins`,
    String.raw`who(?:'s| is| are)? (?:still )?(?:missing|late|not in)`,
    String.raw`(?:这周|本周|现在|还有)?(?:还有)?(?:谁|哪些人|哪几个人|哪几位|哪些同事)(?:的)?(?:这周|本周)?(?:的)?(?:还|都)?(?:没有?|未|已经?|都)?(?:交|写|提交|发|填|完成)(?:了|过)?(?:这周|本周)?(?:的)?周报(?:了)?(?:没有?|吗)?`,
    String.raw`(?:这周|本周)?(?:的)?周报[ ,，]?(?:现在)?(?:还有)?(?:谁|哪些人|哪几个人|哪几位)(?:还|都)?(?:没有?|未)?(?:交|写|提交|发|填|完成)(?:了|过)?`,
    String.raw`(?:谁|哪些人)的周报(?:还)?(?:没|缺|未)(?:交|写|到)?`,
    String.raw`周报(?:都)?(?:交齐|收齐|交全)了?(?:吗|没有?)?`,
  ].join("|")})(?: yet| already| this week| so far)*${end}`,
  "iu",
);

const chasing = new RegExp(
  `^(?:${[
    String.raw`(?:please )?(?:chase|nudge|remind|ping) (?:everyone|everybody|all|those|the ones|people|the team|whoever|missing)?(?: (?:who(?:'s| is| are)? (?:still )?missing|who (?:hasn't|haven't|has not|have not|didn't) (?:yet )?(?:checked in|check in|sent (?:one|it))))?(?: (?:to|about|for))?(?: (?:the(?:ir)?))?(?: ?(?:missing )?(?:weekly )?check[ -]?ins?| ?weekly reports?)`,
    String.raw`(?:帮我|请|去)?催(?:一下|一催|催)?(?:大家|他们|没交的(?:人|同事)?|还没交的(?:人|同事)?)?(?:交|写)?(?:一下)?(?:这周|本周)?(?:的)?周报`,
    String.raw`(?:帮我|请)?提醒(?:大家|他们|没交的(?:人|同事)?|还没交的(?:人|同事)?)(?:交|写)(?:一下)?(?:这周|本周)?(?:的)?周报`,
  ].join("|")})${end}`,
  "iu",
);

/** Remind everybody who is missing, 提醒没交的人交周报. */
export const asksToChase = (line: string): string | null =>
  line.length <= 100 && chasing.test(line) ? "" : null;

export const askedWhoMisses = (line: string): string | null =>
  line.length <= 100 && asked.test(line) ? "" : null;

const askedNotes = new RegExp(
  `^(?:${[
    String.raw`who (?:has ?n['’]?t|has not|did ?n['’]?t|did not|still has to) (?:yet )?(?:written?|sent|send|done?|submit(?:ted)?) (?:the|their|a) daily(?: notes?)?`,
    String.raw`(?:今天|现在|还有)?(?:谁|哪些人|哪几个人|哪几位)(?:今天)?(?:还|都)?(?:没有?|未)?(?:交|写|发|填)(?:了|过)?日报(?:了)?(?:没有?|吗)?`,
    String.raw`(?:今天)?(?:的)?日报[ ,，]?(?:还有)?(?:谁|哪些人)(?:还)?(?:没有?|未)?(?:交|写|发|填)(?:了|过)?`,
  ].join("|")})(?: yet| today)*${end}`,
  "iu",
);

/** Who hasn't written the daily note, 谁没写日报: answered with the team's notes. */
export const askedWhoOwesNote = (line: string): string | null =>
  line.length <= 100 && askedNotes.test(line) ? "" : null;
