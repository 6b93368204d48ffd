import type { LocalDate } from "~/platform/period";
import type { CertifiedStars, IssuerLevel } from "./certificate-levels";

/** QĐ 148/QĐ-TTg: from that day on districts recognised three stars. */
const DISTRICTS_FROM = "2023-02-24";
/** From that day on there are no districts (QĐ 1489/QĐ-TTg of 2025, then QĐ 26/2026/QĐ-TTg). */
const DISTRICTS_UNTIL = "2025-07-01";

/**
 * Which levels can have recognised so many stars that day. Of three stars the province always can: papers from before
 * districts had the word came out after it, too.
 */
export function issuerLevelsOn(stars: CertifiedStars, decidedOn: LocalDate): IssuerLevel[] {
  switch (stars) {
    case 5:
      return ["central"];
    case 4:
      return ["province"];
    case 3:
      return decidedOn >= DISTRICTS_FROM && decidedOn < DISTRICTS_UNTIL
        ? ["province", "district"]
        : ["province"];
  }
}

const FAULTS = {
  central: "issuer_not_central",
  province: "issuer_not_province",
  district: "issuer_not_district",
} as const satisfies Record<IssuerLevel, string>;
export type IssuerFault = (typeof FAULTS)[IssuerLevel] | "issuer_district_ended";

/** Why this level cannot have recognised so many stars that day; null when it can. */
export function issuerFaultOf(typed: {
  stars: CertifiedStars;
  level: IssuerLevel;
  decidedOn: LocalDate;
}): IssuerFault | null {
  const { stars, level, decidedOn } = typed;
  if (issuerLevelsOn(stars, decidedOn).includes(level)) return null;
  const isLate = level === "district" && decidedOn >= DISTRICTS_UNTIL;
  return isLate ? "issuer_district_ended" : FAULTS[level];
}
