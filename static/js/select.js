// Select words in the story, and two buttons appear beside them: make them a claim, or use them for the open claim.
// Offsets are sent in code points of the draft; the server compares the words before it believes them.

const form = document.getElementById("select");
const rebound = document.getElementById("rebound");

const points = (text) => [...text].length;

// Code points of the draft before a place in a block: its words without the letters that the page adds.
function offset(block, node, at) {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, at);
  const before = range.cloneContents();
  for (const letter of before.querySelectorAll(".letter")) letter.remove();
  return Number(block.dataset.start) + points(before.textContent);
}

function place(node, at) {
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  return block && offset(block, node, at);
}

// The words of the draft between two offsets, as the page has them: blocks are joined by a blank line.
function words(start, end) {
  let found = "";
  for (const block of document.querySelectorAll("[data-start]")) {
    const copy = block.cloneNode(true);
    for (const letter of copy.querySelectorAll(".letter")) letter.remove();
    const from = Number(block.dataset.start);
    const text = [...copy.textContent];
    if (from < end && from + text.length > start) {
      found += (found && "\n\n") + text.slice(Math.max(0, start - from), end - from).join("");
    }
  }
  return found;
}

function offer() {
  const selection = document.getSelection();
  form.hidden = true;
  if (selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  if (start === null || end === null || !(start < end)) return;
  form.elements.start.value = start;
  form.elements.end.value = end;
  form.elements.wording.value = words(start, end);
  rebound.hidden = !boundsLink();
  const box = range.getBoundingClientRect();
  form.hidden = false;
  form.style.top = `${Math.max(8, box.top + scrollY - form.offsetHeight - 8)}px`;
  form.style.left = `${Math.max(8, Math.min(box.left, innerWidth - form.offsetWidth - 8))}px`;
}

function boundsLink() {
  return document.querySelector("#card a[href*='/bounds/']");
}

// "Use for the open claim" posts the same words to that claim's own address, with the anchor that the card shows.
function toOpenClaim() {
  const mark = document.getElementById("mark");
  const link = boundsLink();
  rebound.setAttribute("formaction", link.getAttribute("href"));
  const anchor = Object.assign(document.createElement("input"), { type: "hidden", name: "anchor" });
  anchor.value = mark.elements.anchor.value;
  form.append(anchor);
}

if (form) {
  document.addEventListener("pointerup", () => setTimeout(offer));
  document.addEventListener("keyup", (event) => event.shiftKey && offer());
  addEventListener("resize", offer);
  document.addEventListener("selectionchange", () => {
    if (document.getSelection().isCollapsed) form.hidden = true;
  });
  form.addEventListener("pointerdown", (event) => event.preventDefault());
  rebound.addEventListener("click", toOpenClaim);
}
