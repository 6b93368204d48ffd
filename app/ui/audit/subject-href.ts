import type { SubjectKind } from "~/domain/audit/subject-kinds";
import { paths } from "~/web/paths";

type Named = { id: string; /** Null: it has none, or is gone. */ code: string | null };

/** The department's page of what an entry is about; null: there is none, or it is gone. */
export function subjectHref(kind: string, { id, code }: Named): string | null {
  const byId = BY_ID[kind as SubjectKind];
  if (byId) return byId(id);
  const byCode = BY_CODE[kind as SubjectKind];
  return byCode && code !== null ? byCode(code) : null;
}

const BY_ID: Partial<Record<SubjectKind, (id: string) => string>> = {
  bank_transaction: (id) => paths.bankLine(id),
  certificate: (id) => paths.departmentCertificate(id),
  compliance_request: (id) => paths.complianceRequest(id),
  joining_item: paths.departmentJoiningItem,
  period: (month) => paths.period(month),
  statement_import: (id) => paths.bankStatement(id),
  supply_case: (id) => paths.supplyCase(id),
  supply_match: paths.supplyMatch,
  training_session: (id) => paths.departmentSession(id),
  unreadable_notice: paths.unreadableNotice,
};

const BY_CODE: Partial<Record<SubjectKind, (code: string) => string>> = {
  collection: (slug) => paths.departmentCollection(slug),
  contract: paths.departmentContract,
  delegation: (code) => paths.departmentHelper(code),
  disbursement: (code) => paths.disbursement(code),
  household: (slug) => paths.householdJoining(slug),
  lot: (code) => paths.departmentLot(code),
  payout_batch: (code) => paths.payoutBatch(code),
  return_request: (code) => paths.departmentReturn(code),
  voucher_programme: (code) => paths.voucherProgramme(code),
};
