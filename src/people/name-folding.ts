// Names made comparable: case, accents, special letters and traditional characters folded away, each place still known in the text.

/** A folded text; `starts[i]` is where the folded code unit i stands in the text, and `starts[length]` where the text ends. */
export interface FoldedText {
  readonly folded: string;
  readonly starts: readonly number[];
}

/** What no decomposition takes apart: letters with a stroke and ligatures. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ð: "d",
  đ: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ħ: "h",
};

/**
 * Traditional characters that stand in names, each before its simplified twin. Not a converter: a name outside it is still found by
 * its pinyin, and asked about.
 */
const traditional =
  "張张陳陈劉刘黃黄吳吴趙赵楊杨孫孙馬马許许鄭郑謝谢韓韩馮冯鄧邓葉叶蕭萧蔣蒋羅罗賈贾鄒邹閻阎" +
  "龔龚錢钱譚谭陸陆範范萬万嚴严賴赖龍龙賀贺顧顾喬乔齊齐湯汤魯鲁紀纪項项歐欧陽阳聶聂鍾钟鐘钟" +
  "盧卢蘇苏呂吕無无簡简關关塗涂譙谯駱骆鮑鲍龐庞樂乐單单溫温華华國国偉伟麗丽強强軍军傑杰鵬鹏" +
  "飛飞濤涛輝辉剛刚艷艳靜静蘭兰鳳凤雲云蓮莲潔洁榮荣愛爱慶庆興兴曉晓東东學学義义憲宪誠诚貴贵" +
  "賢贤達达運运遠远進进連连順顺頌颂領领額额顏颜風风騰腾駿骏鴻鸿鶴鹤鷹鹰齡龄燦灿燁烨爾尔瑩莹" +
  "瑤瑶瓊琼環环瑋玮瑪玛珮佩畫画發发盡尽監监禮礼禎祯穎颖積积競竞筆笔節节純纯紅红細细紹绍終终" +
  "結结綠绿維维綱纲網网緒绪緣缘縣县績绩繼继續续纖纤聖圣聞闻聯联聰聪聲声職职肅肃膽胆臨临藝艺" +
  "蘊蕴虛虚處处號号術术衛卫裏里補补製制見见規规視视親亲覺觉訓训記记設设評评詞词詠咏詩诗詳详" +
  "語语誼谊調调論论諾诺謙谦證证識识譽誉豐丰貝贝財财貢贡質质費费賓宾賜赐贊赞贏赢趨趋車车軒轩" +
  "輕轻載载輔辅輪轮農农邊边邁迈鄉乡醫医釗钊釧钏鈞钧鈺钰鉅巨銀银銘铭銳锐鋒锋鋼钢錄录錦锦錫锡" +
  "鎮镇鏡镜鐵铁鑄铸鑒鉴長长門门開开閎闳閔闵閣阁閱阅闊阔隊队階阶際际隨随險险雙双難难電电霧雾" +
  "靈灵韋韦韻韵響响頁页頂顶須须預预頻频題题願愿類类餘余館馆馳驰驍骁驕骄驥骥魚鱼鮮鲜鳥鸟鳴鸣" +
  "鴿鸽麥麦黨党齋斋龜龟億亿個个倫伦備备傳传僑侨儀仪優优儲储兒儿內内兩两冊册凱凯劍剑創创動动" +
  "務务勝胜勞劳勵励勳勋匯汇區区協协參参員员問问啟启喚唤營营團团園园圓圆圖图執执堅坚報报場场" +
  "塊块墻墙壯壮壽寿夢梦奪夺奧奥婭娅媧娲嫻娴嬌娇嬋婵孃娘實实寧宁審审寶宝將将專专尋寻對对導导" +
  "層层屬属岡冈島岛嵐岚嶺岭巖岩師师帥帅帶带幣币幫帮幹干庫库應应廣广廬庐廳厅彥彦後后徑径從从" +
  "復复徵征憶忆憐怜懷怀戀恋戰战戲戏戶户揚扬換换擇择擔担據据攝摄敘叙數数斷断時时晉晋暉晖暢畅" +
  "曆历書书會会朧胧條条棟栋楓枫業业極极構构槍枪樓楼標标樞枢樣样樸朴樹树橋桥機机權权欽钦歲岁" +
  "歷历歸归殘残殺杀氣气洶汹淚泪淨净淵渊淺浅湧涌溝沟滄沧滅灭滬沪滿满潛潜潤润澤泽濟济濱滨瀟潇" +
  "灣湾烏乌煉炼煒炜煙烟熱热爭争爺爷牽牵狀状獎奖獨独獲获玨珏現现琺珐";

const simplified: ReadonlyMap<string, string> = new Map(
  [...traditional.matchAll(/(.)(.)/gsu)].map(([, from = "", to = ""]) => [from, to]),
);

/** One character as names are compared. */
function foldCharacter(character: string): string {
  const lower = character.toLowerCase();
  const plain = simplified.get(lower) ?? letters[lower];
  if (plain !== undefined) return plain;
  if (lower === "’" || lower === "‘") return "'";
  // Hangul and Kana keep their marks: there a mark makes another letter.
  if (!/\p{Script=Latin}|\p{M}/u.test(lower)) return lower;
  return lower.normalize("NFD").replace(/\p{M}+/gu, "");
}

export const foldName = (text: string): string => Array.from(text, foldCharacter).join("");

export function foldText(text: string): FoldedText {
  let folded = "";
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let unit = 0; unit < plain.length; unit++) starts.push(at);
    folded += plain;
    at += character.length;
  }
  starts.push(at);
  return { folded, starts };
}

/** How the German letters are written where there is no key for them: Müller is Mueller as well as Muller. */
export const spelledOut = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue");
