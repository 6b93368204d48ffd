import Database from "better-sqlite3";
import { join } from "node:path";
import { checkIfScripted } from "../support/check-accessibility";
import { checkLedgerFile } from "../support/check-ledger-file";
import { dong, expect, PHONES, reloadUntil, openSignedIn } from "../support/journey";
import { seedFolder } from "../support/run-node";
import { test as ownShop } from "../support/own-shop";
import { temporaryFolder, type Shop } from "../support/shop";

/** What a household has earned reaches its account: two people of the department, the bank, and the household's statement. */

// A shop of its own with a past: its orders have been with their buyers for weeks.
const test = ownShop.extend({
  started: async ({}, use) => {
    const dataDir = temporaryFolder("payouts");
    await seedFolder(dataDir, ["--province", "08", "--orders", "300"]);
    await use({ dataDir });
  },
});
test.setTimeout(120_000);

/** A payout of this batch, and the phone of somebody whom it paid: which households are paid depends on the day's samples. */
function readPaid({ dataDir }: Shop, batchCode: string): { phone: string; payoutCode: string } {
  const database = new Database(join(dataDir, "cho-phien.sqlite"), { readonly: true });
  const paid = database
    .prepare<[string], { phone: string; payoutCode: string }>(
      `select users.phone, disbursements.code as payoutCode from disbursements
       join payout_batches on payout_batches.id = disbursements.batch_id
       join household_members on household_members.household_id = disbursements.owner_id
       join users on users.id = household_members.user_id
       where payout_batches.code = ? order by disbursements.code limit 1`,
    )
    .get(batchCode);
  database.close();
  if (!paid) throw new Error(`nobody was paid by ${batchCode}`);
  return paid;
}

test("from delivered orders to a batch, the second person, the bank's lines and the statement", async ({
  browser,
  shop,
}, info) => {
  const first = await openSignedIn(browser, PHONES.department);
  await first.goto("/department/payouts");
  const noAccount = first.getByRole("row").filter({ hasText: "Hộ chưa ghi tài khoản nhận tiền" });
  await expect(noAccount.getByRole("checkbox")).toHaveCount(0);
  // Mobile Money goes another way.
  const wallet = first.getByRole("row").filter({ hasText: "Viettel Money" }).getByRole("checkbox");
  if ((await wallet.count()) > 0) await wallet.uncheck();
  const ticked = await first.getByRole("checkbox", { checked: true }).count();
  expect(ticked).toBeGreaterThan(1);
  await first.getByRole("button", { name: "Lập đợt chi trả" }).click();
  await expect(first.getByText("Bạn đã lập đợt này: cần một cán bộ khác duyệt.")).toBeVisible();
  await expect(first.getByRole("button", { name: "Duyệt đợt này" })).toHaveCount(0);
  const batch = (await first.getByRole("heading", { level: 1 }).textContent()) ?? "";

  const second = await openSignedIn(browser, PHONES.secondOfficer);
  await second.goto("/department/payouts");
  await second.getByRole("link", { name: `Đợt ${batch}` }).click();
  await second.getByRole("button", { name: "Duyệt đợt này" }).click();
  await expect(second.getByText(`Đã duyệt ${ticked} khoản.`)).toBeVisible();
  await checkIfScripted(second, info);
  const href = await second
    .getByRole("link", { name: "Tải tệp chi lô (CSV)" })
    .getAttribute("href");
  const file = await (await second.request.get(href ?? "")).text();
  expect(file.split("\r\n").filter((line) => line !== "")).toHaveLength(ticked + 1);
  expect(file).toContain('"Số tài khoản"');
  expect(file).toMatch(/"0000\d+","HO MAU \d+"/);
  await second.getByRole("button", { name: "Ngân hàng mẫu chuyển cả đợt" }).click();
  const sent = second.getByText("Đã chuyển", { exact: true });
  await reloadUntil(second, sent.nth(ticked - 1));
  await expect(sent).toHaveCount(ticked);

  const { phone, payoutCode } = readPaid(shop, batch);
  const household = await openSignedIn(browser, phone);
  await household.goto("/household/earnings");
  await household.getByRole("link", { name: "Sao kê từng tháng" }).click();
  await household
    .getByRole("main")
    .getByRole("link", { name: /^Tháng / })
    .first()
    .click();
  const paid = household.getByRole("listitem").filter({ hasText: `Chợ trả ${payoutCode}` });
  await expect(paid).toContainText("Đã chuyển vào tài khoản của bạn ngày");
  await expect(paid).toContainText("Cho các đơn: UQ");
  await checkIfScripted(household, info);
  const csv = await household.getByRole("link", { name: "Tải bảng (CSV)" }).getAttribute("href");
  expect(await (await household.request.get(csv ?? "")).text()).toContain("Số dư đến hôm nay");
  expect(checkLedgerFile(shop.dataDir).differences).toEqual([]);
});

