// Cities people name when asked where they are, in both languages, and the IANA zone of each.

const groups: Record<string, string> = {
  "Asia/Shanghai":
    "china 中国 beijing 北京 shanghai 上海 guangzhou 广州 shenzhen 深圳 hangzhou 杭州 chengdu 成都 wuhan 武汉 nanjing 南京 xi'an xian 西安 chongqing 重庆 tianjin 天津 suzhou 苏州",
  "Asia/Urumqi": "urumqi 乌鲁木齐",
  "Asia/Hong_Kong": "hong_kong 香港",
  "Asia/Macau": "macau 澳门",
  "Asia/Taipei": "taipei 台北 taiwan 台湾",
  "Asia/Singapore": "singapore 新加坡",
  "Asia/Kuala_Lumpur": "kuala_lumpur 吉隆坡 malaysia 马来西亚",
  "Asia/Bangkok": "bangkok 曼谷 thailand 泰国",
  "Asia/Jakarta": "jakarta 雅加达",
  "Asia/Manila": "manila 马尼拉",
  "Asia/Ho_Chi_Minh": "ho_chi_minh_city saigon 胡志明市 hanoi 河内 vietnam 越南",
  "Asia/Tokyo": "tokyo 东京 osaka 大阪 japan 日本",
  "Asia/Seoul": "seoul 首尔 korea 韩国",
  "Asia/Kolkata":
    "kolkata 加尔各答 india 印度 mumbai 孟买 delhi new_delhi 德里 新德里 bangalore bengaluru 班加罗尔",
  "Asia/Dubai": "dubai 迪拜 abu_dhabi 阿布扎比",
  "Asia/Riyadh": "riyadh 利雅得",
  "Europe/Istanbul": "istanbul 伊斯坦布尔",
  "Europe/Moscow": "moscow 莫斯科",
  "Europe/London": "london 伦敦 uk 英国",
  "Europe/Dublin": "dublin 都柏林",
  "Europe/Paris": "paris 巴黎 france 法国",
  "Europe/Berlin": "berlin 柏林 munich 慕尼黑 frankfurt 法兰克福 hamburg 汉堡 germany 德国",
  "Europe/Madrid": "madrid 马德里 barcelona 巴塞罗那",
  "Europe/Rome": "rome 罗马 milan 米兰",
  "Europe/Amsterdam": "amsterdam 阿姆斯特丹",
  "Europe/Zurich": "zurich zürich 苏黎世 geneva 日内瓦",
  "Europe/Vienna": "vienna 维也纳",
  "Europe/Stockholm": "stockholm 斯德哥尔摩",
  "Europe/Warsaw": "warsaw 华沙",
  "Europe/Prague": "prague 布拉格",
  "Europe/Budapest": "budapest 布达佩斯",
  "Europe/Brussels": "brussels 布鲁塞尔",
  "Europe/Lisbon": "lisbon 里斯本",
  "Europe/Athens": "athens 雅典",
  "Europe/Copenhagen": "copenhagen 哥本哈根",
  "Europe/Oslo": "oslo 奥斯陆",
  "Europe/Helsinki": "helsinki 赫尔辛基",
  "Asia/Kathmandu": "kathmandu 加德满都",
  "Asia/Karachi": "karachi 卡拉奇",
  "Asia/Dhaka": "dhaka 达卡",
  "Asia/Jerusalem": "tel_aviv 特拉维夫",
  "Africa/Nairobi": "nairobi 内罗毕",
  "Africa/Lagos": "lagos 拉各斯",
  "Africa/Johannesburg": "johannesburg 约翰内斯堡",
  "Africa/Cairo": "cairo 开罗",
  "America/New_York": "new_york 纽约 boston 波士顿 washington 华盛顿 miami 迈阿密 atlanta 亚特兰大",
  "America/Toronto": "toronto 多伦多",
  "America/Chicago": "chicago 芝加哥 dallas 达拉斯 houston 休斯敦 austin 奥斯汀",
  "America/Denver": "denver 丹佛",
  "America/Los_Angeles": "los_angeles 洛杉矶 san_francisco 旧金山 seattle 西雅图 san_diego 圣迭戈",
  "America/Vancouver": "vancouver 温哥华",
  "America/Sao_Paulo": "sao_paulo são_paulo 圣保罗",
  "America/Bogota": "bogota 波哥大",
  "America/Lima": "lima 利马",
  "America/Santiago": "santiago 圣地亚哥",
  "America/Argentina/Buenos_Aires": "buenos_aires 布宜诺斯艾利斯",
  "America/Mexico_City": "mexico_city 墨西哥城",
  "Australia/Sydney": "sydney 悉尼 canberra 堪培拉",
  "Australia/Melbourne": "melbourne 墨尔本",
  "Pacific/Auckland": "auckland 奥克兰 new_zealand 新西兰",
};

/** City or country in lower case, spaces as spaces, to IANA name. Countries only where one zone serves them. */
export const cityZones: ReadonlyMap<string, string> = new Map(
  Object.entries(groups).flatMap(([zone, names]) =>
    names.split(" ").map((name): [string, string] => [name.replaceAll("_", " "), zone]),
  ),
);

/** Where a zone is, as people say it: "上海", "New York"; an offset by itself, "UTC+8". */
export function zoneCity(zone: string, locale: "zh" | "en"): string {
  const offset = /^Etc\/GMT([+-])(\d{1,2})$/.exec(zone);
  // POSIX signs: Etc/GMT-8 is eight hours ahead of UTC.
  if (offset !== null) return `UTC${offset[1] === "-" ? "+" : "-"}${offset[2]}`;
  const city = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  if (locale === "en") return city;
  const names = groups[zone]?.split(" ") ?? [];
  const at = Math.max(0, names.indexOf(city.toLowerCase().replaceAll(" ", "_")));
  return names.slice(at).find((name) => /^\p{Script=Han}+$/u.test(name)) ?? city;
}
