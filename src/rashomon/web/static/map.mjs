// The map of a page: places with their events through time. A dot is a town or a point; what is known less precisely is an area.
// Its data is GeoJSON as rashomon.web.mapping writes it; a feature needs no more than `name` and `events`.
import { LatLngBounds, Map as Chart, Popup } from "/static/vendor/leaflet/leaflet.mjs";
import { heldAt, marksOf, Places, stepsBetween } from "/static/map-marks.mjs";
import { Holders, paintAreas, paintDots } from "/static/map-painting.mjs";
import { Sheet, unit } from "/static/map-sheet.mjs";
import { outlinesOf } from "/static/map-world.mjs";

const holder = document.querySelector("#map");
const say = holder.dataset;
const CLOSEST = 12, NAMED_AT_MOST = 12;

async function got(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function element(tag, text, more = {}) {
  return Object.assign(document.createElement(tag), { textContent: text }, more);
}

function words(...lines) {
  const box = document.createElement("div");
  for (const line of lines.filter(Boolean)) {
    const paragraph = document.createElement("p");
    paragraph.append(line);
    box.append(paragraph);
  }
  return box;
}

function opens(place, text) {
  return element("a", text, { href: place.href ?? `${say.here}&place=${encodeURIComponent(place.id)}#place`, dir: "auto" });
}

// What the map draws now, and what it is asked when somebody clicks.
class Drawing {
  constructor(world) {
    this.world = world;
    this.holders = new Holders();
    this.control = false;
    this.set([]);
  }

  set(features) {
    const dated = features.flatMap((one) => Object.keys(one.properties.months ?? {})).filter(Boolean).sort();
    this.steps = dated.length ? stepsBetween(dated[0], dated.at(-1)) : [];
    this.places = new Places(features, this.steps);
    this.marks = new Map();
  }

  // The steps are those of the whole answer, also where only a part of its places has come.
  keep(features, steps) {
    this.steps = steps;
    this.places = new Places(features, steps);
    this.marks = new Map();
  }

  show(first, last) {
    const all = first === 0 && last >= this.steps.length - 1;
    this.shown = this.places.between(first, last, all);
    this.held = heldAt(this.places.several, this.steps[last] ?? "9999");
    this.marks = new Map();
  }

  at(zoom) {
    if (!this.marks.has(zoom)) this.marks.set(zoom, marksOf(this.shown, zoom));
    return this.marks.get(zoom);
  }

  paint(pen, view) {
    if (this.control) return this.holders.paint(pen, view, this.held, this.world);
    const { areas, dots } = this.at(view.zoom);
    paintAreas(pen, view, areas, this.world);
    paintDots(pen, view, dots);
  }

  // The topmost mark at a position, within a finger's width.
  found(at, zoom) {
    const wide = 256 * 2 ** zoom, far = (one) => Math.hypot(one.at[0] - at[0], one.at[1] - at[1]) * wide;
    const nearest = (several) => several.filter((one) => far(one) <= one.r + 5).sort((one, other) => far(one) - far(other))[0];
    const holds = (one) => (one.reach === Infinity ? this.world.byCode.has(one.place.country) && this.world.holds(one.place.country, at) : far(one) <= one.reach * wide);
    if (this.control) return { claim: nearest(this.held.filter((one) => !one.reach)) ?? this.held.filter((one) => one.reach).filter(holds).at(-1) };
    const { areas, dots } = this.at(zoom);
    return { dot: nearest(dots), area: areas.filter(holds).at(-1) };
  }
}

function aboutPlace(place, n) {
  const how = place.shape === "country" ? say.country : place.shape === "circle" ? say.within.replace("{km}", place.km) : "";
  return words(element("b", place.name, { dir: "auto" }), say.events.replace("{n}", n), how, place.id && opens(place, say.open));
}

function aboutSeveral(members) {
  const list = document.createElement("ul");
  for (const { place, n } of members.slice(0, NAMED_AT_MOST)) list.append(element("li", "")), list.lastChild.append(opens(place, place.name), ` ${n}`);
  const box = words(element("b", say.places.replace("{n}", members.length)));
  box.append(list);
  return box;
}

function aboutClaim({ claim, who, name }) {
  const line = (claim.leaves ? say.left : say.holds).replace("{who}", who || say.nobody).replace("{place}", name);
  return words(line, element("a", `${claim.title} (${claim.date})`, { href: `/events/${claim.event}`, dir: "auto" }), claim.disputed && say.disputed);
}

function listen(map, drawing) {
  const popup = (at, content) => new Popup({ maxWidth: 280, closeButton: true }).setLatLng(at).setContent(content).openOn(map);
  const spot = (event) => unit(event.latlng.wrap().lng, event.latlng.lat);
  const closer = (place) => map.setView([place.lat, place.lon], Math.min(CLOSEST, map.getZoom() + 2));
  map.on("zoomend", () => { holder.dataset.zoom = map.getZoom(); });
  map.on("click", (event) => {
    const { claim, dot, area } = drawing.found(spot(event), map.getZoom());
    if (claim) return popup(event.latlng, aboutClaim(claim));
    if (dot && dot.places > 1 && map.getZoom() < CLOSEST) return closer(dot.members[0].place);
    if (dot) return popup(event.latlng, dot.members.length > 1 ? aboutSeveral(dot.members) : aboutPlace(dot.members[0].place, dot.n));
    if (area) popup(event.latlng, aboutPlace(area.place, area.n));
  });
  map.on("mousemove", (event) => {
    const { claim, dot, area } = drawing.found(spot(event), map.getZoom());
    holder.style.cursor = claim || dot || area ? "pointer" : "";
  });
}

function legend(drawing) {
  const list = document.getElementById("holders");
  if (!list) return;
  list.hidden = !drawing.control;
  const several = drawing.control ? [...new Set(drawing.held.map((one) => one.who))] : [];
  list.replaceChildren(...several.map((who) => {
    const line = element("li", who || say.nobody, { dir: "auto" }), swatch = document.createElement("i");
    swatch.style.background = drawing.holders.colour(who);
    line.prepend(swatch);
    return line;
  }));
}

// Joins the page's controls to the drawing; returns what draws other places in place of these.
function withControls(map, drawing, sheet) {
  const [from, to, play, span, control] = ["from", "to", "play", "span", "control"].map((id) => document.getElementById(id));
  from.max = to.max = Math.max(drawing.steps.length - 1, 0);
  [from.value, to.value] = [0, to.max];
  let waiting = 0;
  const stretch = () => { span.textContent = drawing.steps.length ? `${drawing.steps[from.value]} – ${drawing.steps[to.value]}` : ""; };
  const update = () => {
    if (Number(from.value) > Number(to.value)) from.value = to.value;
    stretch();
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      drawing.show(Number(from.value), Number(to.value));
      sheet.redraw();
      legend(drawing);
      holder.dataset.shown = drawing.control ? drawing.held.length : drawing.shown.length;
    });
  };
  from.addEventListener("input", update);
  to.addEventListener("input", update);
  control.addEventListener("change", () => { drawing.control = control.checked; update(); });
  document.getElementById("in").addEventListener("click", () => map.zoomIn());
  document.getElementById("out").addEventListener("click", () => map.zoomOut());
  const begin = play.textContent;
  let running = null;
  play.addEventListener("click", () => {
    if (running) { clearInterval(running); running = null; play.textContent = begin; return; }
    if (to.value === to.max) to.value = from.value;
    play.textContent = play.dataset.pause;
    update();
    running = setInterval(() => {
      to.value = Number(to.value) + 1;
      update();
      if (to.value === to.max) play.click();
    }, 500);
  });
  play.disabled = drawing.steps.length < 2;
  document.getElementById("controls").hidden = false;
  stretch();
  drawing.show(0, Number(to.max));
  holder.dataset.shown = drawing.shown.length;
  return update;
}

