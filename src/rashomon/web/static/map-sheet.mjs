// A sheet of the map: one canvas that is painted whole whenever the view comes to rest, and moved along with it until then.
import { DomUtil, Renderer } from "/static/vendor/leaflet/leaflet.mjs";

// Screen points across the world at zoom 0; positions are shares of that square ("unit"), from the north-west.
const TILE = 256;
const HIGHEST = 85.05;

export function unit(lon, lat) {
  const up = Math.sin((Math.max(-HIGHEST, Math.min(HIGHEST, lat)) * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + up) / (1 - up)) / (4 * Math.PI)];
}

export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

// What a sheet shows: the world's width in screen points, where the world begins, and the stretch of each copy of it that is seen.
function view(map, bounds) {
  const wide = TILE * 2 ** map.getZoom(), origin = map.getPixelOrigin();
  const left = (bounds.min.x + origin.x) / wide, right = (bounds.max.x + origin.x) / wide;
  const top = (bounds.min.y + origin.y) / wide, bottom = (bounds.max.y + origin.y) / wide;
  const copies = Array.from({ length: Math.floor(right) - Math.floor(left) + 1 }, (_, n) => Math.floor(left) + n);
  return { wide, origin, zoom: map.getZoom(), copies, left, right, top, bottom, at: ([x, y], copy) => [(x + copy) * wide - origin.x, y * wide - origin.y] };
}

export const Sheet = Renderer.extend({
  options: { padding: 0.1, paint: null },
  _initContainer() {
    this._container = document.createElement("canvas");
    this._pen = this._container.getContext("2d");
  },
  _destroyContainer() {
    this._container.remove();
    delete this._container;
  },
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    Renderer.prototype._update.call(this);
    this.redraw();
  },
  redraw() {
    if (!this._bounds) return;
    const canvas = this._container, { min } = this._bounds, size = this._bounds.getSize(), fine = Math.min(devicePixelRatio || 1, 2);
    DomUtil.setPosition(canvas, min);
    canvas.width = fine * size.x;
    canvas.height = fine * size.y;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    this._pen.setTransform(fine, 0, 0, fine, -min.x * fine, -min.y * fine);
    this.options.paint(this._pen, view(this._map, this._bounds));
  },
});
