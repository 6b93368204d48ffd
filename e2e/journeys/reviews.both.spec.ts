import type { APIRequestContext, Page } from "@playwright/test";
import { expect, PHONES, openSignedIn } from "../support/journey";
import { placeOrder, type PlacedOrder } from "../support/place-order";
import { test } from "../support/own-shop";
import type { Shop } from "../support/shop";

/**
 * Who received it says how it was, whoever wonders asks; both are read before they are shown, and answered.
 * A shop of its own: the average is reckoned from exactly these reviews.
 */

const PRODUCT = "/products/mat-ong-bac-ha-meo-vac";
const NAME = "Mật ong bạc hà Mèo Vạc";
const WORDS = "Mật thơm, nhưng nắp chai bị hở <b>một chút</b>.";
const REPLY = "Xin lỗi bạn, chúng tôi gửi bù chai khác.";
const QUESTION = "Mật này có bị kết tinh khi trời lạnh không?";
const ANSWER = "Có, bạn ngâm chai vào nước ấm là tan.";

/** An order of the product that has reached its buyer. */
async function receive(shop: Shop, household: APIRequestContext): Promise<PlacedOrder> {
  const order = await placeOrder(shop.origin, { productPath: PRODUCT, method: "cod" });
  const desk = `/household/orders/${order.code}-1`;
  const steps = [
    ["confirmation", {}],
    ["shipment", { carrier: "VNPost", trackingCode: "EE1" }],
    ["delivery", {}],
  ] as const;
  for (const [step, form] of steps) {
    const answer = await household.post(`${desk}/${step}`, { form, maxRedirects: 0 });
    expect(answer.headers()["location"]).toContain("done=");
  }
  return order;
}

