import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readForm } from "./mutation.server";

const schema = z.object({ phone: z.string(), password: z.string() });
const post = (body: string) =>
  readForm(
    new Request("http://test/sign-in", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body,
    }),
    schema,
  );

describe("readForm", () => {
  it("never sends a password back", async () => {
    const read = await post("password=geheim");
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read)).not.toContain("geheim");
  });

  it.each([
    "password=y&phone[60000000]=1",
    "__intent__=garbage",
    "phone.toString=1",
    `${"a.".repeat(5_000)}a=1`,
    Array.from({ length: 61 }, (_, i) => `f${i}=1`).join("&"),
  ])("answers 400 to the field names of %.40s", async (body) => {
    await expect(post(body)).rejects.toMatchObject({ status: 400 });
  });

  it("answers 400 to what is no form", async () => {
    const request = new Request("http://test/", { method: "POST", body: "{}" });
    await expect(readForm(request, schema)).rejects.toMatchObject({ status: 400 });
  });
});
