// Where the meeting stands: asked of the server twice a second, moved by one press at a time.
// Every slide is in the page already: it is shown at once, and a server that does not answer is asked again until it does.

const EVERY = 500;

export function follow(meeting, first, tell) {
  let state = first, heard = performance.now(), wanted = null, busy = false, lost = false;

  function hear(found) {
    if (found.issue !== state.issue) location.reload();
    state = found;
    heard = performance.now();
    tell(shown(), lost);
  }

  const shown = () => ({...state, slide: wanted ?? state.slide, seconds: seconds()});
  const seconds = () => state.seconds + (state.running ? (performance.now() - heard) / 1000 : 0);

  async function send(what, asks) {
    const answer = await fetch(`/present/${meeting}/${what}`, {
      method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({...asks, seen: state.version}),
    });
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }

  async function pump() {
    if (busy) return;
    busy = true;
    try {
      while (wanted !== null && wanted !== state.slide) {
        const to = wanted;
        const found = await send("position", {slide: to});
        lost = false;
        if (found.overtaken || wanted === to) wanted = null;
        hear(found);
      }
      wanted = null;
    } catch { lost = true; tell(shown(), lost); }
    busy = false;
  }

  async function ask() {
    if (busy) return;
    if (lost && wanted !== null) return pump();
    try {
      const answer = await fetch(`/present/${meeting}/position`);
      if (!answer.ok) throw new Error(answer.statusText);
      const found = await answer.json();
      if (busy || wanted !== null) return;
      lost = false;
      hear(found);
    } catch { lost = true; tell(shown(), lost); }
  }

  async function change(what, asks) {
    try { hear(await send(what, asks)); } catch { lost = true; tell(shown(), lost); }
  }

  setInterval(ask, EVERY);
  return {
    to(slide) { wanted = slide; tell(shown(), lost); pump(); },
    run(running) { change("clock", {running}); },
    again() { wanted = null; change("again", {}); },
    seconds,
  };
}
