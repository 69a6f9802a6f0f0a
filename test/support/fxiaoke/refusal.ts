// A refusal as Fxiaoke words it: always HTTP 200, and an errorCode that is not 0. Codes: https://developer.fxiaoke.com/openapi_v2/start/guide/codes.html;
// 10006, 20016 and 20017 as they were seen and not as that table has them: github.com/fxp/skillify 63ae9a1 skills/fxiaoke/data/probe-log.md
import type { Answer } from "#test/support/crm/served";

const said = {
  "-1": ["system busy", "系统繁忙"],
  10006: ["the parameter appSecret is missing or illegal", "缺少参数或参数不合法"],
  10010: ["the parameter openUserId is missing or illegal", "缺少参数openUserId"],
  10013: ["offset out of range 10000", "offset 不能超过10000"],
  11009: ["the parameter departmentId is missing or illegal", "参数departmentId不合法"],
  14001: ["the interface call exceeds the limit", "接口调用超过限制"],
  15003: ["the app has no permission", "APP没有访问权限"],
  20012: ["openUserId not found", "openUserId未找到"],
  20014: ["no permission of the employee's data", "没有查看列表权限"],
  20015: ["permanentCode error", "永久授权码错误"],
  20016: [
    "the cropId,cropAccessToken or authorization is error",
    "corpAccessToken不存在或者已经过期",
  ],
  20017: ["corpAccessToken为必填项，不能为空", "corpAccessToken为必填项，不能为空"],
  20021: ["the app is stopped in this corp", "在当前企业下,该app的状态为停用"],
  20022: ["the corp has not authorized the app", "企业没有对该app授权"],
  30002: ["the day's calls are used up", "当天访问频次超限"],
  30003: ["no openapi quota", "客户没有购买openapi配额，需要提open api订单购买"],
  30004: ["too many calls in a second", "秒频次超限"],
  32000: ["parameter error", "参数错误"],
  50009: ["service error", "服务异常"],
} as const;

let count = 0;
export const trace = (): string => `E-O.xinghe2026.1000-${(count += 1)}`;

/** `message` in place of the usual one: the same code stands for more than one thing. */
export function refuse(code: number, message?: string): Answer {
  const [english, chinese] = Object.entries(said).find(([key]) => Number(key) === code)?.[1] ?? [
    "error",
    "错误",
  ];
  return {
    status: 200,
    body: {
      traceId: trace(),
      errorCode: Number(code),
      errorMessage: message ?? english,
      errorDescription: message ?? chinese,
    },
    refused: String(code),
  };
}

export const done = (body: object): Answer => ({
  status: 200,
  body: {
    traceId: trace(),
    errorCode: 0,
    errorMessage: "OK",
    errorDescription: "success",
    ...body,
  },
});
