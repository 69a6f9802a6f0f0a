// 反馈的中文，一个文件讲一件事。
import type { Formatter } from "#src/language/format";
import type { FeedbackMessages } from "../en/index.ts";
import { list } from "./list.ts";
import { received } from "./received.ts";
import { request } from "./request.ts";
import { team } from "./team.ts";
import { write } from "./write.ts";

export const zh = (f: Formatter): FeedbackMessages => ({
  ...write(),
  ...received(f),
  ...list(f),
  ...request(f),
  ...team(),
});
