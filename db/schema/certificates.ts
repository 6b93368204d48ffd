import {
  CERTIFIED_STARS,
  ISSUER_LEVELS,
  type CertifiedStars,
  type IssuerLevel,
} from "../../app/domain/certificates/certificate-levels";
import { count, flag, id, integerCheck, localDate, oneOf, text } from "../columns";
import { check, index, table } from "../dialect";
import { households } from "./households";
import { sql } from "drizzle-orm";

/** An OCOP recognition. The stars shown are computed from `expires_on` at the moment of showing. */
export const certificates = table(
  "certificates",
  {
    id: id(),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    stars: count("stars").$type<CertifiedStars>().notNull(),
    decisionNumber: text("decision_number").notNull(),
    issuerLevel: text("issuer_level").$type<IssuerLevel>().notNull(),
    issuerName: text("issuer_name").notNull(),
    issuedOn: localDate("issued_on").notNull(),
    expiresOn: localDate("expires_on").notNull(),
    revokedOn: localDate("revoked_on"),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("certificates_household").on(t.householdId),
    oneOf("certificates_issuer_level", t.issuerLevel, ISSUER_LEVELS),
    integerCheck("certificates_stars", t.stars, Math.min(...CERTIFIED_STARS)),
    check("certificates_dates", sql`${t.expiresOn} > ${t.issuedOn}`),
  ],
);
