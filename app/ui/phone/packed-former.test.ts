import { expect, it } from "vitest";
import { renamedIn } from "~/domain/places/former-name";
import { packFormer, unpackFormer } from "./packed-former";

const meoVac = { code: "08769", name: "Xã Mèo Vạc" };
const minhTan = { code: "08715", name: "Xã Minh Tân" };
const FORMER = [
  { formerName: "Xã Pả Vi", districtName: "Huyện Mèo Vạc", ...meoVac },
  { formerName: "Xã Minh Tân", districtName: "Huyện Vị Xuyên", ...minhTan },
  { formerName: "Xã Minh Tân", districtName: "Huyện Bảo Yên", ...meoVac },
];

it("brings all that communes were called to the phone", () => {
  expect(unpackFormer(packFormer(FORMER), [meoVac, minhTan])).toEqual(FORMER);
});

it("finds by them on the phone what the shop finds", () => {
  const former = unpackFormer(packFormer(FORMER), [meoVac, minhTan]);
  const told = (oldCommune: string, communeCode?: string) =>
    renamedIn({ oldCommune, ...(communeCode ? { communeCode } : {}) }, former);
  expect(told("pa vi")).toMatchObject({ field: "communeCode", communeCode: "08769" });
  expect(told("Minh Tân")?.code).toMatch(/^commune_name_shared\?/);
  expect(told("Không Có")).toMatchObject({ field: "oldCommune", communeCode: "" });
  expect(told("pa vi", "08715")).toBeNull();
  expect(told(" ")).toBeNull();
  expect(unpackFormer("", [meoVac])).toEqual([]);
  expect(told(", Vị Xuyên")?.code).toBe("old_commune_unknown");
  expect(renamedIn({ oldCommune: "x" }, unpackFormer("", []))?.code).toBe("old_commune_unknown");
});
