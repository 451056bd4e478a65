// The first and last word of a claim: select words in the passage and the two lists follow, and the other way round.
// Without this script the lists alone choose, and a button shows what they say.

const passage = document.querySelector(".passage");
const { start, end } = passage?.closest("form").elements ?? {};
const pieces = [...(passage?.children ?? [])];

function draw() {
  const [from, to] = [Number(start.value), Number(end.value)];
  for (const piece of pieces) {
    piece.classList.toggle("on", from <= Number(piece.dataset.start) && Number(piece.dataset.end) <= to);
  }
  const words = pieces.filter((piece) => piece.classList.contains("on")).map((piece) => piece.textContent);
  passage.closest("form").querySelector("output").textContent = words.join("");
  end.setCustomValidity(words.length ? "" : end.dataset.refusal);
}

// Whole words: the first and the last that the selection touches.
function follow() {
  const selection = document.getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const touched = pieces.filter((piece) => touches(range, piece));
  const first = touched.find(({ dataset }) => has(start, dataset.start));
  const last = touched.findLast(({ dataset }) => has(end, dataset.end));
  if (!first || !last) return;
  start.value = first.dataset.start;
  end.value = last.dataset.end;
  draw();
}

// A selection that ends at a word's very edge has nothing of it.
function touches(range, piece) {
  const inside = document.createRange();
  inside.selectNodeContents(piece.firstChild);
  return range.compareBoundaryPoints(Range.END_TO_START, inside) < 0 && range.compareBoundaryPoints(Range.START_TO_END, inside) > 0;
}

function has(list, value) {
  return [...list.options].some((option) => option.value === value);
}

if (passage) {
  for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
  for (const part of document.querySelectorAll("[data-unscripted]")) part.hidden = true;
  document.addEventListener("selectionchange", follow);
  for (const list of [start, end]) list.addEventListener("change", draw);
  draw();
}