test("a household says where it is paid, and for three days nothing goes there", async ({
  browser,
}) => {
  const household = await openSignedIn(browser, PHONES.household);
  await household.goto("/household/earnings");
  // Whether it has named one before depends on what it sold, so on the day's samples.
  await household.getByRole("link", { name: /^(Đổi|Ghi) tài khoản/ }).click();
  await household.getByLabel("Ngân hàng hoặc ví").selectOption({ label: "Viettel Money" });
  await household.getByLabel(/^Số tài khoản/).fill("123");
  await household.getByLabel("Tên chủ tài khoản").fill("Vàng Văn Mẫu");
  await household.getByRole("button", { name: "Ghi tài khoản này" }).click();
  await expect(household.getByRole("alert")).toContainText("số điện thoại di động 10 số");
  await expect(household.getByLabel("Tên chủ tài khoản")).toHaveValue("Vàng Văn Mẫu");
  await household.getByLabel(/^Số tài khoản/).fill("0900 000 002");
  await household.getByRole("button", { name: "Ghi tài khoản này" }).click();
  await expect(household.getByText("Viettel Money •••• 0002")).toBeVisible();
  await expect(household.getByText(/^Chợ trả tiền vào đây từ/)).toBeVisible();

  const officer = await openSignedIn(browser, PHONES.department);
  await officer.goto("/department/payouts");
  const row = officer.getByRole("row").filter({ hasText: "•••• 0002" });
  await expect(row).toContainText("Tài khoản mới ghi, chưa hết thời gian chờ");
  await expect(row.getByRole("checkbox")).toHaveCount(0);
});

test("Mobile Money is sent by hand and confirmed by two, out of what the bank has shown", async ({
  browser,
}, info) => {
  const second = await openSignedIn(browser, PHONES.secondOfficer);
  await second.goto("/department/payouts");
  await second
    .getByRole("link", { name: /^Đợt UB/ })
    .first()
    .click();
  await second.getByRole("button", { name: "Duyệt đợt này" }).click();
  await expect(second.getByText("Trong đó chuyển bằng ứng dụng của nhà mạng")).toBeVisible();
  const byHand = second.getByRole("region", { name: "Chuyển bằng ứng dụng của nhà mạng" });
  await byHand.getByRole("link", { name: /Viettel Money/ }).click();
  const payout = second.url().split("?")[0] ?? "";
  await second.getByLabel("Mã giao dịch của nhà mạng").fill("VT 8");
  await second.getByRole("button", { name: "Ghi là đã chuyển" }).click();
  const reference = second.getByLabel("Mã giao dịch của nhà mạng");
  await expect(reference).toHaveValue("VT 8");
  await expect(reference).toHaveAccessibleDescription(/4 đến 40 chữ hoặc số/);
  await checkIfScripted(second, info);
  await reference.fill("VT884213");
  await second.getByRole("button", { name: "Ghi là đã chuyển" }).click();
  await expect(second.getByText("Bạn đã ghi khoản này")).toBeVisible();
  const first = await openSignedIn(browser, PHONES.department);
  await first.goto(payout);
  await expect(first.getByText(/mã giao dịch VT884213/)).toBeVisible();
  await first.getByRole("button", { name: "Xác nhận đã chuyển" }).click();
  await expect(first.getByRole("alert")).toContainText(`chỉ còn ${dong(0)} theo sổ`);
  // Withdrawn by mistake, it can still be said to have been sent.
  await first.goto(payout);
  await first.getByText("Rút lại khoản chi").first().click();
  await expect(first.getByText(/Chỉ rút lại khi ứng dụng của nhà mạng/)).toBeVisible();
  await first.getByLabel("Vì sao rút lại").fill("Nhầm");
  await first.getByRole("button", { name: "Rút lại khoản chi" }).click();
  await expect(first.getByText(/^Khoản này đã rút lại. Nếu tiền thực ra đã chuyển/)).toBeVisible();
  await expect(first.getByRole("button", { name: "Xác nhận đã chuyển" })).toBeVisible();
});
