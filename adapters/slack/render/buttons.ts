// Buttons and menus as Block Kit, what opens a page before them, and the one behind which stands what does not fit.
import { card as cardOf, type Button, type Card, type PageButton } from "#src/view/card";
import { carry, carryKept, restOf } from "../door/action-codec.ts";
import type { Block } from "./fit.ts";
import { limits } from "./limits.ts";
import { label } from "./line.ts";
import { inChunks, type Drawing } from "./pieces.ts";

/** What Slack tells of a press on it is nobody's act: the browser opened its address by itself. */
export const opensPage = (actionId: string): boolean => actionId.startsWith("open:");

/** `page`: what opens one, first of all. */
export function renderButtons(
  buttons: readonly Button[],
  drawing: Drawing,
  page?: PageButton,
): Block[] {
  const shown = buttons.slice(0, limits.buttons);
  const elements = [
    ...(page?.href === undefined
      ? []
      : [
          {
            type: "button",
            action_id: `open:${drawing.path}`,
            text: label(page.label, limits.buttonText),
            url: page.href,
            style: "primary",
          },
        ]),
    ...shown.map((each, i) => renderButton(each, { ...drawing, path: `${drawing.path}.${i}` })),
  ];
  if (elements.length === 0) return [];
  return [
    ...inChunks(elements, limits.actions).map((each) => ({ type: "actions", elements: each })),
    ...more(
      buttons.length - limits.buttons,
      () =>
        cardOf({
          title: drawing.t.more(buttons.length - limits.buttons),
          buttons: buttons.slice(limits.buttons),
        }),
      drawing,
    ),
  ];
}

export function renderButton(button: Button, { t, keep, path }: Drawing): unknown {
  return {
    type: "button",
    action_id: `press:${path}`,
    text: label(button.label, limits.buttonText),
    value: carry(button.act, limits.buttonValue, keep),
    ...(button.style === "primary" ? { style: "primary" } : {}),
    ...(button.confirm
      ? {
          confirm: {
            title: label([t.sure()], limits.confirmTitle),
            text: label(button.confirm, limits.confirmText),
            confirm: label(button.label, limits.confirmButton),
            deny: label([t.cancel()], limits.confirmButton),
          },
        }
      : {}),
  };
}

/** What is not shown: how much, on a button that shows it. */
export function more(count: number, rest: () => Card, { t, keep, path }: Drawing): Block[] {
  if (count <= 0) return [];
  return [
    {
      type: "actions",
      elements: [
        {
          type: "button",
          action_id: `more:${path}`,
          text: label([t.more(count)], limits.buttonText),
          value: carryKept(keep(restOf(rest()))),
        },
      ],
    },
  ];
}

/** Null where one of them is confirmed first, or they are too many: Slack asks about a menu as a whole, and puts five in it. */
export function renderMenu(buttons: readonly Button[], { keep, path }: Drawing): unknown {
  if (buttons.length > limits.menu || buttons.some((each) => each.confirm)) return null;
  return {
    type: "overflow",
    action_id: `menu:${path}`,
    options: buttons.map((each) => ({
      text: label(each.label, limits.optionText),
      value: carry(each.act, limits.optionValue, keep),
    })),
  };
}
