// Hello, thanks, all right: said to a colleague without wanting anything, and answered with a short word.

const end = String.raw`(?:[\s,，.。!！~～?？]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)*`;
const name = String.raw`(?:[,，\s]*(?:pacer|coach|there|everyone|all|team|领跑|大家|各位))?`;
const only = (words: string): RegExp => new RegExp(`^${end}(?:${words})${name}${end}$`, "iu");

const talk = {
  hello: only(
    String.raw`hi+|hello+|hey+|good (?:morning|afternoon|evening|day)|morning|moin|hallo|你好+|您好|哈喽|嗨+|早+|早上好|上午好|中午好|下午好|晚上好|在吗|在么|在嘛|在不在|有人吗|你是谁|who are you|what are you|what(?: do|'s| is) (?:you do|this)`,
  ),
  thanks: only(
    String.raw`(?:many |great,? |ok,? |perfect,? )?(?:thanks?|thank you|thx|ty|cheers|danke)(?: (?:a lot|so much|very much|you))?|谢+|谢谢(?:你|您|啦|了)?|多谢|感谢|辛苦了?`,
  ),
  fine: only(
    String.raw`ok(?:ay)?|k|fine|great|good|nice|cool|perfect|got it|understood|roger|sure|all right|alright|lol|haha+|好+的?|好的好的|收到|明白|知道了|了解|嗯+|行|可以|哈+|bye|good ?night|see you|再见|拜拜|晚安`,
  ),
} as const;

export type SmallTalk = keyof typeof talk;

/** Null for a line that says more than that. */
export function smallTalkIn(spoken: string): SmallTalk | null {
  if (spoken.length > 40) return null;
  if (/^(?:\s|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)+$/u.test(spoken)) return "fine";
  if (talk.hello.test(spoken)) return "hello";
  if (talk.thanks.test(spoken)) return "thanks";
  return talk.fine.test(spoken) ? "fine" : null;
}
