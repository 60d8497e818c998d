/**
 * Where the parties and deals of the map stand. Nothing here knows what they are.
 */

/** Rounds of pushing apart; fewer where those would be more pushes than these. */
const ROUNDS = 60;
const PUSHES = 40_000;
/** The least way between two points, and from a point to a dot, in pixels. */
const APART = 24;
const CLEAR = 34;
/** Pixels at the edges that names need. */
const EDGE = { x: 40, y: 34 };

/** @typedef {{ x: number, y: number }} Place */

/**
 * A place on the ellipse that fills the drawing.
 *
 * @param {number} angle from the top, clockwise
 * @param {number} width
 * @param {number} height
 * @returns {Place}
 */
export function at(angle, width, height) {
  return {
    x: width / 2 + Math.sin(angle) * (width / 2 - EDGE.x),
    y: height / 2 - Math.cos(angle) * (height / 2 - EDGE.y),
  };
}

/**
 * Points pushed apart from each other, and away from the dots, which stay.
 *
 * @template {Place} P
 * @param {P[]} points
 * @param {Place[]} dots
 * @param {{ width: number, height: number }} box
 * @returns {P[]}
 */
export function spread(points, dots, { width, height }) {
  const moved = points.map((point) => ({ ...point }));
  const rounds = Math.min(ROUNDS, PUSHES / (points.length * (points.length + dots.length)));
  for (let round = 0; round < rounds; round++) {
    moved.forEach((point, i) => {
      for (let j = 0; j < i; j++) {
        push(point, moved[j], APART, i);
        push(moved[j], point, APART, i);
      }
      for (const dot of dots) push(point, dot, CLEAR, i);
      point.x = Math.max(EDGE.x / 2, Math.min(point.x, width - EDGE.x / 2));
      point.y = Math.max(EDGE.y / 2, Math.min(point.y, height - EDGE.y / 2));
    });
  }
  return moved;
}

/**
 * Moves a point half of what is missing away from another place; in some settled direction where both are one.
 *
 * @param {Place} point
 * @param {Place} from
 * @param {number} least
 * @param {number} turn
 */
function push(point, from, least, turn) {
  const [dx, dy] = [point.x - from.x, point.y - from.y];
  const far = Math.sqrt(dx * dx + dy * dy);
  if (far >= least) return;
  const [ux, uy] = far > 0.01 ? [dx / far, dy / far] : [Math.cos(turn), Math.sin(turn)];
  point.x += (ux * (least - far)) / 2;
  point.y += (uy * (least - far)) / 2;
}
