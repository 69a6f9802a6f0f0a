// 权限与变更记录的中文，一个文件讲一件事。
import type { Formatter } from "#src/language/format";
import type { RightsMessages } from "../en/index.ts";
import { news } from "./news.ts";
import { record } from "./record.ts";

export const zh = (f: Formatter): RightsMessages => ({ ...news(f), ...record(f) });
