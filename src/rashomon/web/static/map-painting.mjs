// Paints marks: areas below, dots above them with how many events each stands for, names where there is room.
import { colour } from "/static/map-sheet.mjs";

const HUES = [205, 25, 285, 150, 340, 50, 250, 100, 0, 180];
const NAMES_AT_MOST = 60;
const FONT = "system-ui, sans-serif";
// An area is drawn in the alarm's colour where at least this share of its events is contradicted or disputed.
const LOUD = 0.5;
// Dots from this radius on have room for their number.
const ROOMY = 9;

function short(n) {
  return n < 1000 ? String(n) : n < 9950 ? `${(n / 1000).toFixed(1)}k` : `${Math.round(n / 1000)}k`;
}

function copied(view, several, draw) {
  for (const copy of view.copies) {
    for (const one of several) {
      const [x, y] = view.at(one.at, copy);
      if (one.at[0] + copy > view.left - 0.1 && one.at[0] + copy < view.right + 0.1 && one.at[1] > view.top - 0.1 && one.at[1] < view.bottom + 0.1) draw(one, x, y);
    }
  }
}

function inkOf(one) {
  return { fill: colour(one.share >= LOUD ? "alarm" : "link"), alpha: Math.min(0.26, 0.06 + Math.sqrt(one.n) / 100) };
}

export function paintAreas(pen, view, areas, world, ink = inkOf) {
  pen.lineWidth = 1.2;
  const inked = (one) => {
    const { fill, line = fill, alpha } = ink(one);
    [pen.fillStyle, pen.strokeStyle, pen.globalAlpha] = [fill, line, alpha];
  };
  for (const one of areas.filter((each) => each.reach === Infinity)) {
    const country = world.byCode.get(one.place.country);
    if (!country) continue;
    inked(one);
    world.within(pen, view, country, (lines, point) => {
      pen.fill(lines);
      pen.globalAlpha = 1;
      pen.lineWidth = 1.2 * point;
      pen.setLineDash([4 * point, 3 * point]);
      pen.stroke(lines);
    });
  }
  copied(view, areas.filter((each) => each.reach !== Infinity), (one, x, y) => {
    inked(one);
    pen.beginPath();
    pen.arc(x, y, one.reach * view.wide, 0, 2 * Math.PI);
    pen.fill();
    pen.globalAlpha = 1;
    pen.setLineDash([4, 3]);
    pen.stroke();
  });
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

// The alarm's share of the ring is the share of the events that are contradicted or disputed.
export function paintDots(pen, view, dots) {
  const [calm, loud, sheet] = ["link", "alarm", "sheet"].map(colour);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  copied(view, [...dots].reverse(), (one, x, y) => {
    pen.fillStyle = one.share === 1 ? loud : calm;
    pen.strokeStyle = sheet;
    pen.lineWidth = 1.2;
    pen.beginPath();
    pen.arc(x, y, one.r, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
    if (one.share > 0 && one.share < 1) {
      pen.strokeStyle = loud;
      pen.lineWidth = 3;
      pen.beginPath();
      pen.arc(x, y, one.r, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * one.share);
      pen.stroke();
    }
    if (one.r < ROOMY) return;
    pen.fillStyle = sheet;
    pen.font = `600 ${one.r > 14 ? 12 : 10}px ${FONT}`;
    pen.fillText(short(one.n), x, y);
  });
  paintNames(pen, view, dots, (one) => (one.places > 1 ? `${one.name} +${one.places - 1}` : one.name));
}

function paintNames(pen, view, dots, words) {
  const boxes = [], named = [];
  copied(view, dots, (one, x, y) => boxes.push([x - one.r, y - one.r, x + one.r, y + one.r]));
  const free = ([left, top, right, bottom]) => boxes.every((box) => box[0] > right || box[2] < left || box[1] > bottom || box[3] < top);
  pen.font = `600 12px ${FONT}`;
  pen.lineJoin = "round";
  pen.lineWidth = 3;
  pen.strokeStyle = colour("land");
  pen.fillStyle = colour("ink");
  copied(view, dots.slice(0, 8 * NAMES_AT_MOST), (one, x, y) => {
    const half = pen.measureText(words(one)).width / 2, below = y + one.r + 9, box = [x - half, below - 7, x + half, below + 7];
    if (named.length >= NAMES_AT_MOST || !free(box)) return;
    boxes.push(box);
    named.push([words(one), x, below]);
  });
  for (const [text, x, y] of named) {
    pen.strokeText(text, x, y);
    pen.fillText(text, x, y);
  }
}

// Who is said to hold places, each in a colour of its own, in the order they are first met.
export class Holders {
  constructor() {
    this.hues = new Map();
  }

  colour(who) {
    if (!this.hues.has(who)) this.hues.set(who, HUES[this.hues.size % HUES.length]);
    return `hsl(${this.hues.get(who)} 60% 45%)`;
  }

  paint(pen, view, held, world) {
    const line = (one) => (one.claim.disputed ? colour("alarm") : this.colour(one.who));
    paintAreas(pen, view, held.filter((one) => one.reach), world, (one) => ({ fill: this.colour(one.who), line: line(one), alpha: one.claim.leaves ? 0.08 : 0.35 }));
    const pinned = held.filter((one) => !one.reach);
    copied(view, pinned, (one, x, y) => {
      pen.fillStyle = this.colour(one.who);
      pen.strokeStyle = line(one);
      pen.lineWidth = 3;
      pen.beginPath();
      pen.arc(x, y, one.r, 0, 2 * Math.PI);
      pen.globalAlpha = one.claim.leaves ? 0.15 : 0.85;
      pen.fill();
      pen.globalAlpha = 1;
      pen.stroke();
    });
    paintNames(pen, view, pinned, (one) => one.name);
  }
}
