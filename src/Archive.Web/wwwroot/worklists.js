// The queue of lost links by keyboard. In the empty box a number takes a candidate, "?" searches the web, "-" says that there is no link;
// no address begins so. Everything else works without.
const box = document.querySelector("[data-queue]");
box?.addEventListener("keydown", event => {
  if (box.value !== "" || event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
    return;
  }
  const what = { "-": "[data-none]", "?": "[data-search]" }[event.key] ?? (/^[1-9]$/.test(event.key) ? `[data-take="${event.key}"]` : null);
  const target = what && document.querySelector(what);
  if (target) {
    event.preventDefault();
    target.click();
  }
});
