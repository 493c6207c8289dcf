// Draws the network of the page: the layout is ForceAtlas2, the drawing plain SVG, so every actor and tie is a link.
import { Graph, forceAtlas2 } from "/static/vendor/graph/graph.mjs";

const figure = document.querySelector("#graph");
const drawing = figure.querySelector("svg");
const { nodes, edges, days, names, day } = JSON.parse(figure.dataset.network);
const NAMESPACE = "http://www.w3.org/2000/svg";
// On a narrow screen the drawing is as tall as it is wide, so that its names stay readable.
const NARROW = innerWidth < 600;
const [WIDTH, HEIGHT, FOR_NAMES] = NARROW ? [380, 420, 190] : [640, 440, 250];

function made(tag, attributes, ...inside) {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

function placed() {
  const graph = new Graph({ multi: true, type: "directed" });
  nodes.forEach((node, n) => {
    const turn = (2 * Math.PI * n) / nodes.length;
    graph.addNode(node.id, { x: Math.cos(turn) * (node.grown ? 1 : 3), y: Math.sin(turn) * (node.grown ? 1 : 3), size: node.grown ? 12 : 7 });
  });
  for (const edge of edges) graph.addEdge(edge.subject, edge.object);
  if (nodes.length > 1) {
    const settings = { ...forceAtlas2.inferSettings(graph), adjustSizes: false, gravity: 0.6, scalingRatio: 12, slowDown: 4 };
    forceAtlas2.assign(graph, { iterations: 500, settings });
  }
  const all = nodes.map((node) => graph.getNodeAttributes(node.id));
  const [left, right] = [Math.min(...all.map((at) => at.x)), Math.max(...all.map((at) => at.x))];
  const [top, bottom] = [Math.min(...all.map((at) => at.y)), Math.max(...all.map((at) => at.y))];
  const across = (WIDTH - FOR_NAMES) / (right - left || 1), down = (HEIGHT - 70) / (bottom - top || 1);
  return new Map(nodes.map((node) => {
    const at = graph.getNodeAttributes(node.id);
    return [node.id, { x: (at.x - (left + right) / 2) * across, y: (at.y - (top + bottom) / 2) * down }];
  }));
}

function address(ids, when) {
  const asked = new URLSearchParams();
  ids.forEach((id) => asked.append("actor", id));
  if (when) asked.set("day", when);
  return `/network?${asked}`;
}

function holds(edge, when) {
  return !when || ((!edge.first || edge.first <= when) && (!edge.last || when <= edge.last));
}

function line(edge, lane) {
  const from = at.get(edge.subject), end = at.get(edge.object);
  const apart = Math.hypot(end.x - from.x, end.y - from.y) || 1, short = Math.max(apart - (sizes.get(edge.object) + 3), 1) / apart;
  const to = { x: from.x + (end.x - from.x) * short, y: from.y + (end.y - from.y) * short };
  const bend = lane ? 18 * (lane % 2 ? 1 : -1) * Math.ceil(lane / 2) : 0;
  const [wide, high] = [to.x - from.x, to.y - from.y], long = Math.hypot(wide, high) || 1;
  const middle = { x: (from.x + to.x) / 2 - (high / long) * bend, y: (from.y + to.y) / 2 + (wide / long) * bend };
  const path = `M${from.x.toFixed(1)} ${from.y.toFixed(1)}Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
  const title = made("title", {}, `${names[edge.subject]} ${edge.word} ${names[edge.object]} (${edge.standing_word})`);
  const words = made("text", { x: middle.x.toFixed(1), y: (middle.y - 3).toFixed(1), "text-anchor": "middle", class: "tie-word" }, edge.word);
  return made("a", { href: edge.href, class: `tie line-${edge.standing}`, "aria-label": title.textContent },
    made("path", { d: path, class: "reach" }), made("path", { d: path, class: "drawn", ...(edge.mutual ? {} : { "marker-end": "url(#tip)" }) }), words, title);
}

// The name stands outside: to the left of what is left of the middle, to the right of what is right, above or below else.
function beside(one, spot) {
  const far = Math.hypot(spot.x, spot.y * (WIDTH / HEIGHT)) || 1, room = one.grown ? 15 : 11;
  if (one.grown || Math.abs(spot.x / far) < 0.35) return { y: spot.y > 0 && !one.grown ? room + 9 : -room, "text-anchor": "middle" };
  return { x: Math.sign(spot.x) * room, y: 4, "text-anchor": spot.x > 0 ? "start" : "end" };
}

function node(one, grown, when) {
  const spot = at.get(one.id);
  const href = one.grown ? `/actors/${encodeURIComponent(one.id)}` : address([...grown, one.id], when);
  const label = `${one.name}: ${one.grown ? figure.dataset.wordsOpen : figure.dataset.wordsGrow}`;
  return made("a", { href, class: `node kind-${one.kind}${one.grown ? " grown" : ""}`, "aria-label": label, transform: `translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})` },
    made("circle", { r: one.grown ? 11 : 7 }), made("text", beside(one, spot), one.name.length > 32 ? `${one.name.slice(0, 31)}…` : one.name),
    made("title", {}, label));
}

function draw(when) {
  const held = edges.filter((edge) => holds(edge, when));
  const ids = new Set(nodes.filter((one) => one.grown).map((one) => one.id));
  held.forEach((edge) => { ids.add(edge.subject); ids.add(edge.object); });
  const grown = nodes.filter((one) => one.grown).map((one) => one.id);
  const lanes = new Map();
  const lines = held.map((edge) => {
    const pair = [edge.subject, edge.object].sort().join(" ");
    const n = lanes.get(pair) ?? 0;
    lanes.set(pair, n + 1);
    return line(edge, n);
  });
  const tip = made("marker", { id: "tip", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 6, markerHeight: 6, orient: "auto-start-reverse" }, made("path", { d: "M0 0L8 4L0 8z" }));
  drawing.replaceChildren(made("defs", {}, tip), ...lines, ...nodes.filter((one) => ids.has(one.id)).map((one) => node(one, grown, when)));
  drawing.classList.toggle("crowded", held.length > 25);
}

drawing.setAttribute("viewBox", `${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`);
const sizes = new Map(nodes.map((one) => [one.id, one.grown ? 11 : 7]));
const at = placed();
const slider = document.querySelector("#when");
draw(day);
figure.hidden = false;
if (slider) {
  const output = document.querySelector("output[for=when]");
  const ever = figure.dataset.ever;
  const chosen = () => (slider.value === "0" ? null : days[slider.value - 1]);
  slider.addEventListener("input", () => {
    draw(chosen()?.iso);
    output.textContent = chosen()?.words ?? ever;
  });
  slider.addEventListener("change", () => {
    location.assign(address(nodes.filter((one) => one.grown).map((one) => one.id), chosen()?.iso));
  });
}
