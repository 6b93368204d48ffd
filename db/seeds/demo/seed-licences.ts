import type { LicenceKind } from "../../../app/domain/catalog/document-kinds";
import { ALCOHOL_SETS } from "../../../app/domain/catalog/ocop-sets";
import { DAY_MS } from "../../../app/platform/period";
import { documentEvents, documents } from "../../schema/catalog";
import { prepareInsert } from "../insert-rows";
import { addMonthsToDate, daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SampleUsers } from "./seed-users";

type Maker = { id: string; communeName: string };

const YEARS_VALID = 5;
// The first household is warned: its licence runs out in about six weeks.
const ENDS_SOON_DAYS = YEARS_VALID * 365 - 45;
const USUAL_DAYS = 480;

/** A checked licence for each household that makes alcohol: without it nothing of it would be on sale. */
export function seedLicences(writer: SampleWriter, users: SampleUsers): void {
  const { connection, day, newId } = writer;
  const insert = prepareInsert(connection, documents);
  const insertEvent = prepareInsert(connection, documentEvents);
  const allow = connection.writer.prepare<[string, string]>(
    "UPDATE households SET alcohol_licensed_until = ? WHERE id = ?",
  );
  const kind: LicenceKind = "alcohol_production_licence";
  listMakers(writer).forEach(({ id: householdId, communeName }, i) => {
    const issuedOn = daysBefore(day, i === 0 ? ENDS_SOON_DAYS : USUAL_DAYS);
    const expiresOn = addMonthsToDate(issuedOn, YEARS_VALID * 12);
    const createdAt = momentOf(daysBefore(day, USUAL_DAYS - 2), 10);
    const id = newId("doc", createdAt);
    insert({
      id,
      householdId,
      productId: null,
      lotId: null,
      kind,
      number: `MẪU-${String(i + 1).padStart(3, "0")}/GP-SXR`,
      issuer: `UBND ${communeName.charAt(0).toLowerCase()}${communeName.slice(1)} (mẫu)`,
      issuedOn,
      expiresOn,
      status: "checked",
      statusReason: null,
      isSample: true,
      createdAt,
    });
    const event = { documentId: id, reason: null };
    insertEvent({
      ...event,
      id: newId("dev", createdAt),
      fromStatus: null,
      toStatus: "stated",
      actorId: null,
      occurredAt: createdAt,
    });
    insertEvent({
      ...event,
      id: newId("dev", createdAt + DAY_MS),
      fromStatus: "stated",
      toStatus: "checked",
      actorId: users.department_officer.id,
      occurredAt: createdAt + DAY_MS,
    });
    allow.run(expiresOn, householdId);
  });
}

function listMakers({ connection }: SampleWriter): Maker[] {
  return connection.writer
    .prepare<[], Maker>(
      `SELECT h.id, c.name AS communeName FROM households h JOIN communes c ON c.code = h.commune_code
       WHERE h.id IN (SELECT household_id FROM products WHERE ocop_set IN (${ALCOHOL_SETS.join(", ")}))
       ORDER BY h.id`,
    )
    .all();
}
