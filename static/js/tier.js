// A web page stands farther off than a document or a file: in the form for evidence it is secondary, as the desk has it
// where nobody chose. What somebody chose stays.

const telling = ["source", "file", "kind"];

function isPage({ source, file, kind }) {
  if (file.files.length) return kind.value === "page" && source.value.trim() !== "";
  return kind.value === "page" || /^https?:\/\/\S+$/i.test(source.value.trim());
}

document.addEventListener("input", ({ target }) => {
  const form = target.closest("#attach-form");
  if (!form) return;
  if (target.name === "tier") form.dataset.tier = "chosen";
  if (!telling.includes(target.name) || form.dataset.tier === "chosen") return;
  const { tier } = form.elements;
  if (isPage(form.elements) && tier.value === "primary") {
    tier.value = "secondary";
    form.dataset.tier = "page";
  } else if (!isPage(form.elements) && form.dataset.tier === "page") {
    tier.value = "primary";
    form.dataset.tier = "";
  }
});
