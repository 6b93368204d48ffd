import { expect, it } from "vitest";
import { phoneInText } from "./phone-in-text";

it.each([
  ["số mẫu 0900 000 000, không có người trả lời", "0900000000", "0900\u00a0000\u00a0000"],
  ["02073 000 000", "02073000000", "02073 000 000"],
  ["Sở Công Thương, (0219) 3866 236, số 10 đường 20/8", "02193866236", "0219 3866 236"],
  ["Gọi +84 912.345.678", "0912345678", "0912\u00a0345\u00a0678"],
  ["tổng đài 1900 1234; fax 0219 3866 237", "19001234", "1900 1234"],
])("finds the number in %s", (text, digits, shown) => {
  expect(phoneInText(text)).toEqual({ digits, shown });
});

it.each(["", "cho@tuyenquang.gov.vn", "123456789", "số 2026 đường 20/8", "001199001234"])(
  "finds none in %s",
  (text) => {
    expect(phoneInText(text)).toBeNull();
  },
);
