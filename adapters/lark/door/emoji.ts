// Lark's own emoji as characters, by what stands for them in a text ([OK], [赞]) and by their keys in rich text: what was typed reads the same
// on every surface. Those without a character stay as they came. https://open.feishu.cn/document/server-docs/im-v1/message-reaction/emojis-introduce

/** Key, its names in a text, the character nearest to it. */
const signs: readonly (readonly [key: string, names: readonly string[], character: string])[] = [
  ["OK", ["OK"], "👌"],
  ["THUMBSUP", ["赞", "强", "ThumbsUp"], "👍"],
  ["ThumbsDown", ["踩", "弱", "ThumbsDown"], "👎"],
  ["THANKS", ["感谢", "谢谢", "Thanks"], "🙏"],
  ["PRAISE", ["抱拳", "拜托", "Please"], "🙏"],
  ["MUSCLE", ["肌肉", "Muscle"], "💪"],
  ["FINGERHEART", ["比心", "FingerHeart"], "🫰"],
  ["APPLAUSE", ["鼓掌", "Applause", "Clap"], "👏"],
  ["FISTBUMP", ["碰拳", "FistBump"], "👊"],
  ["JIAYI", ["加一", "+1", "JIAYI"], "➕"],
  ["DONE", ["完成", "Done"], "✅"],
  ["SMILE", ["微笑", "Smile"], "🙂"],
  ["BLUSH", ["害羞", "Blush"], "😊"],
  ["LAUGH", ["大笑", "Laugh"], "😄"],
  ["SMIRK", ["坏笑", "Smirk"], "😏"],
  ["LOL", ["捧腹", "笑哭", "LOL"], "😂"],
  ["FACEPALM", ["捂脸", "Facepalm"], "🤦"],
  ["LOVE", ["爱慕", "色", "Love"], "😍"],
  ["WINK", ["眨眼", "Wink"], "😉"],
  ["PROUD", ["得意", "Proud"], "😎"],
  ["WITTY", ["机智", "Witty"], "🤓"],
  ["SMART", ["机灵", "Smart"], "🤓"],
  ["SCOWL", ["皱眉", "Scowl"], "☹️"],
  ["THINKING", ["思考", "Thinking"], "🤔"],
  ["SOB", ["大哭", "流泪", "Sob"], "😭"],
  ["CRY", ["哭", "泪目", "Cry"], "😢"],
  ["ERROR", ["错误", "Error"], "❌"],
  ["HAUGHTY", ["傲慢", "Haughty"], "😤"],
  ["SLEEP", ["睡", "Sleep"], "😴"],
  ["BEER", ["啤酒", "干杯", "Beer", "Cheers"], "🍻"],
  ["CAKE", ["蛋糕", "Cake"], "🎂"],
  ["GIFT", ["礼物", "Gift"], "🎁"],
  ["ROSE", ["玫瑰", "Rose"], "🌹"],
  ["HEART", ["心", "爱心", "Heart"], "❤️"],
  ["HEARTBROKEN", ["心碎", "Heartbroken"], "💔"],
  ["BOMB", ["炸弹", "Bomb"], "💣"],
  ["Fire", ["火", "Fire"], "🔥"],
  ["PARTY", ["庆祝", "撒花", "Party"], "🎉"],
  ["Trophy", ["奖杯", "Trophy"], "🏆"],
  ["FIREWORKS", ["烟花", "Fireworks"], "🎆"],
  ["REDPACKET", ["红包", "RedPacket"], "🧧"],
  ["FORTUNE", ["发财", "Fortune"], "🤑"],
  ["LUCK", ["好运", "Luck"], "🍀"],
  ["SALUTE", ["敬礼", "Salute"], "🫡"],
  ["HIGHFIVE", ["击掌", "HighFive"], "🙌"],
  ["UPPERLEFT", ["看过来", "UpperLeft"], "👈"],
  ["YEAH", ["耶", "胜利", "Yeah"], "✌️"],
  ["WAVE", ["再见", "Wave"], "👋"],
  ["StarStruck", ["星星眼", "StarStruck"], "🤩"],
  ["Alarm", ["闹钟", "Alarm"], "⏰"],
  ["CheckMark", ["对勾", "CheckMark"], "✔️"],
  ["CrossMark", ["叉号", "CrossMark"], "❌"],
  ["Hundred", ["100分", "Hundred"], "💯"],
  ["Pin", ["图钉", "Pin"], "📌"],
];

const byKey = new Map(signs.map(([key, , sign]) => [key.toLowerCase(), sign]));
const byName = new Map(signs.flatMap(([, names, sign]) => names.map((name) => [name, sign])));

export const emojiOf = (key: string): string => byKey.get(key.toLowerCase()) ?? `[${key}]`;

export const withEmojiCharacters = (text: string): string =>
  text.replace(/\[([\p{L}\p{N}+]{1,12})\]/gu, (whole, name: string) => byName.get(name) ?? whole);
