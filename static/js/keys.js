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
    field.blur();
  } else if (on && !field && !event.ctrlKey && !event.metaKey && !event.altKey && !keys.open) {
    if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
});

const button = document.getElementById("show-keys");
button.hidden = false;
button.addEventListener("click", () => keys.showModal());