function edges(bounds) {
  const lon = (at) => ((((at + 180) % 360) + 360) % 360) - 180, whole = bounds.getEast() - bounds.getWest() >= 360;
  const found = [whole ? -180 : lon(bounds.getWest()), Math.max(bounds.getSouth(), -90), whole ? 180 : lon(bounds.getEast()), Math.min(bounds.getNorth(), 90)];
  return found.map((one) => one.toFixed(2)).join(",");
}

// Places that lie near each other came as one: what the map comes to see, and some way around it, is asked for anew.
function withCloserLooks(map, drawing, update) {
  const steps = drawing.steps;
  let asked = 0, known = null;
  map.on("moveend", async () => {
    const zoom = map.getZoom(), seen = map.getBounds();
    if (known && known.zoom === zoom && known.around.contains(seen)) return;
    const mine = (asked += 1), around = seen.pad(0.5);
    const address = `${say.source}${say.source.includes("?") ? "&" : "?"}zoom=${Math.floor(zoom) + 1}&seen=${edges(around)}`;
    const found = await got(address).catch(() => null);
    if (!found || mine !== asked) return;
    known = { zoom, around };
    drawing.keep(found.features, steps);
    update();
  });
}

function withSearchHere(map) {
  const here = document.getElementById("search-here");
  if (!here) return;
  const point = () => { here.href = here.dataset.address.replace("AREA", encodeURIComponent(edges(map.getBounds()))); };
  map.on("moveend", point);
  point();
}

