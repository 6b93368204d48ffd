import { afterAll, beforeAll, expect, it } from "vitest";
import { householdMembers, households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { communes, provinces } from "~db/schema/places";
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
  language: "vi",
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
  expect(await registerHousehold(registration)).toMatchObject({ code: "phone_taken" });
  const elsewhere = { ...registration, phone: "0900000779", communeCode: "01715" };
  expect(await registerHousehold(elsewhere)).toMatchObject({ code: "commune_elsewhere" });
  expect(await reader().select().from(households)).toHaveLength(before);
  expect(await reader().select().from(users)).toHaveLength(before);
});
