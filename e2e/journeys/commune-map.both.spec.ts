import type { Page } from "@playwright/test";
import { testBoundaries, testFeatures } from "../../app/domain/places/test-boundaries";
import { checkIfScripted } from "../support/check-accessibility";
import { expect, PHONES, signInByForm } from "../support/journey";
import { test as ownShop } from "../support/own-shop";
import { seedFolder } from "../support/run-node";
import { temporaryFolder } from "../support/shop";

/** A shop of its own with samples, or no month would be closed. */
const test = ownShop.extend({
  started: async ({}, use) => {
    const dataDir = temporaryFolder("map");
    await seedFolder(dataDir, ["--province", "08", "--orders", "600"]);
    await use({ dataDir });
  },
});

const boundaries = (features: readonly unknown[], name = "ranh-gioi-tinh.geojson") => ({
  name,
  mimeType: "application/geo+json",
  buffer: Buffer.from(testBoundaries(features)),
});

async function upload(page: Page, file: ReturnType<typeof boundaries>) {
  await page.getByLabel("Tệp GeoJSON").setInputFiles(file);
  await page.getByRole("button", { name: "Tải lên và xem thử" }).click();
}

test("an officer brings boundaries, looks at them, takes them into use, and goes back to squares", async ({
  page,
}, info) => {
  test.setTimeout(240_000);
  const codes = await readCommuneCodes(page);
  const features = testFeatures([...codes, "28249", "99999"], 12);
  await signInByForm(page, PHONES.department);
  const edition = await findEdition(page);
  const drawing = async () => {
    const answer = await page.request.get(`${edition}/map.svg?size=wide`);
    expect(answer.headers()["content-type"]).toContain("image/svg+xml");
    return answer.text();
  };

  await page.goto(edition);
  await test.step("until then each commune is a square, with its table below", async () => {
    const map = page.getByRole("img", { name: /^Bản đồ 124 xã, phường, đặc khu/ });
    await expect(map).toBeVisible();
    await expect(page.getByText("Mỗi xã là một ô, xếp theo tên.")).toBeVisible();
    await expect(page.getByRole("main")).toContainText(/hình mười ba tháng|của mười ba tháng đến/);
    expect(await drawing()).toContain(">Lũng Cú<");
  });

  await page.getByRole("link", { name: "Ranh giới bản đồ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Ranh giới bản đồ xã, phường, đặc khu",
  );
  await expect(page.getByText("Chưa dùng tệp ranh giới nào.")).toBeVisible();

  await test.step("a file that cannot be drawn is refused with what is wrong, and no map changes", async () => {
    await page.getByRole("button", { name: "Tải lên và xem thử" }).click();
    await expect(page.getByRole("alert")).toContainText("Xin chọn tệp ranh giới.");
    const metres = features.slice(0, 3).map((feature) => ({
      ...feature,
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [412_000, 2_530_000],
            [413_000, 2_530_000],
            [413_000, 2_531_000],
            [412_000, 2_530_000],
          ],
        ],
      },
    }));
    await upload(page, boundaries(metres));
    await expect(page.getByRole("alert")).toContainText("VN-2000");
    await upload(page, { ...boundaries([]), buffer: Buffer.from("PK\u0003\u0004") });
    await expect(page.getByRole("alert")).toContainText("không phải JSON");
    await upload(page, boundaries(testFeatures(["28249"])));
    await expect(page.getByRole("alert")).toContainText("không có xã nào của tỉnh này");
    expect(await drawing()).toContain(">Lũng Cú<");
  });

  await test.step("what it would draw is shown first, with what is missing and what is left out", async () => {
    await upload(page, boundaries(features));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Xem thử ranh giới");
    const main = page.getByRole("main");
    await expect(main).toContainText("ranh-gioi-tinh.geojson");
    await expect(main).toContainText(`${codes.length} trên 124 xã, phường, đặc khu của tỉnh`);
    await expect(main).toContainText("1 xã của tỉnh khác");
    await expect(main).toContainText("1 mã không có trong danh mục xã: 99999");
    const picture = page.getByRole("img", { name: /^Ranh giới của/ });
    expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(560);
    expect(await drawing()).toContain(">Lũng Cú<");
    await checkWidth(page);
    await checkIfScripted(page, info);
  });

  await test.step("taken into use, it draws the map", async () => {
    await page.getByRole("button", { name: "Đưa vào dùng" }).click();
    await expect(page.getByRole("status")).toContainText("Đã đưa ranh giới vào dùng.");
    expect((await drawing()).match(/<(?:path|g) class="c\d"/g)).toHaveLength(codes.length);
    await page.goto(edition);
    await expect(
      page.getByRole("img", { name: new RegExp(`^Bản đồ ${codes.length} xã, phường, đặc khu`) }),
    ).toBeVisible();
    await checkWidth(page);
    await page.goto("/department/indicator/map");
    await expect(page.getByRole("main")).toContainText("ranh-gioi-tinh.geojson");
    await checkWidth(page);
    await checkIfScripted(page, info);
  });

  await test.step("the public page tells no commune of the samples, so it has no map", async () => {
    await page.goto("/statistics");
    await expect(page.getByRole("img", { name: /^Bản đồ/ })).toHaveCount(0);
    expect((await page.request.get("/statistics/map.svg?size=wide")).status()).toBe(404);
    expect((await page.request.get(`${edition}/map.svg?size=huge`)).status()).toBe(404);
  });

  await page.goto("/department/indicator/map");
  await page.getByRole("button", { name: "Dùng ô vuông" }).click();
  await expect(page.getByRole("status")).toContainText("Bản đồ đã trở lại ô vuông.");
  expect(await drawing()).toContain(">Lũng Cú<");
});

/** Of the province's communes that sell, and some more: as the shop's list of them has them. */
async function readCommuneCodes(page: Page): Promise<string[]> {
  await page.goto("/communes");
  const hrefs = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((one) => one.getAttribute("href") ?? ""));
  return [...new Set(hrefs.flatMap((href) => /\/communes\/(\d{5})/.exec(href)?.[1] ?? []))];
}

/** The newest month that is closed. */
async function findEdition(page: Page): Promise<string> {
  await page.goto("/department/periods");
  const hrefs = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((one) => one.getAttribute("href") ?? ""));
  for (const href of hrefs.filter((one) => /^\/department\/periods\/\d{4}-\d\d$/.test(one))) {
    const path = `${href}/editions/1`;
    if ((await page.request.get(path)).ok()) return path;
  }
  throw new Error("no month is closed");
}

async function checkWidth(page: Page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth > 360)).toBe(false);
  if (before) await page.setViewportSize(before);
}
