import { deleteExpiredSessions } from "~/domain/identity/sessions.server";
import { eraseAttendances } from "~/domain/flows/erase-attendances.server";
import { eraseKeptContent } from "~/domain/flows/erase-kept-content.server";
import { eraseOldPhones } from "~/domain/identity/erase-old-phones.server";
import { forgetBuyers } from "~/domain/supply/forget-buyers.server";
import { sweepKeptPayees } from "~/domain/settlement/sweep-kept-payees.server";
import { sweepKeptFiles } from "~/domain/compliance/sweep-kept-files.server";
import { sweepListings } from "~/domain/catalog/sweep-listings.server";
import { sweepNotices } from "~/domain/notices/sweep-notices.server";
import { sweepOfficerGrants } from "~/domain/identity/sweep-officer-grants.server";
import { sweepParts } from "~/platform/parts.server";
import { sweepPhoneCodes } from "~/domain/identity/sweep-phone-codes.server";
import { sweepProductImports } from "~/domain/exchange/sweep-product-imports.server";
import { sweepRetailImports } from "~/domain/statistics/sweep-retail-imports.server";
import { sweepShelfChanges } from "~/domain/catalog/sweep-shelf-changes.server";
import { sweepStatements } from "~/domain/statements/sweep-statements.server";
import { inTransaction } from "~/platform/db.server";
import { HOUR_MS } from "~/platform/period";
import type { Timer } from "./timers";

/** What is kept for a time and then forgotten: looked for every hour. */
export const SWEEPS: readonly Timer[] = [
  { name: "sweep listings", everyMs: HOUR_MS, work: sweepListings },
  { name: "erase who was at sessions", everyMs: HOUR_MS, work: eraseAttendances },
  { name: "forget what was taken down", everyMs: HOUR_MS, work: eraseKeptContent },
  { name: "sweep copies that no row names", everyMs: HOUR_MS, work: sweepKeptFiles },
  { name: "sweep parts of photos", everyMs: HOUR_MS, work: sweepParts },
  { name: "sweep statements", everyMs: HOUR_MS, work: sweepStatements },
  { name: "sweep tables of products", everyMs: HOUR_MS, work: sweepProductImports },
  { name: "sweep tables of retail totals", everyMs: HOUR_MS, work: sweepRetailImports },
  { name: "sweep shelf changes", everyMs: HOUR_MS, work: () => inTransaction(sweepShelfChanges) },
  { name: "sweep notices", everyMs: HOUR_MS, work: () => inTransaction(sweepNotices) },
  { name: "forget buyers of produce", everyMs: HOUR_MS, work: () => inTransaction(forgetBuyers) },
  { name: "delete expired sessions", everyMs: HOUR_MS, work: deleteExpiredSessions },
  { name: "sweep kept accounts", everyMs: HOUR_MS, work: () => inTransaction(sweepKeptPayees) },
  {
    name: "sweep access of officers",
    everyMs: HOUR_MS,
    work: () => inTransaction(sweepOfficerGrants),
  },
  { name: "sweep phone codes", everyMs: HOUR_MS, work: () => inTransaction(sweepPhoneCodes) },
  { name: "erase old phones", everyMs: HOUR_MS, work: () => inTransaction(eraseOldPhones) },
];
