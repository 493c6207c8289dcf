// What the map shows of places between two steps of time: dots, near ones together, and the areas that something was in.
import { unit } from "/static/map-sheet.mjs";

// Dots whose middles are nearer than this many screen points are drawn as one, up to this zoom.
const NEAR = 44, TOGETHER_UP_TO = 11;
const ROUND_THE_WORLD_KM = 40075;

// On a map of very many places and months the steps are years ("2031"), else months ("2031-05").
export function stepsBetween(first, last) {
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

// The places with their events counted up to each step, so that any stretch of time is one subtraction.
export class Places {
  constructor(features, steps) {
    const at = new Map(steps.map((name, n) => [name, n]));
    this.steps = steps.length;
    this.several = features.map((one) => ({ ...one.properties, at: one.geometry && unit(...one.geometry.coordinates), lon: one.geometry?.coordinates[0], lat: one.geometry?.coordinates[1] }));
    this.upTo = new Uint32Array(features.length * (steps.length + 1));
    this.several.forEach((place, n) => {
      const from = n * (steps.length + 1);
      for (const [month, count] of Object.entries(place.months ?? {})) if (at.has(month)) this.upTo[from + at.get(month) + 1] += count;
      for (let step = 1; step <= steps.length; step += 1) this.upTo[from + step] += this.upTo[from + step - 1];
    });
  }

  // The dates of undated events are nobody's guess, so they show with all.
  between(first, last, all) {
    const wide = this.steps + 1;
    return this.several
      .map((place, n) => ({ place, n: all || !place.months ? place.events : this.upTo[n * wide + last + 1] - this.upTo[n * wide + first] }))
      .filter((one) => one.n > 0);
  }
}

export function marksOf(shown, zoom) {
  const areas = shown.filter(({ place }) => place.shape === "circle" || place.shape === "country").map(area);
  const dots = shown.filter(({ place }) => place.at && (place.shape ?? "dot") === "dot").sort((one, other) => other.n - one.n);
  return { areas: areas.sort((one, other) => other.reach - one.reach), dots: together(dots, zoom) };
}

function reachOf(place) {
  return place.shape === "country" ? Infinity : place.km / (ROUND_THE_WORLD_KM * Math.cos((place.lat * Math.PI) / 180));
}

function area({ place, n }) {
  return { place, n, at: place.at, reach: reachOf(place), share: shareOf(place.disputed, place.events) };
}

function shareOf(disputed, events) {
  return Math.min(1, (disputed ?? 0) / (events || 1));
}

// The dot with most events takes in those around it and keeps its own place: no dot stands where nothing was.
function together(dots, zoom) {
  const wide = 256 * 2 ** zoom, near = zoom > TOGETHER_UP_TO ? 0 : NEAR, cells = new Map(), made = [];
  for (const one of dots) {
    const x = one.place.at[0] * wide, y = one.place.at[1] * wide, column = Math.floor(x / NEAR), row = Math.floor(y / NEAR);
    const around = [-1, 0, 1].flatMap((right) => [-1, 0, 1].flatMap((down) => cells.get(`${column + right} ${row + down}`) ?? []));
    const taken = around.find((other) => Math.hypot(other.x - x, other.y - y) <= near);
    if (taken) {
      taken.members.push(one);
    } else {
      const dot = { x, y, at: one.place.at, members: [one] };
      made.push(dot);
      cells.set(`${column} ${row}`, [...(cells.get(`${column} ${row}`) ?? []), dot]);
    }
  }
  return made.map(summed);
}

function summed({ at, members }) {
  const sum = (what) => members.reduce((all, one) => all + what(one), 0);
  const n = sum((one) => one.n), places = sum((one) => one.place.places ?? 1);
  const root = Math.sqrt(n), r = root < 10 ? 5 + ((root - 1) / 9) * 7 : Math.min(12 + ((root - 10) / 90) * 8, 22);
  return { at, members, n, places, r, name: members[0].place.name, share: shareOf(sum((one) => one.place.disputed ?? 0), sum((one) => one.place.events)) };
}

// The newest claim of control of each place up to a step; what is known less precisely than a town is an area here too.
export function heldAt(places, last) {
  return places.flatMap((place) => {
    const claim = (place.holds ?? []).find((one) => one.date && one.date.slice(0, last.length) <= last);
    if (!claim || (!place.at && place.shape !== "country")) return [];
    const reach = (place.shape ?? "dot") === "dot" ? 0 : reachOf(place);
    return [{ place, at: place.at, reach, r: 9, n: 1, share: 0, places: 1, name: place.name, claim, who: claim.actors.join(", ") }];
  }).sort((one, other) => other.reach - one.reach);
}
