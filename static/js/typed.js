// What is typed in a claim's box is kept in this tab until it is saved: another claim can be opened, the page
// reloaded or the connection lost without losing a word. A refusal that gives the words back has a box for the same claim.

function key(form) {
  return `typed ${form.action}`;
}

// Remember the box's text (or `text`, where given; an empty one forgets it).
export function keep(box, text = box.value) {
  if (box.name !== "comment" || !box.form) return;
  if (text) sessionStorage.setItem(key(box.form), text);
  else sessionStorage.removeItem(key(box.form));
}

// Put a remembered text back into an empty box.
export function restore(card) {
  const form = card?.querySelector("#mark");
  const text = form && sessionStorage.getItem(key(form));
  if (text && !form.elements.comment.value) form.elements.comment.value = text;
}

// Without htmx the page goes away on a save: what was sent is forgotten then.
document.addEventListener("submit", ({ target }) => {
  const box = target.elements.namedItem("comment");
  if (box && !target.hasAttribute("hx-post")) keep(box, "");
});
