/**
 * The map on nations' cards: who is on it, and where.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { geoNaturalEarth1 } from "d3-geo";
import { POINTS, SHAPES } from "../../pkg/world.js";
import { browserTests, card, hover, ready } from "./support.mjs";

const { open } = browserTests();

const rows = readFileSync(new URL("../../data/nations.tsv", import.meta.url), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
const nations = rows.slice(1).map((line) => line.split("\t")).map(([code, , , name, kind]) => ({ code, name, kind }));

test("every member of the United Nations and every observer is on the map", () => {
  const wanted = nations.filter(({ kind }) => ["un_member", "un_observer"].includes(kind));
  assert.ok(wanted.length >= 193, `${wanted.length}`);
  assert.deepEqual(wanted.filter(({ code }) => !SHAPES[code] && !POINTS[code]).map(({ name }) => name), []);
});

/** The corners of each piece of a path. */
function pieces(path) {
  return path.split("z").filter(Boolean).map((piece) => {
    const numbers = piece.match(/-?\d+/g).map(Number);
    const corners = [];
    for (let i = 0; i < numbers.length; i += 2) {
      const [x, y] = corners.at(-1) ?? [0, 0];
      corners.push([x + numbers[i], y + numbers[i + 1]]);
    }
    return corners;
  });
}

/** Whether a place lies in a nation: by how many of its edges a ray crosses. */
function inside(code, [x, y]) {
  const crossings = pieces(SHAPES[code]).flatMap((corners) =>
    corners.filter(([bx, by], i) => {
      const [ax, ay] = corners.at(i - 1);
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
    }),
  );
  return crossings.length % 2 === 1;
}

const project = geoNaturalEarth1().fitExtent([[0, 0], [1000, 500]], { type: "Sphere" });

/** @type {[string, [number, number], string][]} place, longitude and latitude, nation */
const PLACES = [
  ["Kharkiv", [36.2, 49.9], "UA"],
  ["Simferopol", [34.1, 45.1], "UA"],
  ["Moscow", [37.6, 55.8], "RU"],
  ["Hargeisa", [44.1, 9.6], "SO"],
  ["Madrid", [-3.7, 40.4], "ES"],
  ["Denver", [-105, 39.7], "US"],
  ["Nairobi", [36.8, -1.3], "KE"],
  ["Chengdu", [104.1, 30.7], "CN"],
  ["Brasilia", [-47.9, -15.8], "BR"],
];

for (const [place, at, code] of PLACES) {
  test(`${place} lies in ${code}, and nowhere else`, () => {
    const found = Object.keys(SHAPES).filter((other) => inside(other, project(at)));
    assert.deepEqual(found, [code]);
  });
}

/** @type {[string, boolean, boolean][]} nation, whether it has an outline, whether a ring is drawn around it */
const CARDS = [
  ["Ukraine", true, false],
  ["Qatar", true, true],
  ["Singapore", false, true],
];

for (const [name, outline, ring] of CARDS) {
  test(`${name}: a map that stays in its frame, ${ring ? "with" : "without"} a ring`, async () => {
    const body = `<article><p>The government of ${name} signed a treaty with ${name === "Qatar" ? "Oman" : "Qatar"} on Monday.</p></article>
      <news-gloss for="article" date="2025-02-24"></news-gloss>`;
    const { page, log } = await open({ body });
    await ready(page);
    await hover(page, name);
    await card(page, name);
    const world = page.locator("news-gloss-card").locator(".world");
    await world.waitFor();
    assert.deepEqual([(await world.locator("path.own").count()) > 0, (await world.locator(".ring").count()) > 0], [outline, ring]);
    const [frame, map] = [await page.locator("news-gloss-card").locator(".locator").boundingBox(), await world.boundingBox()];
    assert.ok(Math.abs(frame.height - map.height) < 2, `${frame.height} ${map.height}`);
    assert.deepEqual(log, []);
  });
}
