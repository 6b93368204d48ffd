import { TERMS_VERSION } from "../../../app/domain/households/delegation-terms";
import { POWERS } from "../../../app/domain/identity/powers";
import { readTaxCode } from "../../../app/domain/households/tax-code";
import type { PickupPoint } from "../../../app/domain/households/shipping-rules";
import { present } from "../../../app/platform/invariant";
import { DAY_MS } from "../../../app/platform/period";
import { householdEvents, householdMembers, households } from "../../schema/households";
import { delegations } from "../../schema/households-delegations";
import { prepareInsert } from "../insert-rows";
import { formerPlaceNames } from "../reference/former-place-names";
import { inventAddress, inventName } from "./names";
import type { ProvinceSample, SampleHousehold } from "./province-sample";
import { daysBefore, momentOf } from "./sample-day";
import { sampleRulesOf } from "./sample-shipping";
import { createJoiningInsert } from "./seed-joining";
import type { SampleWriter } from "./sample-writer";
import type { SampleUsers } from "./seed-users";
import { createSlugBook } from "./slug-book";

export type SeededHousehold = {
  id: string;
  /** Of the province's sample file; null for one that only fills a large catalogue. */
  key: string | null;
  name: string;
  communeCode: string;
  communeName: string;
  formerPlaceNames: string[];
  /** Where its buyers may come. */
  pickupPoint: PickupPoint | null;
  freeShippingFromVnd: number | null;
  /** Who confirms and ships. */
  memberId: string | null;
};

// Waits for the department, so that its queue is not empty.
const PENDING = {
  name: "Hợp tác xã Mẫu Đồng Xanh",
  kind: "cooperative",
  contactName: "Lê Thị Mẫu Xuân",
  storyVi: "Chín hộ cùng trồng rau và nuôi gà, muốn bán thẳng cho người mua ở xa.",
  storyEn: "Nine families grow vegetables and keep chickens, and want to sell to buyers far away.",
} as const;
const FIRST_PHONE = 900_000_100;

/** A code that nobody has, in the right form: no place begins with 99. Small producers often have none. */
function inventTaxCode(number: number): string {
  const digits = `99${String(number * 7 + 1).padStart(7, "0")}`;
  return present(
    Array.from({ length: 10 }, (_, last) => readTaxCode(`${digits}${last}`)).find(Boolean) ??
      readTaxCode(`0${digits}00`),
    "no tax code",
  );
}

/** The sample's households, approved, each with its member; one more that is not approved yet. */
export function seedHouseholds(
  writer: SampleWriter,
  users: SampleUsers,
  { sample, extraCount }: { sample: ProvinceSample; extraCount: number },
): SeededHousehold[] {
  const add = createHouseholdInsert(writer, users);
  const seeded = sample.households.map((household) => add(household, "approved"));
  const [firstPlace] = sample.households;
  const { communeCode, addressLine } = present(firstPlace, "no sample households");
  add({ ...PENDING, key: null, communeCode, addressLine }, "pending");
  joinDeskOfDemo(writer, users, { sample, seeded });
  seedDelegations(writer, users, seeded);
  for (let number = 0; number < extraCount; number += 1) {
    const from = present(sample.households[number % sample.households.length], "no households");
    const contactName = inventName(writer.random);
    const person = { ...from, contactName, name: `Hộ Mẫu ${contactName}`, key: null };
    const address = inventAddress(writer.random, writer.provinceCode < "60" ? "north" : "south");
    seeded.push(add({ ...person, addressLine: address }, "approved"));
  }
  return seeded;
}

type NewHousehold = Omit<SampleHousehold, "key"> & { key: string | null };

