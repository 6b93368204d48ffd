import { expect, it } from "vitest";
import { newId } from "~/platform/ids";
import { entryCodeForm } from "./forms-entry";

const faultsOf = (recognition: string) => {
  const typed = { codeId: newId("pcd"), recognisedBy: "in_person", recognition };
  return entryCodeForm.safeParse(typed).error?.issues.map(({ message }) => message) ?? [];
};

it.each([
  "CCCD 001199001234",
  "Bà Mẫu đến Sở, căn cước 001 199 001 234",
  "Bà Mẫu đến Sở, thẻ 0011.9900.1234 còn hạn",
  "Bà Mẫu đến Sở, số CMND: 123-456-789.",
  "Bà Mẫu, CCCD 001199001234 0912 345 678",
  "Đến ngày 28.11.2026, thẻ 123456789",
])("refuses an identity number: %s", (words) => {
  expect(faultsOf(words)).toEqual(["recognition_identity"]);
});

it.each([
  "Bà Sùng Thị Mẫu đến Sở sáng 28/11/2026, có thẻ căn cước",
  "Gọi lại số 0912 345 678, bà Mẫu nghe máy lúc 9 giờ",
  "Gọi +84 912 345 678 rồi gọi 0219 3866 236",
  "Ủy ban xã gửi văn bản số 123/UBND-VX ngày 28.11.2026 9 giờ",
])("takes what is none: %s", (words) => {
  expect(faultsOf(words)).toEqual([]);
});

it("says one thing of what is missing, short or long", () => {
  expect(faultsOf("  ")).toEqual(["recognition_missing"]);
  expect(faultsOf("123456789")).toEqual(["recognition_short"]);
  expect(faultsOf("a".repeat(301))).toEqual(["recognition_long"]);
});
