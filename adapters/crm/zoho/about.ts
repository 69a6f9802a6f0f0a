// What is shown of Zoho: where its settings are found, and what to do there about a trouble.
import type { CrmAbout } from "#src/ports/crm";

const console = {
  en: "api-console.zoho.com (of your data centre), Self Client",
  zh: "api-console.zoho.com.cn（按你们的数据中心）的 Self Client",
};

export const aboutZoho: CrmAbout = {
  id: "zoho",
  called: { en: "Zoho CRM", zh: "Zoho CRM" },
  settings: [
    {
      name: "ZOHO_ACCOUNTS_URL",
      secret: false,
      where: {
        en: "com, eu, in, com.au, com.cn, jp, ca or sa: the ending of the address you sign in at",
        zh: "com、eu、in、com.au、com.cn、jp、ca 或 sa：登录 Zoho 时网址的结尾",
      },
    },
    {
      name: "ZOHO_CLIENT_ID",
      secret: false,
      where: { en: `${console.en}, tab Client Secret`, zh: `${console.zh}，Client Secret 页` },
    },
    {
      name: "ZOHO_CLIENT_SECRET",
      secret: true,
      where: { en: `${console.en}, tab Client Secret`, zh: `${console.zh}，Client Secret 页` },
    },
    {
      name: "ZOHO_GRANT_CODE",
      secret: true,
      where: {
        en: `${console.en}, tab Generate Code; good once and for ten minutes at most`,
        zh: `${console.zh}，Generate Code 页；只能用一次，最长十分钟有效`,
      },
    },
    {
      name: "ZOHO_REFRESH_TOKEN",
      secret: true,
      where: {
        en: "instead of a grant code, where there is one already",
        zh: "已经有 Refresh Token 时填它，就不用 Grant Code",
      },
    },
  ],
  mend: {
    "wrong-centre": {
      en: "Look at the address you sign in at: its ending (com, eu, com.cn …) is the data centre. If it is right, copy the Client ID again.",
      zh: "看一下登录 Zoho 时的网址，结尾（com、eu、com.cn……）就是数据中心；如果没填错，请重新复制 Client ID。",
    },
    "wrong-secret": {
      en: "Copy the Client Secret again from the API console, Self Client, Client Secret.",
      zh: "请到 API Console 的 Self Client → Client Secret 重新复制 Client Secret。",
    },
    revoked: {
      en: "Make a new grant code in the API console of your data centre (Self Client, Generate Code) and enter it.",
      zh: "请到你们数据中心的 API Console（Self Client → Generate Code）重新生成 Grant Code 并填上。",
    },
    "wrong-user": {
      en: "The user who made the grant code is not active any more: let another one make it.",
      zh: "生成 Grant Code 的用户已停用，请换一位用户重新生成。",
    },
    "scope-missing": {
      en: "A scope cannot be added later: make a new grant code with all of them and enter it.",
      zh: "权限范围（scope）不能事后补，请带上全部 scope 重新生成 Grant Code 并填上。",
    },
    "not-allowed": {
      en: "Give the reading user's profile the right in Setup, Users and Control, Security Control, Profiles.",
      zh: "请到 设置 → 用户和权限 → 安全控制 → 配置文件，给这位读取用户的配置文件开通权限。",
    },
    "quota-used": {
      en: "The credits of the last 24 hours are used up: Setup, Developer Hub, APIs & SDKs shows by whom.",
      zh: "24 小时内的 API 额度用完了：设置 → 开发者中心 → API 和 SDK 里能看到是谁用的。",
    },
  },
};
