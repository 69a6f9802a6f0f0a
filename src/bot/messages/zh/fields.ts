// 表单里填得不对的项。
import { line } from "#src/view/line";
import type { FieldMessages } from "../en/fields.ts";

export const fields = (): FieldMessages => ({
  fieldNeeded: () => line`这一项要填。`,
  fieldNotAmount: () => line`没看懂这个数字，请写成 120000、12万 这样。`,
  fieldNotDate: () => line`没看懂这个日期，请写成 12月31日 或 2026-12-31。`,
  fieldTooLong: (most) => line`请控制在 ${String(most)} 字以内。`,
  fieldNotOffered: () => line`请从给出的选项里选。`,
});
