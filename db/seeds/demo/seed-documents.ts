import type { DocumentKind } from "../../../app/domain/catalog/document-kinds";
import type { DocumentStatus } from "../../../app/domain/catalog/document-status";
import { setsOfGroup } from "../../../app/domain/catalog/ocop-sets";
import { DAY_MS, localDateOf } from "../../../app/platform/period";
import { documentEvents, documents } from "../../schema/catalog";
import { prepareInsert } from "../insert-rows";
import { addMonthsToDate, daysBefore, momentOf } from "./sample-day";
import type { SampleLot } from "./seed-lots";
import type { SampleWriter } from "./sample-writer";
import type { SoldProduct } from "./seed-products";
import type { SampleUsers } from "./seed-users";

type Paper = {
  kind: DocumentKind;
  lot: SampleLot | null;
  issuer: string;
  suffix: string;
  issuedDaysAgo: number;
  monthsValid: number | null;
};

const EATEN = new Set([...setsOfGroup("food"), ...setsOfGroup("drink"), ...setsOfGroup("herbal")]);
/** Which of them the department did not accept. */
const REFUSED = 3;
const REFUSAL = "Mẫu: số giấy không khớp với sổ của nơi cấp. Xin xem lại và khai lại.";

/**
 * Papers of what is eaten or drunk: every product has one of food safety, some a standard, some lots a test. Two of
 * three are checked by the department, one is refused, the rest are the households' own statements.
 */
export function seedDocuments(
  writer: SampleWriter,
  users: SampleUsers,
  sold: readonly SoldProduct[],
): void {
  const { random } = writer;
  const insert = createDocumentInsert(writer, users);
  let paperCount = 0;
  for (const product of sold) {
    if (!EATEN.has(product.details.set) || product.lots.length === 0) continue;
    for (const paper of papersOf(writer, product)) {
      const isChecked = random.chance(0.65);
      paperCount += 1;
      insert(product, paper, paperCount === REFUSED ? "refused" : isChecked ? "checked" : "stated");
    }
  }
}

function papersOf({ random }: SampleWriter, product: SoldProduct): Paper[] {
  const { household, details, lots } = product;
  const isSmall = household.name.startsWith("Hộ ");
  const commune = household.communeName;
  const papers: Paper[] = [
    {
      kind: isSmall ? "food_safety_commitment" : "food_safety_certificate",
      lot: null,
      issuer: isSmall
        ? `UBND ${commune.charAt(0).toLowerCase()}${commune.slice(1)} (mẫu)`
        : "Chi cục Chất lượng, Chế biến và Phát triển thị trường (mẫu)",
      suffix: isSmall ? "CK-ATTP" : "ATTP",
      issuedDaysAgo: random.whole(200, 420),
      monthsValid: 36,
    },
  ];
  if (details.set <= 3 || random.chance(0.25)) {
    const issuer = "Tổ chức chứng nhận mẫu";
    const issuedDaysAgo = random.whole(190, 300);
    const kind = random.chance(0.7) ? "vietgap" : "organic";
    const suffix = kind === "vietgap" ? "VietGAP" : "HC";
    papers.push({ kind, lot: null, issuer, suffix, issuedDaysAgo, monthsValid: 24 });
  }
  const [lot = null] = lots;
  if (lot && random.chance(0.5)) {
    const issuer = "Phòng kiểm nghiệm mẫu";
    papers.push({
      kind: "test_report",
      lot,
      issuer,
      suffix: "KN",
      issuedDaysAgo: 1,
      monthsValid: null,
    });
  }
  return papers;
}

function createDocumentInsert(writer: SampleWriter, users: SampleUsers) {
  const { connection, day, random, newId } = writer;
  const insert = prepareInsert(connection, documents);
  const insertEvent = prepareInsert(connection, documentEvents);
  const officerId = users.department_officer.id;

  return (product: SoldProduct, paper: Paper, status: DocumentStatus): void => {
    const { kind, lot, issuer, suffix, issuedDaysAgo, monthsValid } = paper;
    const issuedOn = lot === null ? daysBefore(day, issuedDaysAgo) : localDateOf(lot.createdAt);
    // Of the last days: what is not checked yet waits on the department's desk.
    const statedAt = momentOf(daysBefore(day, random.whole(3, 20)), random.whole(8, 17));
    const createdAt = lot === null ? statedAt : Math.max(statedAt, lot.createdAt + 60_000);
    const id = newId("doc", createdAt);
    const reason = status === "refused" ? REFUSAL : null;
    insert({
      id,
      householdId: product.household.id,
      productId: product.id,
      lotId: lot?.id ?? null,
      kind,
      issuer,
      issuedOn,
      number: `MẪU-${random.whole(100, 999)}/${suffix}`,
      expiresOn: monthsValid === null ? null : addMonthsToDate(issuedOn, monthsValid),
      status,
      statusReason: reason,
      isSample: true,
      createdAt,
    });
    const note = (toStatus: DocumentStatus, occurredAt: number, actorId: string | null) =>
      insertEvent({
        id: newId("dev", occurredAt),
        documentId: id,
        toStatus,
        actorId,
        occurredAt,
        fromStatus: toStatus === "stated" ? null : "stated",
        reason: toStatus === "refused" ? reason : null,
      });
    note("stated", createdAt, product.household.memberId);
    if (status !== "stated") note(status, Math.min(createdAt + DAY_MS, day.endsAt - 1), officerId);
  };
}
