import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "../../db/schema/audit";
import { users } from "../../db/schema/identity";
import { secondSteps } from "../../db/schema/identity-officers";
import { provinces } from "../../db/schema/places";
import { setUpSecondStep } from "~/domain/flows/set-up-second-step.server";
import { halfwayPerson } from "~/domain/identity/halfway-token.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { codeOf } from "~/domain/identity/test-totp";
import { totpSecret } from "~/domain/identity/totp.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import { openTestDatabase } from "~/platform/test-database.server";

let close: () => void;
beforeAll(async () => {
  close = openTestDatabase();
  await inTransaction(async (tx) => {
    await tx.insert(provinces).values({ code: "08", name: "Tỉnh Mẫu", nameFolded: "tinh mau" });
  });
});
afterAll(() => close());

/** `npm run officer` as a person runs it, on the database of this test. */
function officer(args: string[], dataDir = settings().DATA_DIR) {
  return new Promise<{ code: number | null; printed: string; said: string }>((resolve) => {
    const tsx = join(process.cwd(), "node_modules/tsx/dist/cli.mjs");
    const child = spawn(process.execPath, [tsx, "app/server/create-officer.ts", ...args], {
      env: { ...process.env, DATA_DIR: dataDir, APP_MODE: "demo" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("close", (code) => resolve({ code, printed, said }));
  });
}

const everyone = () => reader().select({ phone: users.phone, role: users.role }).from(users);
const NAME = ["--name", "Nguyễn Thị A"];

describe("npm run officer", () => {
  it("makes an officer who can sign in with the printed password", async () => {
    const { code, printed } = await officer(["--phone", "0912 345 678", ...NAME]);
    expect(code).toBe(0);
    const [, phone = "", password = "", grantCode = ""] =
      /Phone (\d{10}), password (\S+), code (\d{8})\n$/.exec(printed) ?? [];
    expect(phone).toBe("0912345678");
    // Nobody chooses it, so nobody can choose a short one.
    expect(password).toMatch(/^\d{16}$/);
    const entered = await signIn({
      phone,
      password,
      clientNetwork: "192.0.2.1",
      deviceToken: null,
    });
    if (!entered.ok || entered.value.opened.kind !== "halfway") throw new Error("no second step");
    const person = present(await halfwayPerson(entered.value.opened.token), "a right password");
    const secret = totpSecret("test");
    const typed = codeOf(secret);
    const newPassword = "mat khau cua rieng minh";
    const done = await setUpSecondStep(person, { secret, grantCode, typed, newPassword });
    expect(done).toMatchObject({ ok: true });
    expect(await reader().select().from(auditEntries)).toMatchObject([
      { action: "officer.create", actorKind: "system" },
      { action: "officer.set_up_second_step", actorId: person.userId },
    ]);
  });

  it("gives an officer who lost the phone new access, and nobody else", async () => {
    const { code, printed } = await officer(["--phone", "0912345678", "--renew"]);
    expect(code).toBe(0);
    expect(printed).toMatch(/^Access renewed\. Phone 0912345678, password \d{16}, code \d{8}\n$/);
    expect(await reader().select().from(secondSteps)).toEqual([]);
    const other = await officer(["--phone", "0912345670", "--renew"]);
    expect(other).toMatchObject({ code: 1, said: "0912345670 is no officer's.\n" });
  });

  it("refuses a phone that has a sign-in already", async () => {
    const { code, said } = await officer(["--phone", "+84912345678", ...NAME]);
    expect({ code, said }).toEqual({ code: 1, said: "0912345678 has a sign-in already.\n" });
    expect(await everyone()).toHaveLength(1);
  });

  it.each([
    ["a bad phone", ["--phone", "12345", ...NAME]],
    ["no phone", NAME],
    ["no name", ["--phone", "0912345679"]],
    ["a blank name", ["--phone", "0912345679", "--name", "  "]],
  ])("refuses %s", async (_, args) => {
    const { code, said } = await officer(args);
    expect(code).toBe(2);
    expect(said).toContain("Both --phone (a Vietnamese mobile number) and --name are needed.");
    expect(await everyone()).toHaveLength(1);
  });

  it("says what to do where there is no database yet", async () => {
    const empty = join(settings().DATA_DIR, "empty");
    const { code, said } = await officer(["--phone", "0912345679", ...NAME], empty);
    expect(code).toBe(1);
    expect(said).toContain("run npm start first");
  });
});
