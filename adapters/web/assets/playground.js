// The page by itself: fragments from the server find their places by id or by data-place, whether they come as an
// answer or as an event. Text typed by people is never made into HTML here; the server has escaped all of it.
import { createComposer } from "./composer.js";
import { createFileField } from "./file-field.js";

const page = document.body;
/** A visitor's own page, or a persona of the playground. */
const here = page.dataset.base ?? `/as/${encodeURIComponent(page.dataset.user ?? "")}`;
/** This page's own room: the own chat, or a channel. */
const room = page.dataset.room ?? here;
const stream = document.getElementById("stream");
const scroller = document.getElementById("scroller");
const newest = document.getElementById("newest");

// Placing

function place(html, isAnswer = false) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  // A copy of the list: placing an element takes it out of the holder.
  for (const element of Array.from(holder.content.children)) placeOne(element, isAnswer);
}

function placeOne(element, isAnswer) {
  const where = element.dataset.place;
  if (where === "stream") return placeInStream(element, isAnswer);
  if (where === "toast") return showToast(element);
  if (where === "error") return placeError(element);
  if (where === "dialog") return openDialog(element);
  const there = element.id === "" ? null : document.getElementById(element.id);
  if (there !== null) swap(there, element);
  // What came of an act stands at the top of the page, wherever that was done.
  if (isAnswer && element.id === "answer") {
    element.tabIndex = -1;
    element.focus();
    element.scrollIntoView({ block: "nearest" });
  }
}

function placeInStream(element, isAnswer) {
  if (stream === null) {
    if (isAnswer && element.matches("article")) location.assign(here);
    return;
  }
  const there = document.getElementById(element.id);
  if (there !== null) {
    if (element.matches("article") && there.dataset.version !== element.dataset.version)
      swap(there, element);
    return;
  }
  document.getElementById("empty")?.remove();
  const follow = isAtEnd() || element.matches(".by-person");
  stream.append(element);
  if (follow) toEnd();
  else if (newest !== null) newest.hidden = false;
}

/** In place of what was there; the focus stays on the button of the same place, or on the message. */
function swap(there, element) {
  const focused = there.contains(document.activeElement) ? document.activeElement : null;
  const atEnd = isAtEnd();
  keepChoices(there, element);
  there.replaceWith(element);
  if (focused !== null) {
    const same =
      (focused.dataset.press && element.querySelector(`[data-press="${focused.dataset.press}"]`)) ||
      (focused.matches(".seg input") && element.querySelector(`[name="${focused.name}"]:checked`));
    if (same) same.focus();
    else {
      element.tabIndex = -1;
      element.focus();
    }
  }
  if (atEnd && stream?.contains(element)) toEnd();
}

/** Which chart is looked at, and what is unfolded, stays so. */
function keepChoices(there, element) {
  for (const { name, value } of there.querySelectorAll(".seg input:checked")) {
    const same = element.querySelector(`[name="${name}"][value="${value}"]`);
    if (same !== null) same.checked = true;
  }
  const folds = [...element.querySelectorAll(".figures")];
  for (const [i, fold] of [...there.querySelectorAll(".figures")].entries())
    if (fold.open && folds[i] !== undefined) folds[i].open = true;
}

const isAtEnd = () =>
  scroller === null || scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;

/** Down to the newest; where that is longer than the screen, it is read from its start. */
function toEnd() {
  if (scroller !== null) {
    const last = stream?.lastElementChild ?? null;
    scroller.scrollTop =
      last !== null && last.offsetHeight > scroller.clientHeight
        ? last.offsetTop - scroller.offsetTop - 8
        : scroller.scrollHeight;
  }
  if (newest !== null) newest.hidden = true;
}

function showToast(toast) {
  const region =
    document.querySelector("dialog[open] .toasts") ?? document.getElementById("toasts");
  region.replaceChildren(toast);
  const readingMs = 4000 + toast.textContent.length * 60;
  setTimeout(() => toast.remove(), readingMs);
}

function tellNotReached() {
  const toast = document.createElement("p");
  toast.className = "toast bad";
  toast.textContent = page.dataset.failed ?? "";
  showToast(toast);
}

// Acting

/** Sends once: a control that is busy stays in place and does nothing more. True when the server answered well. */
async function act(control, url, body) {
  if (control.getAttribute("aria-busy") === "true") return false;
  control.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "x-pacer": "fragment", "x-pacer-token": page.dataset.token ?? "" },
      body: body instanceof FormData ? body : new URLSearchParams(body),
    });
    const html = await response.text();
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const refused = holder.content.querySelector('[data-place="error"], .toast.bad') !== null;
    if (!response.ok && !refused) throw new Error(String(response.status));
    if (control.closest("dialog") !== null && !refused) control.closest("dialog").close();
    place(html, true);
    refreshHome();
    return response.ok;
  } catch {
    tellNotReached();
    return false;
  } finally {
    control.removeAttribute("aria-busy");
  }
}

