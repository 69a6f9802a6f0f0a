// The traditional characters of amounts as the simplified ones, one for one, so that a place in the text stays its place.

const pairs: Readonly<Record<string, string>> = {
  萬: "万",
  億: "亿",
  兩: "两",
  點: "点",
  個: "个",
  單: "单",
  場: "场",
  筆: "笔",
  張: "张",
  戶: "户",
  項: "项",
  輛: "辆",
  條: "条",
  組: "组",
  圓: "圆",
  塊: "块",
  幣: "币",
  鎊: "镑",
  歐: "欧",
  臺: "台",
  約: "约",
  簽: "签",
  續: "续",
  訂: "订",
  違: "违",
  負: "负",
  餘: "余",
  幾: "几",
};
const any = new RegExp(`[${Object.keys(pairs).join("")}]`, "g");

export const foldTraditional = (text: string): string =>
  text.replace(any, (character) => pairs[character] ?? character);
