import { expect, it } from "vitest";
import { notices } from "~db/schema/notices";
import type { Actor } from "~/domain/audit/actor";
import { addDocument } from "~/domain/flows/add-document.server";
import { addLicence } from "~/domain/flows/add-licence.server";
import { checkDocument } from "~/domain/flows/check-document.server";
import { refuseDocument } from "~/domain/flows/refuse-document.server";
import { createMailbox, tellAll } from "~/domain/flows/test-mailbox";
import {
  ALL,
  honey,
  householdId,
  lotOf,
  member,
  OK,
  setUpOrders,
} from "~/domain/flows/test-orders";
import { sweepNotices } from "~/domain/notices/sweep-notices.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, HOUR_MS, startOfDate, type LocalDate } from "~/platform/period";
import { word } from "./test-notices";

setUpOrders();
const officer: Actor = { kind: "user", userId: "usr_officer", role: "department_officer" };
const ENDS_ON = "2027-05-31";

async function heard(): Promise<string[]> {
  const mailbox = createMailbox(word);
  await tellAll(mailbox);
  return [...mailbox.messages.values()].map(({ words }) => `${words.text} ${words.link}`);
}
const at = (date: LocalDate, hour: number) => setClock(startOfDate(date) + hour * HOUR_MS);

async function checkedLicence(expiresOn: LocalDate, number: string): Promise<string> {
  const documentId = newId("doc");
  const kind = "alcohol_production_licence" as const;
  const facts = { documentId, kind, number, issuer: "Sở Công Thương", issuedOn: "2022-05-31" };
  const added = await addLicence(member, ALL, { householdId, licence: { ...facts, expiresOn } });
  expect(added).toEqual(OK);
  expect(await checkDocument(officer, ALL, { documentId })).toEqual(OK);
  return documentId;
}

it("tells a household that its paper was checked, or refused and why, and leads to the lot", async () => {
  const lot = await lotOf(honey);
  const state = (documentId: string) =>
    addDocument(member, ALL, {
      lotCode: lot?.code ?? "",
      document: {
        documentId,
        kind: "vietgap",
        number: `VG-${documentId}`,
        issuer: "Trung tâm chứng nhận",
        issuedOn: "2026-01-01",
        expiresOn: undefined,
        covers: documentId === "doc_1" ? "product" : "lot",
      },
    });
  expect([await state("doc_1"), await state("doc_2")]).toEqual([OK, OK]);
  expect(await checkDocument(officer, ALL, { documentId: "doc_1" })).toEqual(OK);
  const refusal = { documentId: "doc_2", reason: "Số không có ở nơi cấp." };
  expect(await refuseDocument(officer, ALL, refusal)).toEqual(OK);
  const link = `https://cho.example/household/lots/${lot?.code}`;
  expect(await heard()).toEqual([
    `Giấy tờ số VG-doc_1 đã được Sở kiểm tra. ${link}`,
    `Sở không chấp nhận giấy tờ số VG-doc_2, xin xem lý do. Lý do: Số không có ở nơi cấp. ${link}`,
  ]);
});

it("tells of a licence's end a month before and on the day, however long its facts have waited", async () => {
  await checkedLicence(ENDS_ON, "12/GP");
  expect(await heard()).toEqual([
    "Giấy tờ số 12/GP đã được Sở kiểm tra. https://cho.example/household/papers",
  ]);
  at(addDays(ENDS_ON, -31), 12);
  await inTransaction(sweepNotices);
  expect(await heard()).toEqual([]);
  at(addDays(ENDS_ON, -30), 7);
  expect(await heard()).toEqual([
    "Giấy phép bán rượu 12/GP hết hạn 31/05. Xin khai giấy phép mới trước ngày đó. https://cho.example/household/papers",
  ]);
  at(ENDS_ON, 6);
  expect(await heard()).toEqual([]);
  at(ENDS_ON, 7);
  expect(await heard()).toEqual([
    "Giấy phép bán rượu 12/GP đã hết hạn. Rượu của hộ đã được gỡ khỏi chợ. https://cho.example/household/papers",
  ]);
});

it("tells of the end of the last licence only, and of none that was refused", async () => {
  const first = await checkedLicence(ENDS_ON, "12/GP");
  const last = await checkedLicence("2028-05-31", "13/GP");
  await heard();
  at(ENDS_ON, 7);
  expect(await heard()).toEqual([]);
  expect(await refuseDocument(officer, ALL, { documentId: last, reason: "Bị thu hồi." })).toEqual(
    OK,
  );
  expect(await heard()).toEqual([expect.stringContaining("13/GP")]);
  at("2028-05-31", 7);
  expect(await heard()).toEqual([]);
  const lapsed = (await reader().select().from(notices)).filter(
    ({ status }) => status === "lapsed",
  );
  expect(lapsed.map(({ subjectId }) => subjectId).toSorted()).toEqual([first, first, last, last]);
});
