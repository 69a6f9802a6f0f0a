// What others may use of recognition: the button that opens a draft of praise.
export { askPraiseFor } from "./actions.ts";
