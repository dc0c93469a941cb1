// The slides on the screen of the room.

import {follow} from "/presenting/standing.js";
import {clock, listen, single} from "/presenting/keys.js";

const WARN = 120;
const body = document.body, root = document.documentElement;
const slides = [...document.querySelectorAll(".slide")];
const byId = new Map(slides.map(each => [each.id, each]));
const meeting = body.dataset.meeting, last = Number(body.dataset.last);
const at = name => document.getElementById(name);
let state = JSON.parse(body.dataset.state), log = state.log, now = null, warned = "";

const standing = follow(meeting, state, tell);
root.classList.add("presenting");
tell(state, false);
setInterval(tick, 250);

function tell(found, lost) {
  state = found;
  show(byId.get(found.slide) ?? slides[0]);
  at("problem").hidden = !lost;
  if (lost) at("problem").textContent = "The scorecard’s server does not answer: the slides go on here, other screens do not follow.";
  if (found.log !== log) { log = found.log; refresh(); }
  tick();
}

function show(slide) {
  if (slide === now) return;
  now?.classList.remove("now");
  const first = now === null;
  now = slide;
  now.classList.add("now");
  const number = Number(slide.dataset.number);
  at("place").textContent = number > last ? `${number}, in reserve` : `${number} of ${last}`;
  if (!first) at("said").textContent = `Slide ${number}. ${slide.dataset.title}`;
  scrollTo(0, 0);
}

function tick() {
  const {left, text} = clock(standing.seconds(), state.minutes);
  const turn = state.turn !== "" && state.minutes > 0;
  at("clock").textContent = turn ? (state.running ? text : `${text}, clock stopped`) : "";
  const late = turn && left <= WARN;
  const soon = late || isLastOf(state.turn);
  if (late && state.running && warned !== state.turn) {
    warned = state.turn;
    at("said").textContent = `Two minutes left. Next: ${state.next || "nobody"}`;
  }
  at("next").textContent = state.next ? `Next: ${state.next}` : turn ? "Last to present" : "";
  body.classList.toggle("soon", soon && state.next !== "");
  body.classList.toggle("over", turn && left < 0);
}

function isLastOf(turn) {
  const following = slides[slides.indexOf(now) + 1];
  return turn !== "" && now.dataset.agency === turn && following?.dataset.agency !== turn;
}

function go(number) {
  const slide = slides[Math.min(Math.max(number, 1), slides.length) - 1];
  if (slide !== now) standing.to(slide.id);
}

function by(step) {
  const number = Number(now.dataset.number) + step;
  const stays = Number(now.dataset.number) > last ? slides.length : last;
  go(Math.min(number, stays));
}

async function refresh() {
  const answer = await fetch(`/present/${meeting}/agreed`);
  if (answer.ok) at("agreed").innerHTML = await answer.text();
}

function fill() {
  document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
}

const black = () => body.classList.toggle("black");
const help = () => at("help").showModal();

listen({
  by,
  scrolls: at("slides"),
  first: () => go(1),
  last: () => go(last),
  jump: go,
  typing(digits) {
    at("typed").hidden = digits === "";
    at("typed").textContent = digits && `Go to slide ${digits}: Enter`;
    if (digits) at("said").textContent = `Go to slide ${digits}`;
  },
  letters: {f: fill, b: black, ".": black, "?": help},
  leave: () => { body.classList.contains("black") ? black() : location.assign(`/meeting?meeting=${meeting}`); },
});
at("on").addEventListener("click", () => by(1));
at("back").addEventListener("click", () => by(-1));
at("keys").addEventListener("click", help);
single.show(at("single"));
