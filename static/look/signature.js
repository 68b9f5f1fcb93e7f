// The payee signs with a finger, a pen or the mouse: strokes become the path of an SVG. Without this file, and for who
// cannot draw, the typed name counts.
(() => {
  const MOST = 19000; // what the form takes, less one stroke
  const pad = document.getElementById("pad");
  const field = document.getElementById("id_signature");
  if (!pad || !field) return;
  const path = pad.querySelector("path");
  let pen = null; // the pointer that draws; a second finger draws nothing
  const draw = (strokes) => {
    field.value = strokes;
    path.setAttribute("d", strokes);
  };
  const within = (part, most) => Math.min(Math.max(Math.round(part * most), 0), most);
  const at = (event) => {
    const box = pad.getBoundingClientRect();
    return `${within((event.clientX - box.left) / box.width, 600)} ${within((event.clientY - box.top) / box.height, 200)}`;
  };
  pad.addEventListener("pointerdown", (event) => {
    if (pen !== null || event.button > 0 || field.value.length > MOST) return;
    event.preventDefault();
    pen = event.pointerId;
    pad.setPointerCapture(pen);
    draw(`${field.value}${field.value ? " " : ""}M${at(event)} L${at(event)}`);
  });
  pad.addEventListener("pointermove", (event) => {
    if (event.pointerId === pen && field.value.length < MOST) draw(`${field.value} L${at(event)}`);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    pad.addEventListener(end, (event) => {
      if (event.pointerId === pen) pen = null;
    });
  }
  document.getElementById("pad-clear").addEventListener("click", () => draw(""));
  document.getElementById("pad-field").hidden = false;
  draw(field.value);
})();
