// The chair's screen: the same place as the slides, and the log of the meeting two presses away.

import {follow} from "/presenting/standing.js";
import {clock, listen, single} from "/presenting/keys.js";

const ROLE = "presenting: role";
const body = document.body;
const notes = [...document.querySelectorAll(".notes")];
const byId = new Map(notes.map(each => [each.id, each]));
const meeting = body.dataset.meeting, last = Number(body.dataset.last);
const at = name => document.getElementById(name);
const forms = [at("challenge"), at("action")];
let state = JSON.parse(body.dataset.state), log = state.log, now = null;

const standing = follow(meeting, state, tell);
document.documentElement.classList.add("presenting");
at("role").value = sessionStorage.getItem(ROLE) ?? "";
single.show(at("single"));
tell(state, false);
setInterval(tick, 250);

function tell(found, lost) {
  state = found;
  show(byId.get(found.slide) ?? notes[0]);
  at("problem").hidden = !lost;
  if (lost) at("problem").textContent = "The scorecard’s server does not answer: it is asked again every half second.";
  if (found.log !== log) { log = found.log; refresh(); }
  tick();
}

function show(note) {
  if (note === now) return;
  const first = now === null;
  now?.classList.remove("now");
  now = note;
  now.classList.add("now");
  const number = Number(now.dataset.number);
  at("place").textContent = number > last ? `${number}, in reserve` : `${number} of ${last}`;
  at("go").value = now.id;
  const coming = notes[notes.indexOf(now) + 1];
  at("coming").textContent = !coming || number === last ? "nothing: this is the last" : coming.dataset.title;
  if (!first) at("said").textContent = `Slide ${number}. ${now.dataset.title}`;
  mark();
}

function mark() {
  for (const each of document.querySelectorAll(".marked")) {
    each.classList.toggle("here", each.dataset.indicator !== "" && each.dataset.indicator === now.dataset.indicator);
  }
}

function tick() {
  const {left, text} = clock(standing.seconds(), state.minutes);
  const turn = state.turn !== "" && state.minutes > 0;
  at("clock").textContent = turn ? (state.running ? text : `${text}, clock stopped`) : "No turn yet";
  at("next").textContent = state.next ? `Next: ${state.next}` : "";
  at("run").textContent = state.running ? "Stop the clock" : "Let the clock run";
  at("run").disabled = !turn;
  body.classList.toggle("soon", turn && left <= 120);
  body.classList.toggle("over", turn && left < 0);
}

function go(number) {
  const note = notes[Math.min(Math.max(number, 1), notes.length) - 1];
  if (note !== now) standing.to(note.id);
}

function by(step) {
  const number = Number(now.dataset.number);
  go(Math.min(number + step, number > last ? notes.length : last));
}

async function refresh() {
  const answer = await fetch(`/chair/${meeting}/log`);
  if (answer.ok) at("live").innerHTML = await answer.text();
  mark();
}

function open(form, given = {}) {
  for (const each of forms) each.hidden = each !== form;
  const {indicator, to} = now.dataset;
  const words = form.querySelector("textarea");
  if (!words.value || given.marked) fill(form, {marked: "", indicator, to, owner: to, asked_by: at("role").value, ...given});
  words.readOnly = Boolean(form.marked?.value);
  if (form.asked_by) form.asked_by.readOnly = words.readOnly;
  problem(form, "");
  (words.readOnly ? form.to : words).focus();
}

function fill(form, given) {
  for (const [name, value] of Object.entries(given)) if (form.elements[name]) form.elements[name].value = value;
}

function problem(form, sentence) {
  const place = form.querySelector(".problem");
  place.hidden = sentence === "";
  place.textContent = sentence;
}

function aside(form) {
  form.hidden = true;
  at(`open-${form.id}`).focus();
}

async function send(form) {
  const role = at("role").value.trim();
  if (role === "") { problem(form, "Say once, at the top, in which role you write: such as chair, not a name."); return at("role").focus(); }
  const asks = Object.fromEntries(new FormData(form));
  const lacks = [...form.querySelectorAll("select")].find(each => each.value === "" && each.options[0].text !== "No line");
  if (lacks) { problem(form, `${lacks.options[0].text}.`); return lacks.focus(); }
  const button = form.querySelector("button.main");
  button.disabled = true;
  try {
    const answer = await fetch(`/chair/${meeting}/${form.id}`, {
      method: "POST", headers: {"Content-Type": "application/json"},
      body: JSON.stringify({...asks, by: role, due: asks.due || null}),
    });
    if (!answer.ok) throw new Error(answer.statusText);
    const {said, problem: sentence} = await answer.json();
    if (sentence) problem(form, sentence);
    else { logged(said); form.reset(); aside(form); }
  } catch { problem(form, "It is not logged: the scorecard’s server does not answer. Your words are still here."); }
  button.disabled = false;
}

function logged(said) {
  at("logged").hidden = false;
  at("logged").textContent = said;
  refresh();
}

for (const form of forms) {
  form.addEventListener("submit", event => { event.preventDefault(); send(form); });
  form.querySelector(".aside").addEventListener("click", () => aside(form));
  form.addEventListener("keydown", pressed => {
    if (pressed.key === "Escape") { pressed.preventDefault(); aside(form); }
    if (pressed.key === "Enter" && !pressed.shiftKey && pressed.target.tagName === "TEXTAREA") {
      pressed.preventDefault();
      form.requestSubmit();
    }
  });
}

listen({
  by, on: new Set(["ArrowRight"]), back: new Set(["ArrowLeft"]),
  first: null, last: null, jump: go,
  typing(digits) { at("typed").hidden = digits === ""; at("typed").textContent = digits && `Go to slide ${digits}: Enter`; },
  letters: {c: () => open(at("challenge")), a: () => open(at("action"))},
  leave: null,
});
at("on").addEventListener("click", () => by(1));
at("back").addEventListener("click", () => by(-1));
at("go").addEventListener("change", event => standing.to(event.target.value));
at("run").addEventListener("click", () => standing.run(!state.running));
at("again").addEventListener("click", () => {
  if (confirm("Back to the first slide, with every clock at nought?")) standing.again();
});
at("role").addEventListener("input", event => sessionStorage.setItem(ROLE, event.target.value));
at("open-challenge").addEventListener("click", () => open(at("challenge")));
at("open-action").addEventListener("click", () => open(at("action")));
at("live").addEventListener("click", event => {
  const pressed = event.target.closest(".make");
  if (!pressed) return;
  const {key, indicator, askedBy, question} = pressed.dataset;
  open(at("challenge"), {marked: key, question, asked_by: askedBy, ...(indicator ? {indicator, to: owner(indicator)} : {})});
});

function owner(indicator) {
  return notes.find(each => each.dataset.indicator === indicator)?.dataset.to ?? "";
}
