// Every page: say so when the connection fails or somebody is signed out, and close the account menu by Escape or a click elsewhere.

const refusal = document.getElementById("refusal");

function say(sentence) {
  const box = document.createElement("div");
  box.className = "refused";
  box.append(Object.assign(document.createElement("p"), { textContent: sentence }));
  refusal.replaceChildren(box);
}

function undone({ requestConfig }) {
  return requestConfig.verb === "get" ? "That did not work" : "Not saved";
}

document.addEventListener("htmx:sendError", ({ target, detail }) => {
  if (target.id !== "poll") say(`${undone(detail)}: the desk can't be reached. What you typed is still here; try again.`);
});
document.addEventListener("htmx:responseError", (event) => {
  const { status } = event.detail.xhr;
  if (event.target.id !== "poll") say(`${undone(event.detail)}: the desk answered ${status}. What you typed is still here.`);
});
// Looking for news says once that somebody is signed out, and takes it back when they are signed in again.
document.addEventListener("htmx:beforeSwap", ({ target, detail }) => {
  if (target.id === "poll" && detail.xhr.status === 401 && refusal.hasChildNodes()) detail.shouldSwap = false;
});
document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
  const signedIn = detail.xhr?.status >= 200 && detail.xhr.status < 400;
  if (target.id === "poll" && signedIn && refusal.querySelector(".signed-out")) refusal.replaceChildren();
});
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.id !== "poll") refusal.replaceChildren();
});
// Whoever was signed out and in again in another tab saves from this one all the same: the newest token is in the cookie.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  const token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
  if (!token) return;
  detail.headers["x-csrftoken"] = token;
  if (detail.parameters.csrfmiddlewaretoken) detail.parameters.csrfmiddlewaretoken = token;
});

function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== except) menu.open = false;
}
document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  closeMenus();
  refusal.replaceChildren();
});
