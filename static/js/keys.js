// Single keys on the review page. They can be switched off in the settings (WCAG 2.1.4); then only "?" by its button,
// Escape, and Ctrl+Enter inside the box stay. In an empty box Enter saves; among words it is a line break.

const keys = document.getElementById("keys");
const on = keys?.dataset.on === "true";

// The claims that the filter lets through, and the open one, which may have been opened from the story.
function rows() {
  return [...document.querySelectorAll("#claims > li")].filter((item) => !item.hidden || item.querySelector("#card"));
}

function go(step) {
  const list = rows();
  const open = document.getElementById("card")?.closest("li");
  const next = list[list.indexOf(open) + step];
  next?.querySelector("a.row").click();
}

function nextToDo() {
  const list = rows();
  const at = list.indexOf(document.getElementById("card")?.closest("li"));
  const todo = [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0))];
  todo.map((item) => item.querySelector("a.row")).find((row) => row.matches(".open, .suspended"))?.click();
}

// What is typed next is the reason. Out of the box the same key takes the choice back: a comment can be sent alone.
function choose(verdict) {
  const radio = document.getElementById(`verdict-${verdict}`);
  if (!radio) return;
  radio.checked = !radio.checked;
  if (radio.checked) document.querySelector("#mark textarea").focus();
}

function saveAndNext() {
  const form = document.getElementById("mark");
  const said = form && (form.querySelector("[name=verdict]:checked") || form.elements.comment.value.trim());
  if (said) document.getElementById("save-next").click();
}

function untouched(form) {
  const asItCame = ({ checked, defaultChecked, value, defaultValue = value }) =>
    checked === defaultChecked && value === defaultValue;
  return [...form.elements].every(asItCame);
}

const actions = {
  s: () => choose("sourced"),
  d: () => choose("disputed"),
  o: () => choose("opinion"),
  j: () => go(1),
  k: () => go(-1),
  n: nextToDo,
  r: () => document.getElementById("again")?.click(),
  c: () => document.querySelector("#mark textarea")?.focus(),
  e: () => document.getElementById("add-evidence")?.click(),
  u: () => document.querySelector("#card .leads .use")?.click(),
  "?": () => keys.showModal(),
  Enter: saveAndNext,
};

// What was asked for is on its way: until it is there keys would act on what it replaces, so they do nothing. Whoever
// opened a form and types at once finds that in its field.
const coming = new Set();
let ahead = "";

function typedAhead(event) {
  if (event.key === "Backspace") ahead = ahead.slice(0, -1);
  if (event.key.length > 1) return;
  event.preventDefault();
  ahead += event.key;
}

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.elt.matches("a, form")) coming.add(detail.xhr);
});
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (coming.delete(detail.xhr)) ahead = "";
});
document.addEventListener("htmx:afterSwap", ({ target }) => {
  const field = target.id === "attach" && target.querySelector("[autofocus]"); // not for the suggestions inside
  if (!field) return;
  field.form.scrollIntoView({ block: "nearest" });
  field.focus({ preventScroll: true });
  if (!ahead || field.value) return;
  field.value = ahead;
  field.dispatchEvent(new Event("input", { bubbles: true }));
});

document.addEventListener("keydown", (event) => {
  const field = event.target.closest("input:not([type=radio]), textarea, select, #attach-form input");
  const attaching = event.target.closest("#attach-form");
  const enter = event.key === "Enter" && !event.isComposing;
  const chord = event.ctrlKey || event.metaKey;
  if (enter && chord && attaching) {
    event.preventDefault();
    attaching.querySelector("button").click();
  } else if (enter && (chord || (on && !event.shiftKey && field?.value === "")) && event.target.closest("#mark")) {
    event.preventDefault();
    saveAndNext();
  } else if (event.key === "Escape" && field?.closest("#card")) {
    const form = field.closest("#attach form");
    if (form && untouched(form)) form.querySelector("[data-leave]").click();
    else field.blur();
  } else if (on && !field && !event.ctrlKey && !event.metaKey && !event.altKey && !keys.open) {
    if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
    if (coming.size) return typedAhead(event);
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
});

const button = document.getElementById("show-keys");
button.hidden = false;
button.addEventListener("click", () => keys.showModal());
