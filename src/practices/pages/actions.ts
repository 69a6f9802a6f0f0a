// Buttons of the pages in a browser.
import { z } from "zod";
import { defineAction } from "#src/view/action";

/** A link to one's own page. */
export const openPage = defineAction("pages.open", 1, z.object({}));
export const signOutAll = defineAction("pages.sign-out", 1, z.object({}));
