// What is shown of Fxiaoke: where its settings are found, and what to do there about a trouble.
import type { CrmAbout } from "#src/ports/crm";

const app = {
  en: "管理后台 (admin console), 应用列表, your own app (企业自建应用)",
  zh: "管理后台 → 应用列表 → 你们的企业自建应用",
};

export const aboutFxiaoke: CrmAbout = {
  id: "fxiaoke",
  called: { en: "Fxiaoke", zh: "纷享销客" },
  settings: [
    {
      name: "FXIAOKE_URL",
      secret: false,
      where: {
        en: "the open platform of your cloud; https://open.fxiaoke.com for most",
        zh: "贵司所在云的开放平台域名，一般是 https://open.fxiaoke.com",
      },
    },
    {
      name: "FXIAOKE_APP_ID",
      secret: false,
      where: { en: `${app.en}: appId`, zh: `${app.zh}：appId` },
    },
    {
      name: "FXIAOKE_APP_SECRET",
      secret: true,
      where: { en: `${app.en}: appSecret`, zh: `${app.zh}：appSecret` },
    },
    {
      name: "FXIAOKE_PERMANENT_CODE",
      secret: true,
      where: { en: `${app.en}: permanentCode (永久授权码)`, zh: `${app.zh}：永久授权码` },
    },
    {
      name: "FXIAOKE_USER_ID",
      secret: false,
      where: {
        en: "CRM, 人员, click the 系统名 of an administrator: 员工ID, such as 1000",
        zh: "CRM → 人员 → 点一位管理员的「系统名」→ 账号信息里的员工ID，例如 1000",
      },
    },
    {
      name: "FXIAOKE_MOBILE",
      secret: false,
      where: {
        en: "instead of the employee id: that administrator's mobile number",
        zh: "不填员工ID时，填这位管理员的手机号",
      },
    },
  ],
  mend: {
    "wrong-secret": {
      en: `Copy appId and appSecret again: ${app.en}.`,
      zh: `请重新复制 appId 和 appSecret：${app.zh}。`,
    },
    revoked: {
      en: `Copy the permanentCode again, and see that the app is still authorised: ${app.en}.`,
      zh: `请重新复制永久授权码，并确认应用仍在授权中：${app.zh}。`,
    },
    "wrong-user": {
      en: "Enter the 员工ID (or mobile) of somebody who works there, best a CRM administrator.",
      zh: "请填一位在职员工（最好是 CRM 管理员）的员工ID或手机号。",
    },
    "app-stopped": {
      en: `Switch the app on and open its developer mode (开发模式): ${app.en}.`,
      zh: `请启用应用并打开开发模式：${app.zh}。`,
    },
    "address-refused": {
      en: `Add this server's address to the white list (白名单IP) of the developer mode: ${app.en}.`,
      zh: `请把本服务器的出口 IP 加进开发模式的白名单：${app.zh}。`,
    },
    "no-quota": {
      en: "Buy the resource pack “Open API [100000 次]” from Fxiaoke.",
      zh: "请向纷享销客购买「Open API [100000 次]」资源包。",
    },
    "quota-used": {
      en: "The packs of calls that were bought are used up for today; it begins anew at midnight. Another pack raises it.",
      zh: "今天购买的调用次数用完了，零点后重新计算；加购资源包可以提高上限。",
    },
    "not-allowed": {
      en: "Give the reading employee the right to see the object: best a CRM administrator.",
      zh: "请给这位读取数据的员工开通该对象的查看权限，最好用 CRM 管理员。",
    },
  },
};