// The corners of what a place is drawn as: a dot's are itself, an area's lie as far from its middle as it reaches.
function corners({ geometry, properties }) {
  const [lon, lat] = geometry.coordinates, up = (properties.shape === "circle" ? properties.km : 0) / 111.32, across = up / Math.cos((lat * Math.PI) / 180);
  return [[lat - up, lon - across], [lat + up, lon + across]];
}

function boundsOf(features, world) {
  const pinned = features.filter((one) => one.geometry && one.properties.shape !== "country").flatMap(corners);
  const around = features.flatMap((one) => world.byCode.get(one.properties.country)?.corners ?? []);
  return new LatLngBounds(pinned.length ? pinned : around);
}

async function start() {
  const finding = got(say.source);
  finding.catch(() => {});
  const world = outlinesOf(await got(say.world));
  const found = await finding;
  if (found.unplaced) {
    const note = document.getElementById("unplaced");
    note.textContent = note.dataset.words.replace("{n}", found.unplaced);
    note.hidden = false;
  }
  if (!found.features.length) return;
  holder.hidden = false;
  const drawing = new Drawing(world);
  drawing.set(found.features);
  const map = new Chart(holder, { attributionControl: false, zoomControl: false, maxZoom: CLOSEST, minZoom: 1, worldCopyJump: true, fadeAnimation: false, zoomSnap: 0.5, zoomDelta: 1 });
  const land = new Sheet({ paint: world.paint }), marks = new Sheet({ paint: (pen, view) => drawing.paint(pen, view) });
  const box = boundsOf(found.features, world);
  map.fitBounds(box.isValid() ? box : [[-55, -170], [70, 170]], { padding: holder.clientWidth < 500 ? [16, 24] : [40, 40], maxZoom: 7, animate: false });
  const update = withControls(map, drawing, marks);
  for (const sheet of [land, marks]) sheet.addTo(map);
  if (found.together) withCloserLooks(map, drawing, update);
  withSearchHere(map);
  listen(map, drawing);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { land.redraw(); marks.redraw(); });
  requestAnimationFrame(() => { holder.dataset.ready = "yes"; });
}

start().catch((reason) => {
  // The drawing without script and the table below say the same.
  holder.hidden = true;
  console.warn(String(reason));
});
