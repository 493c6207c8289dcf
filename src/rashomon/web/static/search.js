// The box: "/" goes to it, names are suggested while one types, and dragging over the months chooses a stretch of time.
const box = document.getElementById("q");

document.addEventListener("keydown", (event) => {
  const busy = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !busy && !event.ctrlKey && !event.metaKey && !event.altKey && box) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

if (box) {
  const list = document.createElement("ul");
  list.className = "suggested";
  list.id = "suggested";
  list.role = "listbox";
  list.ariaLabel = box.dataset.suggestions ?? "";
  list.hidden = true;
  box.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-controls", "suggested"], ["aria-expanded", "false"], ["aria-autocomplete", "list"]]) box.setAttribute(name, value);
  let chosen = -1, shown = [], asked = 0;

  // What is being typed: from the last blank outside quotes, or the whole where there is none.
  const tail = () => /(?:^|\s)(-?(?:[a-z]+:)?"?)([^"\s][^"]*)$/.exec(box.value.slice(0, box.selectionStart ?? box.value.length));
  const close = () => { list.hidden = true; chosen = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const mark = (at) => {
    chosen = at;
    [...list.children].forEach((line, n) => line.setAttribute("aria-selected", String(n === at)));
    if (at >= 0) { box.setAttribute("aria-activedescendant", list.children[at].id); list.children[at].scrollIntoView({ block: "nearest" }); }
  };
  const take = (at) => {
    const found = tail();
    if (!found) return;
    const end = box.selectionStart ?? box.value.length, start = end - found[0].trimStart().length;
    box.value = `${box.value.slice(0, start)}${shown[at].asks} ${box.value.slice(end)}`.trimEnd();
    close();
    box.form.requestSubmit();
  };
  const show = (several) => {
    shown = several;
    list.replaceChildren(...several.map((one, n) => {
      const line = document.createElement("li"), name = document.createElement("bdi"), kind = document.createElement("span");
      line.id = `suggested-${n}`;
      line.role = "option";
      name.textContent = one.words === one.name ? one.name : `${one.words} (${one.name})`;
      kind.className = "quiet";
      kind.textContent = one.kind;
      line.append(name, kind);
      line.addEventListener("mousedown", (event) => { event.preventDefault(); take(n); });
      return line;
    }));
    list.hidden = several.length === 0;
    box.setAttribute("aria-expanded", String(several.length > 0));
    mark(-1);
  };
  box.addEventListener("input", () => {
    const found = tail(), mine = ++asked;
    if (!found || found[2].length < 2) return close();
    setTimeout(async () => {
      if (mine !== asked) return;
      const answer = await fetch(`/suggest?q=${encodeURIComponent(found[2])}`, { headers: { Accept: "application/json" } });
      if (mine === asked && answer.ok) show(await answer.json());
    }, 120);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); mark((chosen + (event.key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(chosen); }
    else if (event.key === "Escape") close();
  });
  box.addEventListener("blur", close);
}

const brush = document.querySelector(".brush");
if (brush) {
  const months = brush.dataset.months.split(" "), picked = document.createElement("div");
  picked.className = "picked";
  let from = null;
  const at = (event) => {
    const edge = brush.getBoundingClientRect();
    return Math.max(0, Math.min(months.length - 1, Math.floor((event.clientX - edge.left) / edge.width * months.length)));
  };
  const draw = (to) => {
    const [first, last] = from < to ? [from, to] : [to, from];
    picked.style.left = `${100 * first / months.length}%`;
    picked.style.width = `${100 * (last - first + 1) / months.length}%`;
  };
  brush.addEventListener("pointerdown", (event) => { if (event.button === 0) { event.preventDefault(); from = at(event); } });
  brush.addEventListener("pointermove", (event) => { if (from !== null && at(event) !== from) { brush.append(picked); draw(at(event)); } });
  window.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const to = at(event), start = from;
    from = null;
    picked.remove();
    const where = new URL(brush.dataset.address, location.href);
    if (to === start) where.searchParams.set("month", months[to]);
    else { where.searchParams.set("after", months[Math.min(start, to)]); where.searchParams.set("before", months[Math.max(start, to)]); }
    location.assign(where);
  });
  brush.addEventListener("click", (event) => event.preventDefault());
}
