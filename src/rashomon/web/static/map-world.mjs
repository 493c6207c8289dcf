// The outlines of countries: prepared once as paths in shares of the world, painted at any zoom, asked what lies at a point.
import { feature } from "/static/vendor/world/topojson.mjs";
import { colour, unit } from "/static/map-sheet.mjs";

// Details finer than this share of the world are left out of the rough outlines, which serve up to this zoom.
const ROUGH = 1 / 9000, ROUGH_UP_TO = 4;

// Lines that cross the date line go on beyond it, or they would run around the whole world.
function onward(ring) {
  for (let n = 1; n < ring.length; n += 1) ring[n] = [ring[n][0] - 360 * Math.round((ring[n][0] - ring[n - 1][0]) / 360), ring[n][1]];
  return ring.map(([lon, lat]) => unit(lon, lat));
}

function path(rings, least) {
  const made = new Path2D();
  for (const ring of rings) {
    let [x, y] = ring[0];
    made.moveTo(x, y);
    for (const at of ring) {
      if (Math.abs(at[0] - x) + Math.abs(at[1] - y) < least) continue;
      [x, y] = at;
      made.lineTo(x, y);
    }
    made.closePath();
  }
  return made;
}

// The middle of a ring by its area, and how wide and large it is.
function middle(ring) {
  let area = 0, x = 0, y = 0, left = Infinity, right = -Infinity;
  ring.forEach((at, n) => {
    const next = ring[(n + 1) % ring.length], part = at[0] * next[1] - next[0] * at[1];
    area += part;
    x += (at[0] + next[0]) * part;
    y += (at[1] + next[1]) * part;
    left = Math.min(left, at[0]);
    right = Math.max(right, at[0]);
  });
  return { at: area ? [x / (3 * area), y / (3 * area)] : ring[0], wide: right - left, area: Math.abs(area) };
}

function country(shape) {
  const polygons = shape.geometry.type === "Polygon" ? [shape.geometry.coordinates] : shape.geometry.coordinates;
  const rings = polygons.flat().map(onward), all = rings.flat();
  const box = all.reduce(([l, t, r, b], [x, y]) => [Math.min(l, x), Math.min(t, y), Math.max(r, x), Math.max(b, y)], [Infinity, Infinity, -Infinity, -Infinity]);
  const largest = rings.map(middle).reduce((one, other) => (other.area > one.area ? other : one));
  const flat = polygons.flat(2), corners = [Math.min, Math.max].map((end) => [1, 0].map((side) => flat.reduce((all, at) => end(all, at[side]), flat[0][side])));
  return { code: shape.id, name: shape.properties?.name ?? "", rings, box, corners, largest, rough: path(rings, ROUGH), fine: null };
}

export function outlinesOf(world) {
  const several = feature(world, world.objects.countries).features.map(country);
  const byCode = new Map(several.filter((one) => one.code).map((one) => [one.code, one]));
  const asking = document.createElement("canvas").getContext("2d");
  const line = (one, zoom) => (zoom <= ROUGH_UP_TO ? one.rough : (one.fine ??= path(one.rings, 0)));
  const seen = (one, view, copy) => one.box[2] + copy > view.left && one.box[0] + copy < view.right && one.box[3] > view.top && one.box[1] < view.bottom;

  function within(pen, view, one, draw) {
    for (const copy of [view.copies[0] - 1, ...view.copies]) {
      if (!seen(one, view, copy)) continue;
      pen.save();
      pen.translate(copy * view.wide - view.origin.x, -view.origin.y);
      pen.scale(view.wide, view.wide);
      draw(line(one, view.zoom), 1 / view.wide);
      pen.restore();
    }
  }

  function paint(pen, view) {
    pen.fillStyle = colour("land");
    pen.strokeStyle = colour("border");
    for (const one of several) {
      within(pen, view, one, (lines, point) => {
        pen.lineWidth = 0.8 * point;
        pen.fill(lines);
        pen.stroke(lines);
      });
    }
    pen.fillStyle = colour("quiet");
    pen.font = "11px system-ui, sans-serif";
    pen.textAlign = "center";
    for (const one of several) {
      if (view.zoom < 3 || one.largest.wide * view.wide < pen.measureText(one.name).width + 12) continue;
      for (const copy of view.copies) pen.fillText(one.name, ...view.at(one.largest.at, copy));
    }
  }

  const holds = (code, [x, y]) => asking.isPointInPath(byCode.get(code).rough, x, y);
  return { byCode, paint, within, holds };
}
