// Draws places with their events through time. A dot is a town or a point; whatever is known less precisely is an area.
// Data: GeoJSON as rashomon.web.mapping writes it; a feature needs no more than `name` and `events`.
import * as maplibre from "/static/vendor/maplibre/maplibre-gl.mjs";
import { feature } from "/static/vendor/world/topojson.mjs";

const holder = document.querySelector("#map");
const say = holder.dataset;
const KM_A_DEGREE = 111.32;
const HUES = [205, 25, 285, 150, 340, 50, 250, 100, 0, 180];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function circle([lon, lat], km) {
  const wide = km / (KM_A_DEGREE * Math.max(Math.cos((lat * Math.PI) / 180), 0.05)), high = km / KM_A_DEGREE;
  const ring = Array.from({ length: 41 }, (_, n) => [lon + wide * Math.cos((n * Math.PI) / 20), lat + high * Math.sin((n * Math.PI) / 20)]);
  return { type: "Polygon", coordinates: [ring] };
}

// On a map of very many places and months the steps are years ("2031"), else months ("2031-05").
function stepsBetween(first, last) {
  const found = [];
  if (first.length === 4) {
    for (let year = Number(first); year <= Number(last); year += 1) found.push(String(year).padStart(4, "0"));
    return found;
  }
  let [year, month] = first.split("-").map(Number);
  for (let name = first; name <= last; ) {
    found.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  }
  return found;
}

// Lines that cross the date line go on beyond it, or they would run around the whole world.
function onward(shape) {
  const polygons = shape.geometry.type === "Polygon" ? [shape.geometry.coordinates] : shape.geometry.coordinates;
  for (const ring of polygons.flat()) {
    for (let n = 1; n < ring.length; n += 1) ring[n] = [ring[n][0] - 360 * Math.round((ring[n][0] - ring[n - 1][0]) / 360), ring[n][1]];
  }
}

