// The desk's forms: what is typed is kept, and the preview follows. Without this, the buttons do.
export const form = document.querySelector("form[data-draft]");
export const box = form.querySelector("textarea[data-box]:not([data-box=False])");
const state = form.querySelector("[data-state]");
const here = `draft ${form.dataset.draft} ${form.dataset.account}`;
const ours = ["token", "Seen"];
const pause = 600;
let unsaved = false, unseen = false, busy = false, leaving = false, held = false, slow = 0, timer;

// What a list adds to its form (list.js).
export const more = { fields: all => all, place: () => () => {}, looked: () => {}, kept: () => {}, key: () => false };

const fields = () => more.fields([...new FormData(form)]);
export const tell = text => { if (state.textContent !== text) state.textContent = text; };
const keepHere = () => { try { sessionStorage.setItem(here, JSON.stringify(fields().filter(([name]) => !ours.includes(name)))); } catch { /* full, or not allowed */ } };

export function changed(wait = pause) {
  if (held) return;
  unsaved = unseen = true;
  keepHere();
  tell("Not saved yet");
  later(wait);
}

function later(wait) { clearTimeout(timer); timer = setTimeout(work, wait); }

// One request at a time: first keep it, then look at it.
async function work() {
  if (busy || leaving) return;
  clearTimeout(timer);
  timer = undefined;
  busy = true;
  let ok = true;
  if (unsaved) ok = await save();
  if (ok && unseen && !timer) ok = await look();
  busy = false;
  if (!ok && !held) later(5000);
  else if ((unsaved || unseen) && !timer) later(Math.max(pause, slow));
}

export async function send(handler, accept, body = new URLSearchParams(fields())) {
  try {
    const answer = await fetch(form.dataset.address + handler, { method: "POST", body, headers: { Accept: accept }, signal: AbortSignal.timeout(60000) });
    if (answer.status === 401 || answer.redirected) {
      tell("You are signed out: what you typed is kept in this page. ");
      const link = Object.assign(document.createElement("a"), { href: form.dataset.signIn, target: "_blank", textContent: "Sign in in another window" });
      state.append(link);
      return null;
    }
    if (answer.ok || answer.status === 409) return answer;
  } catch { /* said below */ }
  tell("Not saved yet: the archive does not answer, your text is kept in this page");
  return null;
}

async function save() {
  unsaved = false;
  const answer = await send("?handler=Save", "application/json");
  if (!answer) { unsaved = true; return false; }
  const said = await answer.json();
  form.elements.Version.value = said.version;
  if (answer.status === 409) { held = true; unseen = true; return await look(); }
  if (!unsaved) { tell(said.state); sessionStorage.removeItem(here); }
  // Whoever comes back to this page, or loads it again, finds what was saved.
  history.replaceState(history.state, "", `${form.dataset.address}?draft=${form.elements.Draft.value}`);
  return true;
}

async function look() {
  unseen = false;
  const begun = performance.now();
  const answer = await send("", "text/html");
  if (!answer) { unseen = true; return false; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  slow = (performance.now() - begun) * 2;
  // Something was typed meanwhile: its own look follows.
  if (timer && !held) return true;
  const goBack = more.place(), onPublish = document.activeElement.matches("[data-publish]");
  form.elements.Version.value = page.querySelector("[name=Version]").value;
  for (const part of ["[data-said]", "[data-preview]"]) form.querySelector(part).replaceWith(document.adoptNode(page.querySelector(part)));
  for (const one of page.querySelectorAll("form[data-draft] [placeholder]")) form.querySelector(`#${one.id}`).placeholder = one.placeholder;
  const text = form.querySelector("[data-text]");
  if (text) { box.value = text.value; text.remove(); }
  more.looked();
  goBack();
  if (onPublish) form.querySelector("[data-publish]")?.focus();
  if (held) { tell("Not saved"); form.querySelector("[data-said] .note")?.scrollIntoView({ block: "nearest" }); }
  return true;
}

document.addEventListener("keydown", event => {
  if (event.isComposing || event.keyCode === 229) return;
  const ctrl = event.ctrlKey || event.metaKey, key = event.key.toLowerCase();
  if (ctrl && key === "s") unsaved = unseen = true, work();
  else if (ctrl && key === "enter") (form.querySelector("[data-publish]") ?? state).focus();
  else if (!more.key(event, key, ctrl)) return;
  event.preventDefault();
});

form.addEventListener("input", event => {
  if (!event.isComposing) changed(event.target.matches("select") ? 0 : pause);
});
form.addEventListener("compositionend", () => changed());
// Kept first: what is sent into nothing would be gone.
form.addEventListener("submit", async event => {
  if (leaving || held || !unsaved && !busy) { leaving = true; return; }
  event.preventDefault();
  const seen = form.elements.Seen?.value, pressed = event.submitter;
  while (busy) await new Promise(done => setTimeout(done, 50));
  if (unsaved && !await save()) later(5000);
  else if (!held) {
    // A look that came meanwhile brought another button in its place.
    const button = pressed?.isConnected ?? true ? pressed : form.querySelector(`button[formaction="${pressed.getAttribute("formaction")}"]`);
    if (button === pressed || button && form.elements.Seen?.value === seen) { leaving = true; form.requestSubmit(button); }
    else { button?.focus(); tell("The preview has just changed: look at it, and press once more"); }
  }
});
addEventListener("pageshow", () => { leaving = false; });
addEventListener("focus", () => { if (unsaved && !held) later(0); });
addEventListener("beforeunload", event => { if (unsaved && !leaving) event.preventDefault(); });

// What the server never had, because the network was away when the page went. When everything that belongs to the form is there.
addEventListener("DOMContentLoaded", () => {
  const kept = JSON.parse(sessionStorage.getItem(here) ?? "null"), isLine = name => name.startsWith("Line[");
  if (kept?.every(([name, value]) => ["Draft", "Version"].includes(name) || isLine(name) || (form.elements[name]?.value ?? value) === value)) sessionStorage.removeItem(here);
  else if (kept && (!box.value || kept.some(([name, value]) => name === "Draft" && value === form.elements.Draft.value))) {
    for (const [name, value] of kept) if (!isLine(name) && form.elements[name]) form.elements[name].value = value;
    more.kept(kept.filter(([name]) => isLine(name)));
    changed(0);
  }
  // Typed before this was here to hear of it.
  else if ([...form.elements].some(one => one.matches("textarea, input:not([type=hidden])") && one.value !== one.defaultValue)) changed(0);
});
