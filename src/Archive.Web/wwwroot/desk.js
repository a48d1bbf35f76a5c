// The desk's forms: what is typed is kept, the preview follows, and everything can be done by keyboard. Without this, the buttons do.
const form = document.querySelector("form[data-draft]");
const box = form.querySelector("textarea[data-box]:not([data-box=False])");
const state = form.querySelector("[data-state]");
const here = `draft ${form.dataset.draft} ${form.dataset.account}`;
const ours = ["token", "Seen"];
const pause = 600;
let unsaved = false, unseen = false, busy = false, leaving = false, held = false, slow = 0, timer, goTo;

// What lines were said to be, by their number; and what there was before the last changes by key.
let choices = new Map(), lines = box.value.split("\n");
const undo = [];

const fields = () => [...new FormData(form)].filter(([name]) => !name.startsWith("Line["))
  .concat([...choices].filter(([, value]) => value).map(([line, value]) => [`Line[${line}]`, value]));
const tell = text => { if (state.textContent !== text) state.textContent = text; };
const keepHere = () => { try { sessionStorage.setItem(here, JSON.stringify(fields().filter(([name]) => !ours.includes(name)))); } catch { /* full, or not allowed */ } };
const readChoices = () => { choices = new Map([...form.querySelectorAll("select[name^='Line[']")].filter(one => one.value).map(one => [+one.name.slice(5, -1), one.value])); };

