import type { CertificateStep } from "../../../app/domain/certificates/certificate-status";
import { addDays } from "../../../app/platform/period";
import { certificates, certificateSteps } from "../../schema/certificates";
import { certificateProducts } from "../../schema/certificates-products";
import { prepareInsert } from "../insert-rows";
import { addMonthsToDate, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";
import type { SoldProduct } from "./seed-products";
import type { SampleUsers } from "./seed-users";

/** Known to tests and pictures. */
const IDS = { sent: `cer_${"0".repeat(32)}`, sent_back: `cer_${"1".repeat(32)}` };
const SEEN = "Giấy mẫu: không có giấy thật để xem.";
const UNREADABLE = "Giấy mẫu: ảnh mờ, xin chụp lại cho rõ số quyết định.";

/**
 * What was done about the sample certificates: each that shows stars was confirmed, one more waits for the department,
 * and one was sent back, to the household that the demo signs in to if it has a product without stars.
 */
export function seedCertificateSteps(
  writer: SampleWriter,
  users: SampleUsers,
  of: { products: readonly SoldProduct[]; desk: SeededHousehold },
): void {
  const { connection, newId } = writer;
  const insertStep = prepareInsert(connection, certificateSteps);
  const note = (certificateId: string, step: CertificateStep, occurredAt: number) => {
    const isOfficer = step !== "sent";
    insertStep({
      id: newId("cst", occurredAt),
      certificateId,
      step,
      formId: null,
      reason: step === "confirmed" ? SEEN : step === "sent_back" ? UNREADABLE : null,
      grade: step === "confirmed" ? "A" : null,
      ground: null,
      files: [],
      actorId: isOfficer ? users.department_officer.id : null,
      occurredAt,
      isSample: true,
    });
  };
  const known = connection.writer
    .prepare<[], { id: string; createdAt: number }>(
      "SELECT id, created_at AS createdAt FROM certificates ORDER BY id",
    )
    .all();
  for (const { id, createdAt } of known) note(id, "confirmed", createdAt);
  const { products, desk } = of;
  const bare = products.filter(({ certificate }) => certificate === null);
  const others = bare.filter(({ household }) => household.id !== desk.id);
  const own = bare.find(({ household }) => household.id === desk.id) ?? others[1];
  const [other] = others;
  for (const [product, last] of [
    [other, "sent"],
    [own, "sent_back"],
  ] as const) {
    if (!product) continue;
    const { id, sentAt } = insertWaiting(writer, product, last);
    note(id, "sent", sentAt);
    if (last === "sent_back") note(id, last, sentAt + 3_600_000);
  }
}

function insertWaiting(
  { connection, day }: SampleWriter,
  product: SoldProduct,
  status: "sent" | "sent_back",
) {
  const issuedOn = addDays(day.today, -40);
  const sentAt = momentOf(addDays(day.today, -3), 9);
  const id = IDS[status];
  prepareInsert(
    connection,
    certificates,
  )({
    id,
    householdId: product.household.id,
    stars: 3,
    decisionNumber: status === "sent" ? "MẪU-91/QĐ-UBND" : "MẪU-92/QĐ-UBND",
    issuerLevel: "province",
    issuerName: "UBND tỉnh (mẫu)",
    issuedOn,
    expiresOn: addMonthsToDate(issuedOn, 36),
    ocopCode: null,
    renewsId: null,
    status,
    statusReason: status === "sent_back" ? UNREADABLE : null,
    revokedOn: null,
    removedAt: null,
    createdAt: sentAt,
    isSample: true,
  });
  prepareInsert(connection, certificateProducts)({ certificateId: id, productId: product.id });
  return { id, sentAt };
}
