// A list's lines by keyboard, and links that come with what is pasted.
import { box, changed, form, more, send, tell } from "./desk.js";

// What lines were said to be, by their number; what there was before the last changes by key; which line is meant next.
let choices = new Map(), lines = box.value.split("\n"), goTo;
const undo = [];

const numberOf = name => +name.slice(5, -1);
const readLines = () => { lines = box.value.split("\n"); };
const readChoices = () => { choices = new Map([...form.querySelectorAll("select[name^='Line[']")].filter(one => one.value).map(one => [numberOf(one.name), one.value])); };

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
  readLines();
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
  } else return false;
  return true;
}

function toBox(line) {
  const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  box.focus();
  box.setSelectionRange(start, start + (lines[line]?.length ?? 0));
}

more.fields = all => all.filter(([name]) => !name.startsWith("Line[")).concat([...choices].filter(([, value]) => value).map(([line, value]) => [`Line[${line}]`, value]));
more.place = () => {
  const at = document.activeElement.closest?.("[data-line]")?.dataset.line, inSelect = document.activeElement.tagName === "SELECT";
  return () => {
    const line = goTo ?? at;
    goTo = undefined;
    if (line) focusOn(line, inSelect);
  };
};
more.looked = () => { readLines(); readChoices(); ready(); };
more.kept = kept => { choices = new Map(kept.map(([name, value]) => [numberOf(name), value])); readLines(); };
more.key = (event, key, ctrl) => {
  const inBox = event.target === box, line = inBox ? box.value.slice(0, box.selectionStart).split("\n").length : 0;
  if (ctrl && key === "z" && !inBox && !event.target.matches("input") && undo.length) {
    [box.value, choices] = undo.pop();
    readLines();
    changed(0);
  } else if (line && key === "escape" && items().length) focusOn(line);
  else if (line && event.altKey && key.startsWith("arrow") && items().length) {
    const up = key === "arrowup", other = up ? line - 2 : line;
    if (other < 0 || other >= lines.length) return false;
    move(line - 1, line, up, [other, other + 1]);
    toBox(other);
    goTo = undefined;
  } else if (key === "?" && !event.target.matches("input, textarea")) document.querySelector("details.keys").toggleAttribute("open");
  else return !ctrl && event.target.matches("[data-line]") && onLine(event, event.target);
  return true;
};

form.addEventListener("input", event => {
  if (event.target.matches("select[name^='Line[']")) choices.set(numberOf(event.target.name), event.target.value);
  if (event.target === box) follow();
}, true);

// A box takes plain text, and a page's links would be lost: the archive says what the lines are.
box.addEventListener("paste", async event => {
  const html = event.clipboardData.getData("text/html"), text = event.clipboardData.getData("text/plain");
  if (!/<a\s/i.test(html)) return;
  event.preventDefault();
  const answer = await send("?handler=Lines", "text/plain", new URLSearchParams({ token: form.elements.token.value, html }));
  box.focus();
  document.execCommand("insertText", false, answer?.ok ? await answer.text() : text);
});

readChoices();
ready();
