import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseCommuneMap } from "~/domain/flows/choose-commune-map.server";
import { insertTestShop, insertTestUser, TEST_SHOP } from "~/domain/flows/test-shop";
import { uploadCommuneShapes } from "~/domain/flows/upload-commune-shapes.server";
import { cookieFor } from "~/domain/identity/test-session";
import { readMapChoice } from "~/domain/places/queries-maps.server";
import { testBoundaries, testFeatures } from "~/domain/places/test-boundaries";
import { openTestDatabase } from "~/platform/test-database.server";
import * as chart from "./department.indicator_.chart[.]svg";
import * as drawing from "./department.indicator_.map_.$shapesId_.drawing[.]svg";
import * as preview from "./department.indicator_.map_.$shapesId";
import * as page from "./department.indicator_.map";
import { args, responseOf } from "./test-doors";

const { communeCode, secondCommuneCode } = TEST_SHOP;
let close: () => void;
let cookie: string;
let shapesId: string;

beforeAll(async () => {
  close = openTestDatabase();
  await insertTestShop();
  const userId = await insertTestUser({ role: "department_officer", fullName: "Lê Thị Duyệt" });
  cookie = await cookieFor(userId);
  const actor = { kind: "user", userId, role: "department_officer" } as const;
  const bytes = testBoundaries(testFeatures([communeCode, secondCommuneCode]));
  const uploaded = await uploadCommuneShapes(actor, { bytes, fileName: "tinh.geojson" });
  if (!uploaded.ok) throw new Error(uploaded.code);
  shapesId = uploaded.value.shapesId;
  await chooseCommuneMap(actor, { shapesId, seen: 0 });
});
afterAll(() => close());

const MAP = "/department/indicator/map";

test("a page has no shapes in it, and the height of their picture", async () => {
  const opened = await page.loader(args(MAP, { cookie }));
  const looked = await preview.loader(args(`${MAP}/${shapesId}`, { cookie, params: { shapesId } }));
  for (const sent of [opened, looked]) {
    expect(JSON.stringify(sent)).toContain("tinh.geojson");
    expect(JSON.stringify(sent)).not.toMatch(/arcs|Topology/);
  }
  const asked = args(`${MAP}/${shapesId}/drawing.svg?size=wide`, { cookie, params: { shapesId } });
  const svg = await (await responseOf(drawing.loader(asked))).text();
  const { width, height } = looked.measured.size;
  expect(svg).toContain(`width="${width}" height="${height}"`);
});

test("a drawing keeps its styles where its address is opened by itself, and may nothing else", async () => {
  const answers = await Promise.all([
    responseOf(
      drawing.loader(args(`${MAP}/x/drawing.svg?size=wide`, { cookie, params: { shapesId } })),
    ),
    responseOf(
      chart.loader(
        args("/department/indicator/chart.svg?kind=sales&size=wide&month=2026-10", { cookie }),
      ),
    ),
  ]);
  for (const answer of answers) {
    expect(answer.headers.get("Content-Type")).toBe("image/svg+xml; charset=utf-8");
    expect(answer.headers.get("Content-Security-Policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
  }
});

test("going back to squares is refused on its own page with the map that holds then, and done with it", async () => {
  const squares = async (seen: string) =>
    page.action(args(MAP, { cookie, form: { map: "squares", seen } }));
  expect(await squares("0")).toMatchObject({
    data: { squares: "map_changed_since" },
    init: { status: 409 },
  });
  expect(await squares("x")).toMatchObject({ data: { squares: "map_changed_since" } });
  const { choice } = await page.loader(args(MAP, { cookie }));
  expect(choice).toMatchObject({ place: 1, kept: { id: shapesId } });
  const done = await responseOf(squares(String(choice?.place)));
  expect([done.status, done.headers.get("Location")]).toEqual([303, `${MAP}?done=1`]);
  expect(await readMapChoice()).toMatchObject({ place: 2, kept: null });
});