function changed(wait = pause) {
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

async function send(handler, accept) {
  try {
    const answer = await fetch(form.dataset.address + handler, { method: "POST", body: new URLSearchParams(fields()), headers: { Accept: accept }, signal: AbortSignal.timeout(60000) });
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
  const at = document.activeElement.closest?.("[data-line]")?.dataset.line;
  const inSelect = document.activeElement.tagName === "SELECT";
  form.elements.Version.value = page.querySelector("[name=Version]").value;
  for (const part of ["[data-said]", "[data-preview]"]) form.querySelector(part).replaceWith(document.adoptNode(page.querySelector(part)));
  for (const one of page.querySelectorAll("form[data-draft] [placeholder]")) form.querySelector(`#${one.id}`).placeholder = one.placeholder;
  const text = form.querySelector("[data-text]");
  if (text) { box.value = text.value; lines = box.value.split("\n"); text.remove(); }
  readChoices();
  ready();
  const line = goTo ?? at;
  goTo = undefined;
  if (line) focusOn(line, inSelect);
  if (held) { tell("Not saved"); form.querySelector("[data-said] .note")?.scrollIntoView({ block: "nearest" }); }
  return true;
}

const items = () => [...form.querySelectorAll("[data-line]")];
const itemOf = line => form.querySelector(`[data-line="${line}"]`) ?? items().findLast(one => +one.dataset.line <= line);
function ready() { items().forEach((one, i) => { one.tabIndex = i ? -1 : 0; }); }
function focusOn(line, select) {
  const item = itemOf(line);
  items().forEach(one => { one.tabIndex = one === item ? 0 : -1; });
  (select ? item?.querySelector("select") : item)?.focus();
}

// A choice follows its line, whatever is typed above it.
function follow() {
  const now = box.value.split("\n"), most = Math.min(now.length, lines.length);
  let head = 0, tail = 0;
  while (head < most && now[head] === lines[head]) head++;
  while (tail < most - head && now[now.length - 1 - tail] === lines[lines.length - 1 - tail]) tail++;
  const by = now.length - lines.length, end = lines.length - tail;
  choices = new Map([...choices].flatMap(([line, value]) => line <= head || !by ? [[line, value]] : line > end ? [[line + by, value]] : []));
  lines = now;
}

function set(next, line) {
  undo.push([box.value, new Map(choices)]);
  box.value = next.map(one => one.text).join("\n");
  lines = box.value.split("\n");
  choices = new Map(next.map((one, i) => [i + 1, one.choice]).filter(([, choice]) => choice));
  goTo = line;
  changed(0);
}

const numbered = () => lines.map((text, i) => ({ text, choice: choices.get(i + 1) }));
// A headline's address and outlet on lines of their own go with it.
function group(item) {
  const all = items(), at = all.indexOf(item);
  let last = at;
  while (all[last + 1]?.matches("[data-with=True]")) last++;
  return [+item.dataset.line - 1, +all[last].dataset.line];
}

function move(from, to, up, other) {
  if (!other) return;
  const all = numbered(), [start, end] = up ? [other[0], to] : [from, other[1]];
  const one = all.slice(from, to), two = all.slice(...other);
  const between = up ? all.slice(other[1], from) : all.slice(to, other[0]);
  const moved = up ? [...one, ...between, ...two] : [...two, ...between, ...one];
  set([...all.slice(0, start), ...moved, ...all.slice(end)], (up ? start : start + two.length + between.length) + 1);
}

const readings = { h: "headline", t: "title", s: "section", o: "outlet", b: "boilerplate", x: "leave-out", r: "" };
function onLine(event, item) {
  const all = items().filter(one => !one.matches("[data-with=True]") || one === item), at = all.indexOf(item), up = event.key === "ArrowUp";
  const [from, to] = group(item);
  if (up || event.key === "ArrowDown") {
    const other = all[up ? at - 1 : at + 1];
    if (event.altKey) move(from, to, up, other && group(other));
    else if (other) focusOn(other.dataset.line);
  } else if (event.key === "Delete") {
    set(numbered().toSpliced(from, to - from), from + 1);
    tell("Deleted. Ctrl+Z brings it back");
  } else if (event.key === "n") {
    set(numbered().toSpliced(to, 0, { text: "" }));
    toBox(to);
  } else if (event.key === "Enter") toBox(from);
  else if (event.key in readings && !event.altKey) {
    undo.push([box.value, new Map(choices)]);
    choices.set(from + 1, readings[event.key]);
    goTo = from + 1;
    changed(0);
  } else return;
  event.preventDefault();
}

function toBox(line) {
  const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  box.focus();
  box.setSelectionRange(start, start + (lines[line]?.length ?? 0));
}

document.addEventListener("keydown", event => {
  if (event.isComposing || event.keyCode === 229) return;
  const ctrl = event.ctrlKey || event.metaKey, key = event.key.toLowerCase(), item = event.target.matches("[data-line]") && event.target;
  const line = event.target === box ? box.value.slice(0, box.selectionStart).split("\n").length : 0;
  if (ctrl && key === "s") unsaved = unseen = true, work();
  else if (ctrl && key === "enter") (form.querySelector("[data-publish]") ?? state).focus();
  else if (ctrl && key === "z" && event.target !== box && !event.target.matches("input") && undo.length) {
    let before;
    [box.value, before] = undo.pop();
    lines = box.value.split("\n");
    choices = before;
    changed(0);
  } else if (line && key === "escape" && items().length) focusOn(line);
  else if (line && event.altKey && key.startsWith("arrow") && items().length) {
    const up = key === "arrowup", other = up ? line - 2 : line;
    if (other < 0 || other >= lines.length) return;
    move(line - 1, line, up, [other, other + 1]);
    toBox(other);
    goTo = undefined;
  } else if (key === "?" && !event.target.matches("input, textarea")) document.querySelector("details.keys").toggleAttribute("open");
  else return item && !ctrl ? onLine(event, item) : undefined;
  event.preventDefault();
});

form.addEventListener("input", event => {
  if (event.target.matches("select[name^='Line[']")) choices.set(+event.target.name.slice(5, -1), event.target.value);
  if (event.target === box) follow();
  if (!event.isComposing) changed(event.target.matches("select") ? 0 : pause);
});
form.addEventListener("compositionend", () => changed());
// Kept first: what is sent into nothing would be gone.
form.addEventListener("submit", async event => {
  if (leaving || held || !unsaved && !busy) { leaving = true; return; }
  event.preventDefault();
  while (busy) await new Promise(done => setTimeout(done, 50));
  if (unsaved && !await save()) later(5000);
  else if (!held) { leaving = true; form.requestSubmit(event.submitter); }
});
addEventListener("pageshow", () => { leaving = false; });
addEventListener("focus", () => { if (unsaved && !held) later(0); });
addEventListener("beforeunload", event => { if (unsaved && !leaving) event.preventDefault(); });

// What the server never had, because the network was away when the page went.
const kept = JSON.parse(sessionStorage.getItem(here) ?? "null");
readChoices();
if (kept?.every(([name, value]) => ["Draft", "Version"].includes(name) || name.startsWith("Line[") || (form.elements[name]?.value ?? value) === value)) sessionStorage.removeItem(here);
else if (kept && (!box.value || kept.some(([name, value]) => name === "Draft" && value === form.elements.Draft.value))) {
  for (const [name, value] of kept) {
    if (name.startsWith("Line[")) choices.set(+name.slice(5, -1), value);
    else if (form.elements[name]) form.elements[name].value = value;
  }
  lines = box.value.split("\n");
  changed(0);
}
ready();
