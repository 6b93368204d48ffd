import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fail, succeed, type Result } from "~/platform/result";
import { answerForm, readForm } from "./mutation.server";

const schema = z.object({ phone: z.string(), password: z.string() });
const submitted = (body: string) =>
  new Request("http://test/sign-in", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body,
  });
const post = (body: string) => readForm(submitted(body), schema);

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
    "f=1&".repeat(1_001),
  ])("answers 400 to the field names of %.40s", async (body) => {
    await expect(post(body)).rejects.toMatchObject({ status: 400 });
  });

  it("takes the boxes of one group as one field", async () => {
    const boxes = z.object({ box: z.array(z.string()).max(900, { error: "too_many" }) });
    const all = "box=1&".repeat(900);
    expect(await readForm(submitted(all), boxes)).toMatchObject({ ok: true });
    expect(await readForm(submitted(`${all}box=1`), boxes)).toMatchObject({
      ok: false,
      reply: { submission: { error: { box: ["too_many"] } } },
    });
  });

  it("answers 400 to what is no form", async () => {
    const request = new Request("http://test/", { method: "POST", body: "{}" });
    await expect(readForm(request, schema)).rejects.toMatchObject({ status: 400 });
  });
});

describe("answerForm", () => {
  const answer = (body: string, done: Result<string, string>) =>
    answerForm(submitted(body), schema, {
      act: ({ phone }) => Promise.resolve(phone === "1" ? done : fail("other_phone")),
      next: (value, { phone }) => `/next/${value}/${phone}`,
    });

  it("leads on once it is done", async () => {
    const answered = await answer("phone=1&password=geheim", succeed("here"));
    if (!(answered instanceof Response)) throw new Error("no redirect");
    expect([answered.status, answered.headers.get("Location")]).toEqual([303, "/next/here/1"]);
  });

  it("is 409 with why it was not done, and 400 for a form that says too little", async () => {
    const failed = await answer("phone=1&password=geheim", fail("too_late"));
    expect(failed).toMatchObject({
      init: { status: 409 },
      data: {
        failure: { code: "too_late" },
        submission: { initialValue: { phone: "1" } },
      },
    });
    expect(JSON.stringify(failed)).not.toContain("geheim");
    const short = await answer("phone=1", succeed("here"));
    expect(short).toMatchObject({
      init: { status: 400 },
      data: { submission: { status: "error" } },
    });
  });
});