async function openReview(page: Page, order: PlacedOrder): Promise<void> {
  await page.goto(order.path);
  await page.getByRole("link", { name: `Đánh giá ${NAME}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(NAME);
}

/** The department lets the first that waits through. */
async function publishFirst(department: Page, words: string): Promise<void> {
  await department.goto("/department/reviews");
  const post = department.getByRole("article").filter({ hasText: words }).first();
  await post.getByRole("button", { name: /^Cho hiện/ }).click();
  await expect(department.getByRole("status").first()).toHaveText("Đã cho hiện.");
}

test("a buyer's review is checked, shown with the average, and answered", async ({
  page,
  shop,
  browser,
}) => {
  test.setTimeout(120_000);
  const household = await openSignedIn(browser, PHONES.household);
  const department = await openSignedIn(browser, PHONES.department);
  const orders = [];
  for (let i = 0; i < 3; i += 1) orders.push(await receive(shop, household.request));
  const [first, second, third] = orders;
  if (!first || !second || !third) throw new Error("three orders");

  await test.step("stars alone count at once", async () => {
    for (const [order, stars] of [
      [first, /^5 sao/],
      [second, /^4 sao/],
    ] as const) {
      await openReview(page, order);
      await page.getByRole("radio", { name: stars }).check();
      await page.getByRole("button", { name: "Gửi đánh giá" }).click();
      await expect(page.getByRole("status").last()).toContainText("Số sao được tính ngay");
    }
    await page.goto(PRODUCT);
    await expect(page.getByRole("link", { name: "2 người mua đánh giá" })).toBeVisible();
    await expect(page.getByText("Từ 3 người đánh giá mới tính điểm trung bình.")).toBeVisible();
  });

  await test.step("a form without stars comes back with its words", async () => {
    await openReview(page, third);
    await page.getByLabel("Lời nhận xét").fill(WORDS);
    await page.getByRole("button", { name: "Gửi đánh giá" }).click();
    await expect(page.getByRole("alert")).toContainText("Xin chọn số sao");
    await expect(page.getByLabel("Lời nhận xét")).toHaveValue(WORDS);
  });

  await test.step("words wait, and the buyer sees that", async () => {
    await page.getByRole("radio", { name: /^3 sao/ }).check();
    await page.getByRole("checkbox", { name: /Hiện tên tôi là “Nguyễn T. M.”/ }).check();
    await page.getByRole("button", { name: "Gửi đánh giá" }).click();
    await expect(page.getByText("Đang chờ duyệt")).toBeVisible();
    await page.goto(PRODUCT);
    await expect(page.getByText("nắp chai bị hở")).toHaveCount(0);
  });

  await test.step("the department lets it through, and it is on the page at once", async () => {
    await publishFirst(department, "nắp chai bị hở");
    await page.reload();
    await expect(page.getByRole("link", { name: "4,0/5 · 3 người mua đánh giá" })).toBeVisible();
    const review = page.getByRole("listitem").filter({ hasText: WORDS });
    await expect(review).toContainText("Nguyễn T. M.");
    await expect(review).toContainText("3 sao trên 5");
    await page.goto(`/en${PRODUCT}/reviews`);
    await expect(page.getByText(WORDS)).toBeVisible();
    await expect(page.getByText("4.0")).toBeVisible();
  });

  await test.step("the household answers, and the answer is checked, too", async () => {
    await household.goto("/household");
    await household.getByRole("link", { name: /1\s*Câu hỏi, lời chê/ }).click();
    const card = household.getByRole("article").filter({ hasText: WORDS });
    await card.getByText("Trả lời", { exact: true }).click();
    await card.getByLabel("Lời trả lời của bạn").fill(REPLY);
    await card.getByRole("button", { name: "Gửi trả lời" }).click();
    await expect(household.getByRole("status").first()).toContainText("Đã gửi");
    await publishFirst(department, REPLY);
    await page.goto(PRODUCT);
    await expect(page.getByRole("listitem").filter({ hasText: WORDS })).toContainText(REPLY);
  });

  await test.step("an answered review stands; a removed one is gone at once and its writer reads why", async () => {
    await department.goto(`/department/reviews?status=published&product=${shop.origin}${PRODUCT}`);
    const post = department.getByRole("article", {
      name: `Đánh giá về ${NAME}`,
      exact: true,
    });
    await post.getByText("Gỡ xuống, chọn lý do").click();
    await expect(post).toContainText("Ít sao hay lời chê hàng không phải là lý do.");
    await post.getByRole("button", { name: /^Gỡ xuống/ }).click();
    await expect(department.getByRole("alert")).toContainText("Xin chọn lý do.");
    await department.getByLabel("Lý do").selectOption({ label: "Cơ quan có thẩm quyền yêu cầu" });
    await department.getByRole("button", { name: /^Gỡ xuống/ }).click();
    await expect(department.getByRole("status").first()).toContainText("Đã gỡ xuống");
    await page.goto(PRODUCT);
    await expect(page.getByText(REPLY)).toHaveCount(0);
    await expect(page.getByRole("link", { name: "2 người mua đánh giá" })).toBeVisible();
    await page.goto(third.path);
    await expect(page.getByText("Lý do: Cơ quan có thẩm quyền yêu cầu.")).toBeVisible();
    await expect(page.getByRole("link", { name: `Sửa đánh giá ${NAME}` })).toHaveCount(0);
  });
});

test("a visitor's question is checked, shown, and answered", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const household = await openSignedIn(browser, PHONES.household);
  const department = await openSignedIn(browser, PHONES.department);
  await page.goto(PRODUCT);
  await page.reload(); // from memory now
  await page.getByRole("button", { name: "Gửi câu hỏi" }).click();
  await expect(page.getByRole("alert")).toContainText("Xin viết câu hỏi");
  await page.getByLabel("Câu hỏi của bạn").fill(QUESTION);
  await page.getByLabel("Tên hiện cùng câu hỏi").fill("Lan");
  await page.getByRole("button", { name: "Gửi câu hỏi" }).click();
  await expect(page.getByRole("status")).toContainText("Đã nhận câu hỏi của bạn");
  await page.goto(PRODUCT);
  await expect(page.getByText(QUESTION)).toHaveCount(0);

  await publishFirst(department, QUESTION);
  await page.reload();
  const question = page.getByRole("listitem").filter({ hasText: QUESTION });
  await expect(question).toContainText("Lan");
  await expect(question).toContainText("Chưa có trả lời.");

  await household.goto("/household/reviews");
  const card = household.getByRole("article").filter({ hasText: QUESTION });
  await card.getByText("Trả lời", { exact: true }).click();
  await card.getByLabel("Lời trả lời của bạn").fill(ANSWER);
  await card.getByRole("button", { name: "Gửi trả lời" }).click();
  await expect(household.getByText("Không có gì chờ bạn trả lời.")).toBeVisible();
  await publishFirst(department, ANSWER);
  await page.reload();
  await expect(question).toContainText(ANSWER);
  await expect(question).not.toContainText("Chưa có trả lời.");
});
