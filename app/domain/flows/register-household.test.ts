import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { householdMembers, households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { communes, provinces } from "~db/schema/places";
import { signIn } from "~/domain/identity/sign-in.server";
import { inTransaction, reader } from "~/platform/db.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { registerHousehold } from "./register-household.server";

let close: () => void;
beforeAll(async () => {
  close = openTestDatabase({ PROVINCE: "08" });
  await inTransaction(async (tx) => {
    for (const code of ["08", "01"]) {
      await tx.insert(provinces).values({ code, name: `Tỉnh ${code}`, nameFolded: `tinh ${code}` });
      await tx
        .insert(communes)
        .values({ code: `${code}715`, provinceCode: code, name: "Xã Mẫu", nameFolded: "xa mau" });
    }
  });
});
afterAll(() => close());

const registration = {
  name: "Hộ Mẫu Đỗ Thị Sen",
  kind: "household",
  contactName: "Đỗ Thị Sen",
  phone: "0900000777",
  password: "mat khau dai",
  communeCode: "08715",
  addressLine: "thôn Mẫu",
  story: "",
  termsNumber: null,
  language: "vi",
  clientNetwork: "198.51.100.1",
  deviceToken: null,
} as const;

it("makes a waiting household with its member, and finds another address for a namesake", async () => {
  const first = await registerHousehold(registration);
  expect(first).toMatchObject({ ok: true, value: { slug: "ho-mau-do-thi-sen" } });
  const second = await registerHousehold({ ...registration, phone: "0900000778" });
  expect(second).toMatchObject({ ok: true, value: { slug: "ho-mau-do-thi-sen-2" } });
  const rows = await reader().select().from(households);
  expect(rows.map((row) => row.status)).toEqual(["pending", "pending"]);
  expect(await reader().select().from(householdMembers)).toHaveLength(2);
  const [user] = await reader().select().from(users);
  expect(user?.passwordHash).toMatch(/^\$argon2id\$/);
});

it("leaves nothing behind when the phone is taken or the commune is elsewhere", async () => {
  const before = (await reader().select().from(households)).length;
  const other = { ...registration, name: "Hộ Khác", password: "khac han roi" };
  expect(await registerHousehold(other)).toEqual({ ok: false, code: "phone_taken" });
  const elsewhere = { ...registration, phone: "0900000779", communeCode: "01715" };
  expect(await registerHousehold(elsewhere)).toMatchObject({ code: "commune_elsewhere" });
  expect(await reader().select().from(households)).toHaveLength(before);
  expect(await reader().select().from(users)).toHaveLength(before);
});

describe("the same form sent again", () => {
  const form = { ...registration, phone: "0900000780", name: "Hộ Bấm Nhiều Lần" };
  const taken = { ok: false, code: "phone_taken" };
  const count = async () => (await reader().select().from(households)).length;

  it("answers as the first time, all at once and later, and makes one household", async () => {
    const before = await count();
    const answers = await Promise.all([1, 2, 3, 4].map(() => registerHousehold(form)));
    answers.push(await registerHousehold(form));
    const [first] = answers;
    expect(first).toMatchObject({ ok: true, value: { slug: "ho-bam-nhieu-lan" } });
    for (const answer of answers) expect(answer).toEqual(first);
    expect(await count()).toBe(before + 1);
    expect(await reader().select().from(users).where(eq(users.phone, form.phone))).toHaveLength(1);
  });

  it.each([
    ["another password", { password: "mat khau daj" }],
    ["another name", { name: "Hộ Khác" }],
    ["another person", { contactName: "Người Khác" }],
    ["another story", { story: "Chuyện khác." }],
    ["another kind", { kind: "cooperative" }],
    ["another address", { addressLine: "thôn Khác" }],
  ] as const)("with %s is another form: the phone is taken", async (_, change) => {
    const before = await count();
    expect(await registerHousehold({ ...form, ...change })).toEqual(taken);
    expect(await count()).toBe(before);
  });

  it("is no way around the limits of signing in", async () => {
    const clientNetwork = "198.51.100.101";
    for (let i = 0; i < 10; i += 1) {
      const guess = { ...form, password: `doan lan thu ${i}`, clientNetwork };
      expect(await registerHousehold(guess)).toEqual(taken);
    }
    expect(await registerHousehold({ ...form, clientNetwork })).toEqual(taken);
    const { phone, password, deviceToken } = form;
    expect(await signIn({ phone, password, clientNetwork, deviceToken })).toMatchObject({
      ok: false,
      code: "too_many_sign_ins",
    });
  });
});