async function press(button) {
  if (button.dataset.confirm !== undefined && !(await isSure(button))) return;
  const message = button.closest("[data-message]");
  const { press: path, print, act: does } = button.dataset;
  // Out of a menu: that closes, and its sign is busy in the place of the button.
  const control = button.closest(".menu")?.querySelector("summary") ?? button;
  if (control !== button) control.focus();
  closeMenus(null);
  await act(control, `${room}/press`, {
    message: message.dataset.message,
    version: message.dataset.version,
    button: path,
    ...(does === undefined ? { print } : { act: does }),
    click: crypto.randomUUID(),
  });
}

function closeMenus(but) {
  for (const menu of document.querySelectorAll(".menu[open]")) if (menu !== but) menu.open = false;
}

function isSure(button) {
  const dialog = document.getElementById("confirm");
  document.getElementById("confirm-words").textContent = button.dataset.confirm;
  dialog.querySelector('[value="yes"]').textContent = button.textContent;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }),
  );
}

// Forms

function openDialog(dialog) {
  document.getElementById("dialogs").replaceChildren(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  fieldInput(dialog)?.focus();
}

const fieldInput = (element) =>
  element.querySelector(".field :is(input, select, textarea):not([type=hidden], [type=search])");

async function submit(form) {
  for (const error of form.querySelectorAll(".error")) error.hidden = true;
  for (const input of form.querySelectorAll("[aria-invalid]"))
    input.removeAttribute("aria-invalid");
  await act(form.querySelector("[type=submit]"), form.action, new FormData(form));
  const wrong = [...form.querySelectorAll(".field")].find(
    (field) => field.querySelector(".error:not([hidden])") !== null,
  );
  if (wrong !== undefined) fieldInput(wrong)?.focus();
}

function placeError(error) {
  const slot = document.getElementById(error.id);
  if (slot === null) return document.getElementById("error-general")?.before(error);
  slot.replaceWith(error);
  const field = error.closest(".field");
  for (const input of field?.querySelectorAll("input, select, textarea") ?? [])
    input.setAttribute("aria-invalid", "true");
  if (field === null) error.scrollIntoView({ block: "nearest" });
}

function pickDate(button) {
  const picker = button.nextElementSibling;
  picker.addEventListener("change", () => (button.previousElementSibling.value = picker.value), {
    once: true,
  });
  picker.showPicker();
}

function filterNames(input) {
  const wanted = input.value.trim().toLowerCase();
  for (const label of input.closest(".field").querySelectorAll(".check")) {
    label.hidden =
      !label.textContent.toLowerCase().includes(wanted) && label.querySelector(":checked") === null;
  }
}

// Home, and what comes by itself

let homeSoon;
function refreshHome() {
  clearTimeout(homeSoon);
  homeSoon = setTimeout(async () => {
    const response = await fetch(`${here}/home`, { headers: { "x-pacer": "fragment" } }).catch(
      () => null,
    );
    if (response?.ok) place(await response.text());
  }, 200);
}

if (page.dataset.user !== undefined) {
  const events = new EventSource(`${room}/events`);
  events.addEventListener("fragment", (event) => place(event.data));
  events.addEventListener("home", refreshHome);
  // Nothing more comes here: a newer page took its place, and coming back would take that one's.
  events.addEventListener("over", (event) => {
    events.close();
    place(event.data);
  });
}

// A visitor's page hears of nothing by itself: it is fetched anew when it is looked at again.
if (page.dataset.base !== undefined)
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) refreshHome();
  });

// Hands

createFileField({ act });
const composer = createComposer({ here, act, stream, bot: page.dataset.bot });

document.addEventListener("click", (event) => {
  const control = event.target.closest("button");
  if (control === null) return;
  if (control.dataset.press !== undefined) void press(control);
  else if (control.dataset.close !== undefined) control.closest("dialog").close();
  else if (control.dataset.picker !== undefined) pickDate(control);
  else if (control.dataset.word !== undefined) composer?.fill(`${control.dataset.word} `);
  else if (control === newest) toEnd();
});

document.addEventListener("click", (event) => closeMenus(event.target.closest(".menu")));
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" ? document.querySelector(".menu[open]") : null;
  if (open === null) return;
  closeMenus(null);
  open.querySelector("summary").focus();
});

document.addEventListener("input", (event) => {
  if (event.target.dataset.filter !== undefined) filterNames(event.target);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (
    form.method === "dialog" ||
    form.id === "compose" ||
    form.closest("dialog, .clock, .farther:not(.account)") === null
  )
    return;
  event.preventDefault();
  if (form.matches('[action="/clock"]'))
    void act(event.submitter, form.action, new FormData(form, event.submitter));
  else void submit(form);
});

scroller?.addEventListener(
  "scroll",
  () => {
    if (newest !== null && isAtEnd()) newest.hidden = true;
  },
  { passive: true },
);

// Where there is no room beside the stream, what comes by itself is folded away.
if (matchMedia("(max-width: 1080px)").matches)
  document.querySelector(".outlook")?.removeAttribute("open");

toEnd();
document
  .querySelector('.person[aria-current="page"]')
  ?.scrollIntoView({ block: "nearest", inline: "nearest" });

globalThis.takeEarly()?.click();
