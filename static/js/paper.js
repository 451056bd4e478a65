// The page for the printer: a button that prints it, where scripts run.

const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => print());
