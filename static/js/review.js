// The review page: keeps the story and the rail showing the same claim. The server draws everything; see also
// keys.js (single keys), select.js (a claim from selected words), tier.js (how near a source stands) and typed.js
// (nothing typed is lost).

import "./keys.js";
import "./select.js";
import "./tier.js";
import { keep, restore } from "./typed.js";

const proof = document.getElementById("proof");
const rail = document.getElementById("rail");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function card() {
  return document.querySelector("#card[data-claim]");
}

function inView(element) {
  const box = element.getBoundingClientRect();
  const floor = getComputedStyle(card()).position === "fixed" ? card().getBoundingClientRect().top : innerHeight;
  return box.top >= 0 && box.bottom <= floor;
}

// Highlight the open claim's words, and bring them and its card into sight.
function show({ scroll = true } = {}) {
  const open = card();
  if (!open) return;
  const id = open.dataset.claim;
  open.querySelector(".checklist").open = sessionStorage.getItem("checklist") === "open";
  open.className = `card ${document.getElementById("standing").dataset.standing}`;
  for (const mark of document.querySelectorAll("mark.on")) mark.classList.remove("on");
  for (const mark of document.querySelectorAll(`mark[data-claims~="${id}"]`)) mark.classList.add("on");
  if (!scroll) return;
  const letter = document.getElementById(`letter-${id}`);
  if (letter && !inView(letter)) letter.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  const tabs = document.querySelector(".sifting").offsetHeight;
  const [top, bottom] = [open.getBoundingClientRect().top, open.getBoundingClientRect().bottom];
  const room = rail.getBoundingClientRect();
  if (top < room.top + tabs || bottom > room.bottom) rail.scrollTop += top - room.top - tabs - 4;
}

// A click anywhere on a claim's words is a click on its letter, unless words are being selected.
document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-claims]");
  if (!mark || !document.getSelection().isCollapsed) return;
  document.getElementById(`letter-${mark.dataset.claims.split(" ")[0]}`)?.click();
});

// A card was put in place: show it. Focus goes along when it was in the card that went away: to the same field of the
// same claim (htmx does that), or to the next claim's card, so that keys are keys again and not typed into its box.
let shown = card()?.dataset.claim;
let focused = null;
document.addEventListener("focusin", (event) => (focused = card()?.contains(event.target) ? event.target : null));
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.requestConfig?.elt.id === "poll") {
    show({ scroll: false });
    if (focused && !focused.isConnected && document.activeElement === document.body) card()?.focus({ preventScroll: true });
    return;
  }
  if (event.target.closest("#attach")) {
    if (document.activeElement === document.body) card()?.focus({ preventScroll: true });
    return;
  }
  restore(card());
  show();
  const [focus, claim] = [document.activeElement, card()?.dataset.claim];
  if (focus === document.body || (claim !== shown && card()?.contains(focus))) card()?.focus({ preventScroll: true });
  shown = claim;
});

// A phone's sheet is put away without leaving the page; what was typed in it comes back with it.
document.addEventListener("click", (event) => {
  const away = event.target.closest("#away");
  if (!away) return;
  event.preventDefault();
  const letter = document.getElementById(`letter-${card().dataset.claim}`);
  for (const mark of document.querySelectorAll("mark.on")) mark.classList.remove("on");
  history.replaceState(history.state, "", away.search);
  card().replaceWith(Object.assign(document.createElement("div"), { id: "card", hidden: true }));
  letter?.focus({ preventScroll: true });
});

// The form for evidence is left without leaving the page.
document.addEventListener("click", (event) => {
  if (!event.target.closest("#attach [data-leave]")) return;
  event.preventDefault();
  document.getElementById("attach").replaceChildren();
  card().focus({ preventScroll: true });
});

// A notice lies over the page until the next thing is done, or Escape.
function notedEnough() {
  document.querySelector(".notes")?.remove();
}
document.addEventListener("htmx:beforeRequest", ({ target }) => target.id !== "poll" && notedEnough());
document.addEventListener("keydown", ({ key }) => key === "Escape" && notedEnough());

// While words are selected in the story the page keeps still; the next poll brings what this one held back.
document.addEventListener("htmx:beforeSwap", (event) => {
  const selection = document.getSelection();
  const selecting = !selection.isCollapsed && proof.contains(selection.anchorNode);
  if (event.target.id === "poll" && selecting) event.detail.shouldSwap = false;
});

// Fresh buttons from the desk keep away from a reason that is half typed.
document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
  const reason = detail.target.id === "edit" && detail.target.querySelector("[name=reason]");
  if (reason && (reason === document.activeElement || reason.value)) detail.shouldSwap = false;
});

// Whoever wants to see what to check sees it on the next card too.
document.addEventListener("toggle", ({ target }) => {
  if (target.matches(".checklist")) sessionStorage.setItem("checklist", target.open ? "open" : "");
  // Whoever opens one of the card's small forms writes in it next.
  if (!target.open || !target.closest(".edit, .named")) return;
  target.scrollIntoView({ block: "nearest" });
  target.querySelector("input[type=text]")?.focus();
}, true);

document.addEventListener("input", (event) => keep(event.target));
// What was saved leaves the form, which may stay, and is forgotten before the next card comes, which would get it back.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const form = detail.requestConfig?.elt;
  if (form?.id !== "mark" || detail.xhr.status >= 300) return;
  form.elements.comment.value = "";
  for (const verdict of form.querySelectorAll("[name=verdict]")) verdict.checked = false;
  keep(form.elements.comment, "");
});

restore(card());
show();
