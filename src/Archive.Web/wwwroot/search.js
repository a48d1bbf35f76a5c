// "/" goes to the search box. That is all; every page works without.
document.addEventListener("keydown", event => {
  const box = document.querySelector("input[type=search]");
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && box && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});
