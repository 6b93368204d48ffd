import type {
  CertifiedStars,
  IssuerLevel,
} from "../../../app/domain/certificates/certificate-levels";
import { addDays, type LocalDate } from "../../../app/platform/period";
import { certificates } from "../../schema/certificates";
import { prepareInsert } from "../insert-rows";
import { addMonthsToDate, daysBefore, momentOf, type SampleDay } from "./sample-day";
import type { SampleWriter } from "./sample-writer";

const MONTHS_VALID = 36;
const END_OF_DISTRICTS = "2025-07-01";
const LATE_IN_THEIR_TIME = "2025-05-20";

export type SampleCertificate = {
  id: string;
  stars: CertifiedStars;
  issuedOn: LocalDate;
  expiresOn: LocalDate;
};
/** What a certificate is a sample of. */
type CertificateStory = "valid" | "expiring" | "expired" | "district";

export type CertificateRequest = {
  householdId: string;
  stars: CertifiedStars;
  /** Former district of the household's commune, for the ones that a district issued. */
  districtName: string | null;
};

/**
 * Writes one certificate a call, with invented decision numbers. Among the four-star ones one expires within 90 days
 * and one has expired, so that its seal is gone; two of three stars were issued by districts that are no more.
 */
export function createCertificateInsert(
  writer: SampleWriter,
  provinceName: string,
): (request: CertificateRequest) => SampleCertificate {
  const { connection, day, random, newId } = writer;
  const insert = prepareInsert(connection, certificates);
  const stories: Record<CertifiedStars, CertificateStory[]> = {
    3: ["valid", "district", "valid", "district"],
    4: ["valid", "expiring", "expired"],
    5: [],
  };
  let number = 100;

  return ({ householdId, stars, districtName }) => {
    const story = stories[stars].shift() ?? "valid";
    const issuedOn = issueDate(story, day, random.whole(70, 480));
    number += random.whole(1, 40);
    const certificate = {
      id: newId("cer", momentOf(issuedOn, 9)),
      stars,
      issuedOn,
      expiresOn: addMonthsToDate(issuedOn, MONTHS_VALID),
    };
    const isDistrict = stars === 3 && issuedOn < END_OF_DISTRICTS && districtName !== null;
    const issuer = stars === 5 ? CENTRAL : localIssuer(isDistrict ? districtName : provinceName);
    const createdAt = momentOf(issuedOn, 9);
    insert({
      ...certificate,
      householdId,
      decisionNumber: `MẪU-${number}/${issuer.suffix}`,
      issuerLevel: isDistrict ? "district" : issuer.level,
      issuerName: `${issuer.name} (mẫu)`,
      ocopCode: null,
      renewsId: null,
      status: "confirmed",
      statusReason: null,
      revokedOn: null,
      removedAt: null,
      createdAt,
      isSample: true,
    });
    return certificate;
  };
}

type Issuer = { level: IssuerLevel; name: string; suffix: string };

const CENTRAL: Issuer = {
  level: "central",
  name: "Bộ Nông nghiệp và Môi trường",
  suffix: "QĐ-BNNMT",
};

function localIssuer(place: string): Issuer {
  const name = `UBND ${place.charAt(0).toLowerCase()}${place.slice(1)}`;
  return { level: "province", name, suffix: "QĐ-UBND" };
}

function issueDate(story: CertificateStory, day: SampleDay, age: number): LocalDate {
  switch (story) {
    case "expiring":
      return addMonthsToDate(addDays(day.today, 45), -MONTHS_VALID);
    case "expired":
      return addMonthsToDate(daysBefore(day, 50), -MONTHS_VALID);
    case "district": {
      const recent = daysBefore(day, 400);
      return recent < LATE_IN_THEIR_TIME ? recent : LATE_IN_THEIR_TIME;
    }
    case "valid":
      return daysBefore(day, age);
  }
}

/** The stars that a line sold on that day carries: 0 without a certificate that is valid then. */
export function starsOn(certificate: SampleCertificate | null, date: LocalDate): number {
  if (certificate === null) return 0;
  const isValid = certificate.issuedOn <= date && date < certificate.expiresOn;
  return isValid ? certificate.stars : 0;
}