function createHouseholdInsert(writer: SampleWriter, users: SampleUsers) {
  const { connection, day, newId } = writer;
  const insert = prepareInsert(connection, households);
  const insertEvent = prepareInsert(connection, householdEvents);
  const insertMember = prepareInsert(connection, householdMembers);
  const nameOfCommune = connection.writer
    .prepare<[string], string>("SELECT name FROM communes WHERE code = ?")
    .pluck();
  const nameOfProvince = connection.writer
    .prepare<[string], string>("SELECT name FROM provinces WHERE code = ?")
    .pluck();
  const provinceName = present(nameOfProvince.get(writer.provinceCode), "no province");
  const slugFor = createSlugBook();
  const insertJoining = createJoiningInsert(writer);
  let number = 0;

  const addMember = (household: NewHousehold, phone: string, createdAt: number) =>
    // A catalogue for load tests has thousands of households; only the first hundred have a sign-in.
    number < 100 ? users.addMember({ fullName: household.contactName, phone, createdAt }) : null;

  return (household: NewHousehold, status: "approved" | "pending"): SeededHousehold => {
    const createdAt = momentOf(daysBefore(day, status === "pending" ? 1 : 500), 9);
    const id = newId("hh", createdAt);
    const phone = `0${FIRST_PHONE + number}`;
    const { key, storyVi, storyEn, ...words } = household;
    const communeName = present(
      nameOfCommune.get(household.communeCode),
      `no commune ${household.communeCode}`,
    );
    const address = `${household.addressLine}, ${communeName}, ${provinceName}`;
    const rules = sampleRulesOf({ id, key, address });
    insert({
      id,
      slug: slugFor(household.name),
      ...words,
      phone,
      story: storyVi,
      storyEn,
      photo: null,
      ...rules,
      closure: null,
      taxCode: key !== null && household.kind === "household" ? null : inventTaxCode(number),
      alcoholLicensedUntil: null,
      status,
      statusReason: null,
      isSample: true,
      createdAt,
    });
    const member = addMember(household, phone, createdAt);
    if (member) insertMember({ householdId: id, userId: member.id });
    const event = { householdId: id, reason: null };
    insertEvent({
      ...event,
      id: newId("hev", createdAt),
      fromStatus: null,
      toStatus: "pending",
      actorId: member?.id ?? null,
      occurredAt: createdAt,
    });
    if (status === "approved") {
      insertEvent({
        ...event,
        id: newId("hev", createdAt + DAY_MS),
        fromStatus: "pending",
        toStatus: "approved",
        actorId: users.department_officer.id,
        occurredAt: createdAt + DAY_MS,
      });
    }
    const officerId = users.department_officer.id;
    insertJoining({ id, status, memberId: member?.id ?? null, officerId, createdAt });
    number += 1;
    return {
      id,
      key,
      name: household.name,
      communeCode: household.communeCode,
      communeName,
      pickupPoint: rules.pickupPoints[0] ?? null,
      freeShippingFromVnd: rules.freeShippingFromVnd,
      formerPlaceNames: formerPlaceNames(connection, household.communeCode),
      memberId: member?.id ?? null,
    };
  };
}

/** The household member of the sign-in page works for the household that sells best. */
function joinDeskOfDemo(
  { connection }: SampleWriter,
  users: SampleUsers,
  { sample, seeded }: { sample: ProvinceSample; seeded: SeededHousehold[] },
) {
  prepareInsert(
    connection,
    householdMembers,
  )({ householdId: bestSellerOf(sample, seeded).id, userId: users.household_member.id });
}

/** The household of the most popular product, the first of several. */
export function bestSellerOf(
  { products }: ProvinceSample,
  seeded: readonly SeededHousehold[],
): SeededHousehold {
  const best = products.toSorted((a, b) => b.popularity - a.popularity)[0];
  return present(
    seeded.find((household) => household.key === best?.householdKey),
    "no household of the most popular product",
  );
}

/** Consents of six households: four in force, one that has run out, one taken back. */
function seedDelegations(
  { connection, day, newId }: SampleWriter,
  users: SampleUsers,
  seeded: readonly SeededHousehold[],
) {
  const insert = prepareInsert(connection, delegations);
  const consents = [
    ...[0, 1, 2, 3].map(() => ({ from: 200, to: -165, revoked: null })),
    { from: 395, to: 30, revoked: null },
    { from: 180, to: -185, revoked: 60 },
  ];
  consents.forEach(({ from, to, revoked }, index) => {
    const consentedAt = momentOf(daysBefore(day, from), 10);
    insert({
      id: newId("dlg", consentedAt),
      householdId: present(seeded[index], "too few sample households").id,
      agentId: users.agent.id,
      code: `GH-MAUGHD${index + 2}`, // seven letters of those that numbers are made of
      powers: [...POWERS],
      days: 365,
      termsVersion: TERMS_VERSION,
      way: "sheet",
      askedAt: consentedAt,
      consentedAt,
      expiresAt: momentOf(daysBefore(day, to), 0),
      endedAt: revoked === null ? null : momentOf(daysBefore(day, revoked), 15),
      endedBy: revoked === null ? null : "household",
      endReason: null,
      codeId: null,
      sheetPhotoId: null,
      signedOn: null,
      checkedById: null,
      isSample: true,
    });
  });
}
