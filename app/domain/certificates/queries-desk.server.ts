import { and, asc, desc, eq, gt, lte, type SQL } from "drizzle-orm";
import { certificates } from "~db/schema/certificates";
import { findCommune, findFormerCommune, findProvince } from "~/domain/places/queries.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { fold } from "~/platform/fold";
import { addDays, localDateOf, type LocalDate } from "~/platform/period";
import type { CertificateFilter } from "./certificate-filter";
import { readOcopCode } from "./ocop-code";
import { loadCertificates } from "./queries.server";
import { loadRenewed } from "./queries-renewal.server";
import type { CertificatePage, CodePlace, DeskCertificate } from "./types";
import { WARNING_DAYS } from "./validity";

const PAGE_SIZE = 30;
/** A province has some hundreds; what is typed is looked for in memory, because accents are folded here and not in SQL. */
const READ_MAX = 3_000;

/** A page of certificates in one state, narrowed by what was typed of a name, number or code, with accents or without. */
export async function listCertificates(asked: {
  filter: CertificateFilter;
  text: string;
  page: number;
}): Promise<CertificatePage> {
  const rows = await loadCertificates(reader(), {
    ...selection(asked.filter, localDateOf(now())),
    limit: READ_MAX,
  });
  const words = fold(asked.text).split(" ").filter(Boolean);
  const found = rows.filter((row) => isAsked(asked.filter, row) && hasAll(row, words));
  if (asked.filter === "waiting") found.sort((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0));
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(asked.page, pageCount);
  const from = (page - 1) * PAGE_SIZE;
  return {
    certificates: found.slice(from, from + PAGE_SIZE),
    total: found.length,
    page,
    pageCount,
  };
}

export async function countWaitingCertificates(): Promise<number> {
  return reader().$count(certificates, eq(certificates.status, "sent"));
}

/** How many end within 180 days and are followed by nothing. */
export async function countEndingCertificates(): Promise<number> {
  const { where } = selection("within_180", localDateOf(now()));
  const rows = await reader()
    .select({ id: certificates.id })
    .from(certificates)
    .where(where)
    .limit(READ_MAX);
  const ids = rows.map((row) => row.id);
  const renewed = await loadRenewed(reader(), ids);
  return ids.filter((id) => !renewed.has(id)).length;
}

/** Where the code of a product places it; null for no code. */
export async function placeOfCode(text: string | null): Promise<CodePlace | null> {
  const code = text === null ? null : readOcopCode(text, Number.MAX_SAFE_INTEGER);
  if (code === null) return null;
  // A number of today may have been another commune's, so a code of then is looked up as of then first.
  const former = await findFormerCommune(code.communeCode);
  const current = await findCommune(code.communeCode);
  const isFormer = code.districtCode !== null && former !== null;
  if (isFormer || (current === null && former !== null)) {
    const names = former && [former.name, former.districtName, former.provinceName].join(", ");
    return { communeName: names, isFormer: true };
  }
  const communeName = current === null ? null : `${current.name}, ${current.provinceName}`;
  return { communeName, isFormer: false };
}

/**
 * Whether the units of a code contradict what is known. Only a code of today's form can: its province is one of those
 * in force, and a commune in force lies in it. Units that were merged away contradict nothing.
 */
export async function isCodeContradicted(text: string | null): Promise<boolean> {
  const code = text === null ? null : readOcopCode(text, Number.MAX_SAFE_INTEGER);
  if (code === null || code.districtCode !== null) return false;
  if ((await findProvince(code.provinceCode)) === null) return true;
  const commune = await findCommune(code.communeCode);
  return commune !== null && commune.provinceCode !== code.provinceCode;
}

function selection(
  filter: CertificateFilter,
  today: LocalDate,
): { where: SQL | undefined; orderBy: SQL[] } {
  const { status, expiresOn, revokedOn, id } = certificates;
  const isConfirmed = eq(status, "confirmed");
  const ends = [asc(expiresOn), asc(id)];
  switch (filter) {
    case "waiting":
      return { where: eq(status, "sent"), orderBy: [asc(id)] };
    case "within_180":
    case "within_90":
    case "within_30": {
      const days = WARNING_DAYS.find((one) => filter === `within_${one}`) ?? WARNING_DAYS[0];
      const isSoon = lte(expiresOn, addDays(today, days));
      return { where: and(isConfirmed, gt(expiresOn, today), isSoon), orderBy: ends };
    }
    case "expired":
      return {
        where: and(isConfirmed, lte(expiresOn, today)),
        orderBy: [desc(expiresOn), desc(id)],
      };
    case "revoked":
      return { where: eq(status, "revoked"), orderBy: [desc(revokedOn), desc(id)] };
    case "valid":
      return { where: and(isConfirmed, gt(expiresOn, today)), orderBy: ends };
  }
}

function isAsked(filter: CertificateFilter, { isRenewed }: DeskCertificate): boolean {
  return !filter.startsWith("within_") || !isRenewed;
}

function hasAll(row: DeskCertificate, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { household, decisionNumber, ocopCode, issuerName, productNames } = row;
  const text = fold(
    [household.name, household.communeName, decisionNumber, ocopCode ?? "", issuerName]
      .concat(productNames)
      .join(" "),
  );
  return words.every((word) => text.includes(word));
}
