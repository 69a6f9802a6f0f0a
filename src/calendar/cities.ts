// Cities people name when asked where they are, in both languages, and the IANA zone of each.

const groups: Record<string, string> = {
  "Asia/Shanghai":
    "china 中国 beijing 北京 shanghai 上海 guangzhou 广州 shenzhen 深圳 hangzhou 杭州 chengdu 成都 wuhan 武汉 nanjing 南京 xi'an xian 西安 chongqing 重庆 tianjin 天津 suzhou 苏州",
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
  "Asia/Kolkata": "india 印度 mumbai 孟买 delhi new_delhi 德里 新德里 bangalore bengaluru 班加罗尔",
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
  "Africa/Johannesburg": "johannesburg 约翰内斯堡",
  "Africa/Cairo": "cairo 开罗",
  "America/New_York": "new_york 纽约 boston 波士顿 washington 华盛顿 miami 迈阿密 atlanta 亚特兰大",
  "America/Toronto": "toronto 多伦多",
  "America/Chicago": "chicago 芝加哥 dallas 达拉斯 houston 休斯敦 austin 奥斯汀",
  "America/Denver": "denver 丹佛",
  "America/Los_Angeles": "los_angeles 洛杉矶 san_francisco 旧金山 seattle 西雅图 san_diego 圣迭戈",
  "America/Vancouver": "vancouver 温哥华",
  "America/Sao_Paulo": "sao_paulo são_paulo 圣保罗",
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
