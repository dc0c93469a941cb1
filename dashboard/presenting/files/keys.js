// The keys of a meeting: arrows and a clicker's keys, a number and Enter. Keys of one letter can be turned off.

const ON = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
const SWITCH = "presenting: keys of one letter";

export const single = {
  get on() { return localStorage.getItem(SWITCH) !== "off"; },
  show(box) {
    box.checked = this.on;
    box.addEventListener("change", () => localStorage.setItem(SWITCH, box.checked ? "on" : "off"));
  },
};

const UPRIGHT = {ArrowDown: 1, ArrowUp: -1};

export function listen({by, first, last, jump, typing, letters, leave, scrolls, on = ON, back = BACK}) {
  let digits = "";
  const type = text => { digits = text; typing(digits); };

  document.addEventListener("keydown", pressed => {
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || document.querySelector("dialog[open]")) return;
    const inField = pressed.target.closest("input, textarea, select");
    if (inField) return;
    const onButton = pressed.target.closest("button, a, summary");
    if (onButton && (pressed.key === " " || pressed.key === "Enter") && !digits) return;
    const letter = pressed.key.toLowerCase();
    // A slide that does not fit (a narrow screen, large letters) is read on with the upright arrows.
    const tall = scrolls && scrolls.scrollHeight > scrolls.clientHeight + 1;
    if (UPRIGHT[pressed.key] && tall) scrolls.scrollBy(0, 80 * UPRIGHT[pressed.key]);
    else if (pressed.key === " " && pressed.shiftKey && on.has(" ")) by(-1);
    else if (on.has(pressed.key)) by(1);
    else if (back.has(pressed.key)) by(-1);
    else if (pressed.key === "Home" && first) first();
    else if (pressed.key === "End" && last) last();
    else if (pressed.key === "Escape" && digits) type("");
    else if (pressed.key === "Escape" && leave) leave();
    else if (pressed.key === "Backspace" && digits) type(digits.slice(0, -1));
    else if (pressed.key === "Enter" && digits) { const to = Number(digits); type(""); jump(to); }
    else if (single.on && /^[0-9]$/.test(pressed.key)) type((digits + pressed.key).slice(-3));
    else if (single.on && letters[letter]) letters[letter]();
    else return;
    pressed.preventDefault();
  });
}

export function clock(seconds, minutes) {
  const left = Math.round(minutes * 60 - seconds);
  const text = `${Math.floor(Math.abs(left) / 60)}:${String(Math.abs(left) % 60).padStart(2, "0")}`;
  return {left, text: left >= 0 ? `${text} left` : `${text} over`};
}
