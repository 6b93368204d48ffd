import { expect, type Page } from "@playwright/test";

/** An officer has seen elsewhere, or does without, all that is required of a household that joins. */
export async function passJoining(officer: Page, name: string): Promise<void> {
  await officer.goto("/department/approvals");
  const dossier = officer.getByRole("article").filter({ hasText: name });
  await dossier.getByRole("link", { name: /^Hồ sơ gia nhập/ }).click();
  const open = officer
    .getByRole("listitem")
    .filter({ hasText: "· Bắt buộc" })
    .filter({ hasText: "Cần làm" });
  while ((await open.count()) > 0) {
    await open.first().getByRole("link").click();
    await officer.getByRole("radio", { name: /^Cho miễn/ }).check();
    await officer.getByLabel("Lý do hoặc ghi chú").fill("Đã xem tận nơi ở xã");
    await officer.getByRole("button", { name: "Ghi quyết định" }).click();
    await expect(officer.getByText("Đã ghi quyết định.")).toBeVisible();
  }
}
