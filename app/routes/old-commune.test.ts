import { beforeAll, describe, expect, it } from "vitest";
import { communes, formerCommunes, provinces } from "~db/schema/places";
import { settings } from "~/platform/env.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import * as registerDoor from "./_store.register";
import * as agentDoor from "./agent.households.new";
import { agent, args, setUpDesks, type Refusal } from "./test-desk";

setUpDesks();

const FORMER = [
  ["xa-pa-vi", "Xã Pả Vi", "Huyện Mèo Vạc", "08769"],
  ["xa-minh-tan", "Xã Minh Tân", "Huyện Vị Xuyên", "08715"],
  ["xa-minh-tan-2", "Xã Minh Tân", "Huyện Bảo Yên", "08769"],
  ["xa-phuong-do", "Xã Phương Độ", "Thành phố Hà Giang", "08715"],
  ["xa-tan-trinh", "Xã Tân Trịnh", "Huyện Quang Bình", "08716"],
  ["xa-son-la", "Xã Sơn Đông", "Huyện Khác", "99001"],
] as const;

beforeAll(async () => {
  const provinceCode = settings().PROVINCE;
  await inTransaction(async (tx) => {
    await tx.insert(provinces).values({ code: "99", name: "Tỉnh khác", nameFolded: "tinh khac" });
    await tx.insert(communes).values([
      { code: "08769", provinceCode, name: "Xã Mèo Vạc", nameFolded: "xa meo vac" },
      { code: "08715", provinceCode, name: "Xã Minh Tân", nameFolded: "xa minh tan" },
      { code: "08716", provinceCode, name: "Xã Tân Trịnh", nameFolded: "xa tan trinh" },
      { code: "99001", provinceCode: "99", name: "Xã Khác", nameFolded: "xa khac" },
    ]);
    for (const [code, name, districtName, communeCode] of FORMER) {
      const place = { id: newId("fc"), code, name, districtName, communeCode };
      const names = { provinceName: "Tỉnh Hà Giang", searchFolded: "" };
      await tx.insert(formerCommunes).values({ ...place, ...names });
    }
  });
});

const TYPED = {
  name: "Hộ bà Mẫu",
  kind: "household",
  contactName: "Vừ Thị Mẫu",
  phone: "0900000630",
  communeCode: "",
  addressLine: "Thôn Mẫu",
  story: "Trồng ngô",
  consent: "on",
};

async function replyTo(form: Record<string, string>) {
  const answer = (await agentDoor.action(
    args("/agent/households/new", { cookie: agent.cookie, form: { ...TYPED, ...form } }),
  )) as Refusal;
  const { submission } = answer.data;
  return {
    status: answer.init?.status,
    commune: submission?.initialValue?.["communeCode"],
    error: submission?.error,
    typed: submission?.initialValue,
  };
}

describe("who knows their commune by its name from before July 2025", () => {
  it.each(["Pả Vi", "xã pả vi", "pa vi", "Xã Pả Vi, huyện Mèo Vạc"])(
    "has it found by %j, with all that was typed",
    async (oldCommune) => {
      const reply = await replyTo({ oldCommune });
      expect(reply.status).toBe(400);
      expect(reply.error).toEqual({
        communeCode: ["commune_renamed?old=X%C3%A3+P%E1%BA%A3+Vi&now=X%C3%A3+M%C3%A8o+V%E1%BA%A1c"],
      });
      expect(reply.typed).toMatchObject({ ...TYPED, communeCode: "08769", oldCommune });
    },
  );

  it("is not told that a commune is called now as it was", async () => {
    const reply = await replyTo({ oldCommune: "Tân Trịnh" });
    expect(reply).toMatchObject({ status: 400, commune: "08716" });
    expect(reply.error).toEqual({
      communeCode: ["commune_chosen?now=X%C3%A3+T%C3%A2n+Tr%E1%BB%8Bnh"],
    });
  });

  it("reads of it where the page asks for it, before what comes later", async () => {
    for (const oldCommune of ["Pả Vi", "Không Có"]) {
      const { error } = await replyTo({ oldCommune, addressLine: "", phone: "" });
      const field = oldCommune === "Pả Vi" ? "communeCode" : "oldCommune";
      expect(Object.keys(error ?? {})).toEqual(["phone", field, "addressLine"]);
    }
  });

  it.each(["Phương Độ", "xã phương độ", "phuong do"])(
    "has one whose name begins like a kind of place (%j)",
    async (oldCommune) => {
      expect(await replyTo({ oldCommune })).toMatchObject({ status: 400, commune: "08715" });
    },
  );

  it("is told of each where the name was used more than once, and chooses", async () => {
    const { commune, error } = await replyTo({ oldCommune: "minh tân" });
    expect(commune).toBe("");
    const code = error?.["communeCode"]?.[0] ?? "";
    expect(code).toMatch(/^commune_name_shared\?/);
    const names = new URLSearchParams(code.split("?")[1]).get("names");
    expect(names).toContain("Xã Minh Tân (Huyện Vị Xuyên) → Xã Minh Tân");
    expect(names).toContain("Xã Minh Tân (Huyện Bảo Yên) → Xã Mèo Vạc");
  });

  it("is told where this province had none, beside what else is wrong", async () => {
    for (const oldCommune of ["Sơn Đông", "???", "xã"]) {
      const { commune, error } = await replyTo({ oldCommune, name: "" });
      expect(commune ?? "").toBe("");
      expect(error).toEqual({
        name: ["household_name_missing"],
        oldCommune: ["old_commune_unknown"],
      });
    }
  });

  it("is asked to choose where nothing was typed, and what was chosen counts", async () => {
    expect((await replyTo({})).error).toEqual({ communeCode: ["commune_missing"] });
    const chosen = await replyTo({ communeCode: "08715", oldCommune: "Pả Vi", name: "" });
    expect(chosen).toMatchObject({ commune: "08715", error: { name: expect.anything() } });
    expect(Object.keys(chosen.error ?? {})).toEqual(["name"]);
  });

  it("finds it also registering by themselves, with a password or a proven phone", async () => {
    const form = { ...TYPED, password: "mat-khau-dai", termsNumber: "1", oldCommune: "Pả Vi" };
    const answer = (await registerDoor.action(args("/register", { form }))) as Refusal;
    expect(answer.data.submission?.initialValue).toMatchObject({ communeCode: "08769" });
    expect(answer.data.submission?.initialValue).not.toHaveProperty("password");
    const { password: _, ...proven } = form;
    const other = (await registerDoor.action(args("/register", { form: proven }))) as Refusal;
    expect(other.data.submission?.initialValue).toMatchObject({ communeCode: "08769" });
  });
});
