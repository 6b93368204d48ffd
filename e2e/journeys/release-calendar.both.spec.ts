import {
  addMonths,
  formatInstant,
  formatMonth,
  localDateOf,
  monthOf,
} from "../../app/platform/period";
import { checkIfScripted } from "../support/check-accessibility";
import { expect, signInByForm } from "../support/journey";
import { test as ownShop } from "../support/own-shop";
import { seedFolder } from "../support/run-node";
import { temporaryFolder } from "../support/shop";

/** A shop of its own with samples: what is published here is read by other journeys. */
const test = ownShop.extend({
  started: async ({}, use) => {
    const dataDir = temporaryFolder("releases");
    await seedFolder(dataDir, ["--province", "08", "--orders", "600"]);
    await use({ dataDir });
  },
});
const DAY_MS = 86_400_000;
const current = monthOf(localDateOf(Date.now()));
const last = addMonths(current, -1);
const name = formatMonth(last);

test("an officer announces hours; at its hour a month is published by itself, and what was moved or withdrawn says why", async ({
  page,
  browser,
}, info) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const reader = await browser.newPage();
  await signInByForm(page, "0900000004");
  const calendar = reader.locator("#releases");

  await test.step("several months at once, or none", async () => {
    await reader.goto("/statistics");
    await expect(calendar).toContainText("Chưa thông báo ngày giờ");
    await page.goto("/department/periods");
    await page.getByRole("link", { name: "Lịch công bố" }).click();
    await expect(page.getByRole("main")).toContainText("Chưa thông báo kỳ nào");
    await checkIfScripted(page, info);
    await page.getByRole("button", { name: "Thông báo các ngày đã ghi" }).click();
    await expect(page.getByRole("alert")).toContainText("Xin ghi ngày cho ít nhất một tháng");
    const dayOf = (month: string) => page.getByLabel(`số liệu tháng ${formatMonth(month)}`);
    await dayOf(current).fill(`${addMonths(current, 1)}-12`);
    await dayOf(addMonths(current, 1)).fill(`${addMonths(current, 1)}-20`);
    await page.getByRole("button", { name: "Thông báo các ngày đã ghi" }).click();
    await expect(page.getByRole("alert")).toContainText("tháng chưa hết");
    await expect(dayOf(current)).toHaveValue(`${addMonths(current, 1)}-12`);
    await expect(page.getByRole("main")).toContainText("Chưa thông báo kỳ nào");
    await dayOf(addMonths(current, 1)).fill(`${addMonths(current, 2)}-12`);
    await page.getByRole("button", { name: "Thông báo các ngày đã ghi" }).click();
    await expect(page.getByRole("status")).toContainText("Đã thông báo");
    await reader.goto("/statistics");
    await expect(calendar).toContainText(`Kỳ công bố tiếp theo: tháng ${formatMonth(current)}`);
    await expect(calendar).toContainText(`Tháng ${formatMonth(addMonths(current, 1))}: 09:00`);
    await checkIfScripted(reader, info);
  });

  await test.step("what is withdrawn says why", async () => {
    await page.getByRole("link", { name: `Tháng ${formatMonth(addMonths(current, 1))}` }).click();
    await page.getByRole("link", { name: "Rút thông báo" }).click();
    await checkIfScripted(page, info);
    await page.getByRole("button", { name: "Rút thông báo" }).click();
    await expect(page.getByRole("alert")).toContainText("xin ghi lý do");
    await page.getByLabel("Lý do").fill("Chờ lịch của cơ quan thống kê");
    await page.getByRole("button", { name: "Rút thông báo" }).click();
    await expect(page.getByRole("status")).toContainText("Đã rút");
    await reader.goto("/statistics");
    await expect(calendar).toContainText("Chờ lịch của cơ quan thống kê");
  });

  await test.step("a month that is over is closed, announced and moved", async () => {
    await page.goto(`/department/periods/${last}`);
    await page.getByRole("button", { name: `Chốt tháng ${name}` }).click();
    await expect(page.getByRole("status").first()).toContainText("Đã chốt");
    await page.getByRole("link", { name: "Lịch công bố" }).click();
    await page.getByLabel("Ngày công bố").fill(localDateOf(Date.now() + DAY_MS));
    await page.getByRole("button", { name: "Thông báo", exact: true }).click();
    await expect(page.getByRole("main")).toContainText("đến giờ, bản này tự được công bố");
    await checkIfScripted(page, info);
    // Far enough for a slow machine to press the button, and no more than a minute and a half away.
    const due = Math.ceil((Date.now() + 25_000) / 60_000) * 60_000;
    const [time = ""] = formatInstant(due).split(" ");
    await page.getByLabel("Ngày công bố").fill(localDateOf(due));
    await page.getByLabel("Giờ công bố").fill(time);
    await page.getByRole("button", { name: "Dời và báo cho mọi người" }).click();
    await expect(page.getByRole("alert")).toContainText("xin ghi lý do");
    await page.getByLabel("Lý do").fill("Đã đủ số liệu sớm hơn");
    await page.getByRole("button", { name: "Dời và báo cho mọi người" }).click();
    await expect(page.getByRole("status")).toContainText("Đã thông báo");
    await reader.goto("/statistics");
    await expect(calendar).toContainText(`Kỳ công bố tiếp theo: tháng ${name}, ${time}`);
    await expect(calendar).toContainText("Đã đủ số liệu sớm hơn");
    await expect(reader.getByRole("main")).not.toContainText(`gần nhất: ${name}`);
  });

  await test.step("at its hour everybody reads it, and nobody pressed a button", async () => {
    await expect
      .poll(
        async () => {
          await reader.goto("/statistics");
          return reader.getByRole("main").innerText();
        },
        { timeout: 130_000, intervals: [5_000] },
      )
      .toContain(`gần nhất: ${name}`);
    await expect(calendar).toContainText("Công bố đúng giờ đã hẹn");
    await page.goto(`/department/periods/${last}/release`);
    await expect(page.getByRole("main")).toContainText("Tự công bố lúc");
    await page.goto("/department/periods/calendar");
    await checkIfScripted(page, info);
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > 360);
    expect(isWide).toBe(false);
  });
});