async function got(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function style() {
  return {
    version: 8,
    sources: {},
    layers: [{ id: "sea", type: "background", paint: { "background-color": colour("sea") } }],
  };
}

function addLayers(map, world) {
  const none = { type: "FeatureCollection", features: [] };
  map.addSource("world", { type: "geojson", data: world });
  map.addSource("areas", { type: "geojson", data: none });
  map.addSource("dots", { type: "geojson", data: none, cluster: true, clusterRadius: 44, clusterMaxZoom: 8, clusterProperties: { n: ["+", ["get", "n"]], disputed: ["+", ["get", "disputed"]] } });
  map.addSource("holds", { type: "geojson", data: none });
  map.addLayer({ id: "land", type: "fill", source: "world", paint: { "fill-color": colour("land") } });
  map.addLayer({ id: "borders", type: "line", source: "world", paint: { "line-color": colour("border"), "line-width": 0.8 } });
  const loud = ["case", [">", ["get", "disputed"], 0], colour("alarm"), colour("link")];
  map.addLayer({ id: "areas", type: "fill", source: "areas", paint: { "fill-color": loud, "fill-opacity": ["interpolate", ["linear"], ["sqrt", ["get", "n"]], 1, 0.08, 20, 0.3] } });
  map.addLayer({ id: "edges", type: "line", source: "areas", paint: { "line-color": loud, "line-dasharray": [2, 2], "line-width": 1.2 } });
  const size = ["interpolate", ["linear"], ["sqrt", ["get", "n"]], 1, 5, 10, 12, 100, 30];
  map.addLayer({ id: "dots", type: "circle", source: "dots", paint: { "circle-color": loud, "circle-opacity": 0.82, "circle-radius": size, "circle-stroke-color": colour("sheet"), "circle-stroke-width": 1.2 } });
  map.addLayer({ id: "holds", type: "circle", source: "holds", layout: { visibility: "none" }, paint: { "circle-color": ["get", "colour"], "circle-opacity": ["case", ["get", "left"], 0.15, 0.85], "circle-radius": 9, "circle-stroke-width": 3, "circle-stroke-color": ["case", ["get", "disputed"], colour("alarm"), ["get", "colour"]] } });
}

// What the map shows of all places between two months; the dates of undated events are nobody's guess, so they show with all.
function shown(places, first, last, all, shapes) {
  const dots = [], areas = [];
  for (const place of places) {
    const { months, disputed, events, shape, km, country, id, name, precision, places: joined } = place.properties;
    let n = all || !months ? events : 0;
    if (!all && months) for (const [month, count] of Object.entries(months)) if (month && month >= first && month <= last) n += count;
    if (!n) continue;
    const properties = { id: joined > 1 ? "" : id, name: joined > 1 ? `${name} (+${joined - 1})` : name, n, km, precision, disputed: disputed ?? 0, shape: shape ?? "dot" };
    if (shape === "country") {
      const outline = shapes.get(country);
      if (outline) areas.push({ type: "Feature", geometry: outline.geometry, properties });
    } else if (shape === "circle") {
      areas.push({ type: "Feature", geometry: circle(place.geometry.coordinates, km), properties });
    } else if (place.geometry) {
      dots.push({ type: "Feature", geometry: place.geometry, properties });
    }
  }
  areas.sort((one, other) => other.properties.n - one.properties.n);
  return { dots: { type: "FeatureCollection", features: dots }, areas: { type: "FeatureCollection", features: areas } };
}

// The newest claim of control of each place up to a month.
function held(places, last, hues) {
  const features = [];
  for (const place of places) {
    const claim = (place.properties.holds ?? []).find((one) => one.date && one.date.slice(0, last.length) <= last);
    if (!claim || !place.geometry) continue;
    const who = claim.actors.join(", ");
    if (!hues.has(who)) hues.set(who, HUES[hues.size % HUES.length]);
    const properties = { place: place.properties.name, who, colour: `hsl(${hues.get(who)} 60% 45%)`, left: claim.leaves, disputed: claim.disputed, title: claim.title, date: claim.date, event: claim.event, status: claim.status };
    features.push({ type: "Feature", geometry: place.geometry, properties });
  }
  return { type: "FeatureCollection", features };
}

function words(...lines) {
  const box = document.createElement("div");
  for (const line of lines) {
    const paragraph = document.createElement("p");
    paragraph.append(line);
    box.append(paragraph);
  }
  return box;
}

function link(text, href) {
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function listen(map) {
  const popup = (at, content) => new maplibre.Popup({ maxWidth: "18rem" }).setLngLat(at).setDOMContent(content).addTo(map);
  const about = (properties) => {
    const name = document.createElement("b");
    name.textContent = properties.name;
    const how = properties.shape === "country" ? say.country : properties.shape === "circle" ? say.within.replace("{km}", properties.km) : "";
    const lines = [name, say.events.replace("{n}", properties.n), how].filter(Boolean);
    return words(...lines, ...(properties.id ? [link(say.open, `${say.here}&place=${encodeURIComponent(properties.id)}#place`)] : []));
  };
  map.on("click", async (event) => {
    const [top] = map.queryRenderedFeatures(event.point, { layers: ["holds", "dots", "areas"] });
    if (!top) return;
    if (top.layer.id === "holds") {
      const { who, place, left, disputed, title, date, event: id } = top.properties;
      const line = (left ? say.left : say.holds).replace("{who}", who || "?").replace("{place}", place);
      popup(event.lngLat, words(line, link(`${title} (${date})`, `/events/${id}`), ...(disputed ? [say.disputed] : [])));
    } else if (top.properties.cluster) {
      const zoom = await map.getSource("dots").getClusterExpansionZoom(top.properties.cluster_id);
      map.easeTo({ center: top.geometry.coordinates, zoom });
    } else {
      popup(event.lngLat, about(top.properties));
    }
  });
  for (const layer of ["dots", "areas", "holds"]) {
    map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
    map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
  }
}

function bounds(places, shapes) {
  const box = new maplibre.LngLatBounds();
  for (const place of places) {
    if (place.geometry) box.extend(place.geometry.coordinates);
    else if (shapes.has(place.properties.country)) {
      const rings = shapes.get(place.properties.country).geometry.coordinates.flat(2);
      (typeof rings[0] === "number" ? [rings] : rings).forEach((at) => (Array.isArray(at[0]) ? at : [at]).forEach((one) => box.extend(one)));
    }
  }
  return box;
}

// Returns what draws other places in place of these.
function withControls(map, places, shapes) {
  const dated = places.flatMap((place) => Object.keys(place.properties.months ?? {})).filter(Boolean).sort();
  const [from, to, play, span, control] = ["from", "to", "play", "span", "control"].map((id) => document.getElementById(id));
  const months = dated.length ? stepsBetween(dated[0], dated.at(-1)) : [];
  const hues = new Map();
  from.max = to.max = Math.max(months.length - 1, 0);
  to.value = to.max;
  from.value = 0;
  const update = () => {
    if (Number(from.value) > Number(to.value)) from.value = to.value;
    const all = from.value === "0" && to.value === to.max;
    const [first, last] = [months[from.value] ?? "", months[to.value] ?? "9999"];
    const made = shown(places, first, last, all, shapes);
    map.getSource("dots").setData(made.dots);
    map.getSource("areas").setData(made.areas);
    map.getSource("holds").setData(held(places, last, hues));
    span.textContent = months.length ? `${first} – ${last}` : "";
    holder.dataset.shown = made.dots.features.length + made.areas.features.length;
  };
  from.addEventListener("input", update);
  to.addEventListener("input", update);
  control.addEventListener("change", () => {
    map.setLayoutProperty("holds", "visibility", control.checked ? "visible" : "none");
    for (const layer of ["dots", "areas", "edges"]) map.setLayoutProperty(layer, "visibility", control.checked ? "none" : "visible");
  });
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
  play.disabled = months.length < 2;
  document.getElementById("controls").hidden = false;
  update();
  return (others) => { places = others; update(); };
}

function edges(map) {
  const seen = map.getBounds(), lon = (at) => ((((at + 180) % 360) + 360) % 360) - 180;
  const whole = seen.getEast() - seen.getWest() >= 360;
  const found = [whole ? -180 : lon(seen.getWest()), Math.max(seen.getSouth(), -90), whole ? 180 : lon(seen.getEast()), Math.min(seen.getNorth(), 90)];
  return found.map((one) => one.toFixed(2)).join(",");
}

// Places that lie near each other came as one: what the map comes to see is asked for anew.
function withCloserLooks(map, redraw) {
  let asked = 0;
  map.on("moveend", async () => {
    const mine = (asked += 1);
    const address = `${say.source}${say.source.includes("?") ? "&" : "?"}zoom=${Math.floor(map.getZoom()) + 1}&seen=${edges(map)}`;
    const found = await got(address).catch(() => null);
    if (found && mine === asked) redraw(found.features);
  });
}

function withSearchHere(map) {
  const here = document.getElementById("search-here");
  if (!here) return;
  const point = () => { here.href = here.dataset.address.replace("AREA", encodeURIComponent(edges(map))); };
  map.on("moveend", point);
  point();
}

async function start() {
  const [world, found] = await Promise.all([got(say.world), got(say.source)]);
  const outlines = feature(world, world.objects.countries);
  outlines.features.forEach(onward);
  const shapes = new Map(outlines.features.filter((one) => one.id).map((one) => [one.id, one]));
  if (found.unplaced) {
    const note = document.getElementById("unplaced");
    note.textContent = note.dataset.words.replace("{n}", found.unplaced);
    note.hidden = false;
  }
  const places = found.features;
  if (!places.length) return;
  holder.hidden = false;
  const map = new maplibre.Map({ container: holder, style: style(), attributionControl: false, maxZoom: 12, dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0 });
  map.touchZoomRotate.disableRotation();
  map.getCanvas().setAttribute("aria-label", holder.getAttribute("aria-label"));
  await map.once("load");
  document.getElementById("still")?.remove();
  addLayers(map, outlines);
  const box = bounds(places, shapes);
  if (!box.isEmpty()) map.fitBounds(box, { padding: 40, maxZoom: 7, animate: false });
  const redraw = withControls(map, places, shapes);
  if (found.together) withCloserLooks(map, redraw);
  withSearchHere(map);
  listen(map);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
  map.once("idle", () => { holder.dataset.ready = "yes"; });
}

start().catch((reason) => {
  // Without WebGL the drawing and the table below say the same.
  holder.hidden = true;
  console.warn(String(reason));
});
