/* Search boxes that select2 draws in the admin carry the name of the field they stand for, and say what they open. */

const BOXES = ".select2-selection, .select2-search__field, .select2-selection__rendered[role=textbox]";

function name(box, select) {
  const label = document.querySelector(`label[for="${select?.id}"]`);
  if (label) box.setAttribute("aria-label", label.textContent.replace(":", "").trim());
}

new MutationObserver((changes) => {
  for (const node of changes.flatMap((change) => [...change.addedNodes])) {
    const select = node.previousElementSibling;
    if (!select?.matches("select.admin-autocomplete")) continue;
    for (const box of node.querySelectorAll(BOXES)) name(box, select);
  }
}).observe(document.body, { childList: true, subtree: true });

document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(".select2-dropdown .select2-search__field")) return;
  const list = target.getAttribute("aria-controls") ?? "";
  name(target, document.getElementById(list.replace(/^select2-|-results$/g, "")));
  document.querySelector(`.select2-selection[aria-owns="${list}"]`)?.setAttribute("aria-controls", list);
});
