import { expect, it } from "vitest";
import { errorDocument } from "./error-document";

const base = { language: "vi", reference: "0a1b2c3d" } as const;

it("tells a form from another site what happened, with the way back to the page", async () => {
  const page = '/checkout?a=1&b="><script>';
  const answer = errorDocument({ ...base, status: 403, page });
  expect(answer.status).toBe(403);
  const html = await answer.text();
  expect(html).toContain("<h1>Chưa nhận biểu mẫu này</h1>");
  expect(html).not.toContain("vai trò");
  expect(html).toContain('<a href="/checkout?a=1&amp;b=&quot;&gt;&lt;script&gt;">Mở lại trang</a>');
});

it("leads home from everything else", async () => {
  const html = await errorDocument({ ...base, status: 413, page: "/checkout" }).text();
  expect(html).toContain('<a href="/">Về trang chủ</a>');
  expect(html).not.toContain("/checkout");
});
