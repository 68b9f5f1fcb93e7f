// The payee signs with a finger or a pen: strokes become the path of an SVG. Without this file the typed name counts.
(() => {
  const pad = document.getElementById("pad");
  const field = document.getElementById("id_signature");
  if (!pad || !field) return;
  const path = pad.querySelector("path");
  let isDown = false;
  document.getElementById("pad-field").hidden = false;
  const at = (event) => {
    const box = pad.getBoundingClientRect();
    const x = Math.round(((event.clientX - box.left) / box.width) * 600);
    const y = Math.round(((event.clientY - box.top) / box.height) * 200);
    return `${Math.min(Math.max(x, 0), 600)} ${Math.min(Math.max(y, 0), 200)}`;
  };
  const draw = (strokes) => {
    field.value = strokes;
    path.setAttribute("d", strokes);
  };
  pad.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
  pad.addEventListener("pointerdown", (event) => {
    isDown = true;
    pad.setPointerCapture(event.pointerId);
    draw(`${field.value}${field.value ? " " : ""}M${at(event)}`);
  });
  pad.addEventListener("pointermove", (event) => {
    if (isDown && field.value.length < 19000) draw(`${field.value} L${at(event)}`);
  });
  pad.addEventListener("pointerup", () => {
    isDown = false;
  });
  document.getElementById("pad-clear").addEventListener("click", () => draw(""));
})();
