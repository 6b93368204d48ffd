import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { communes, formerCommunes } from "~db/schema/places";
import { certificateDecisionForm } from "~/domain/certificates/forms";
import { placeOfCode } from "~/domain/certificates/queries-desk.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { openTestDatabase } from "~/platform/test-database.server";
import { writeCertificate } from "./write-certificate.server";
import { at, insertTestCertificates, OK, TODAY, type TestCertificates } from "./test-certificates";

let close: () => void;
let desk: TestCertificates;

beforeEach(async () => {
  close = openTestDatabase();
  at(TODAY);
  desk = await insertTestCertificates();
});
afterEach(() => {
  setClock();
  close();
});

const faultsOf = (change: Record<string, unknown>) =>
  desk.typed(change).error?.issues.map(({ path, message }) => `${path.join()}: ${message}`);

describe("what is typed", () => {
  test("ends 36 months after the decision unless its paper says another day", () => {
    const { formOf } = desk;
    expect(formOf()).toMatchObject({ expiresOn: "2029-06-30", ocopCode: "08-00001-12-2026" });
    expect(formOf({ expiresOn: "2029-07-30", ocopCode: "" })).toMatchObject({
      expiresOn: "2029-07-30",
      ocopCode: null,
    });
    expect(faultsOf({ expiresOn: "2029-07-31" })).toEqual(["expiresOn: certificate_too_long"]);
    expect(faultsOf({ expiresOn: TODAY })).toEqual(["expiresOn: certificate_over"]);
    expect(faultsOf({ expiresOn: "2026-06-30" })).toEqual([
      "expiresOn: document_expires_before_issued",
    ]);
    expect(faultsOf({ issuedOn: "2023-11-22", issuerLevel: "province" })).toEqual([
      "issuedOn: certificate_over",
    ]);
    expect(faultsOf({ issuedOn: "2026-11-23" })).toEqual(["issuedOn: date_in_future"]);
    for (const issuedOn of ["30/06/2026", "2025-02-29", "99999-01-01", "hôm qua"]) {
      expect(faultsOf({ issuedOn })).toEqual(["issuedOn: decision_day_missing"]);
    }
    expect(faultsOf({ expiresOn: "30/06/2029" })).toEqual(["expiresOn: date_invalid"]);
    expect(formOf({ issuedOn: "2024-02-29" })).toMatchObject({ expiresOn: "2027-02-28" });
  });

  test("has stars, an issuer of that day, a code and a product", () => {
    const { formOf } = desk;
    expect(faultsOf({ stars: "2" })).toEqual(["stars: certificate_stars_missing"]);
    expect(faultsOf({ issuerLevel: "district" })).toEqual(["issuerLevel: issuer_district_ended"]);
    expect(faultsOf({ stars: "5" })).toEqual(["issuerLevel: issuer_not_province"]);
    expect(faultsOf({ ocopCode: "8-1-1-2026" })).toEqual(["ocopCode: ocop_code_invalid"]);
    expect(faultsOf({ ocopCode: "08-00001-12-2027" })).toEqual(["ocopCode: ocop_code_invalid"]);
    expect(faultsOf({ productIds: [] })).toEqual(["productIds: certificate_products_missing"]);
    const legacy = { stars: "3", issuerLevel: "district", issuedOn: "2025-06-30" };
    expect(formOf({ ...legacy, ocopCode: "02 – 026 – 00715 – 3 – 2025" })).toMatchObject({
      expiresOn: "2028-06-30",
      ocopCode: "02-026-00715-3-2025",
    });
  });

  test("carries a code whose units fit, and one whose units are gone is never refused", async () => {
    const { householdId, scope, member, formOf } = desk;
    await inTransaction(async (tx) => {
      await tx.insert(formerCommunes).values({
        id: newId("fcm"),
        code: "28780",
        name: "Xã Tân Thạch",
        districtName: "Huyện Châu Thành",
        provinceName: "Tỉnh Bến Tre",
        searchFolded: "",
        communeCode: null,
      });
    });
    const write = (ocopCode: string) =>
      writeCertificate(member, scope, { householdId, form: formOf({ ocopCode }) });
    const refused = { ok: false, code: "ocop_code_place" };
    expect(await write("08-28001-1-2026")).toEqual(refused); // a commune of another province
    expect(await write("83-28780-1-2026")).toEqual(refused); // no province of today
    for (const code of ["83-829-28780-3-2022", "99-999-99999-1-2020", "08-12345-1-2026"]) {
      expect(await write(code)).toEqual(OK);
    }
    expect(await placeOfCode("83-829-28780-3-2022")).toEqual({
      communeName: "Xã Tân Thạch, Huyện Châu Thành, Tỉnh Bến Tre",
      isFormer: true,
    });
    expect(await placeOfCode("08-00001-12-2026")).toEqual({
      communeName: "Xã Lũng Cú, Tỉnh Tuyên Quang",
      isFormer: false,
    });
    expect(await placeOfCode("08-12345-1-2026")).toEqual({ communeName: null, isFormer: false });
    expect(await placeOfCode(null)).toBeNull();
    expect((await reader().select().from(communes)).length).toBe(4);
  });

  test("is confirmed on evidence that proves stars only", () => {
    const faults = (form: Record<string, string>) =>
      certificateDecisionForm
        .safeParse({ seen: "none", ...form })
        .error?.issues.map((issue) => issue.message);
    const yes = { decision: "confirmed" };
    expect(faults(yes)).toEqual(["grade_missing"]);
    expect(faults({ ...yes, grade: "B2" })).toEqual(["grade_low"]);
    expect(faults({ ...yes, grade: "C", reason: "Trang bán hàng" })).toEqual(["grade_low"]);
    expect(faults({ ...yes, grade: "B1" })).toEqual(["grade_where_missing"]);
    expect(faults({ ...yes, grade: "B1", reason: "Báo tỉnh 1/7/2026" })).toBeUndefined();
    expect(faults({ ...yes, grade: "A" })).toBeUndefined();
    expect(faults({ decision: "sent_back" })).toEqual(["reason_missing"]);
  });
});
