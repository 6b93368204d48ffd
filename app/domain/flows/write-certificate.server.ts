import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { CertificateForm } from "~/domain/certificates/forms";
import { isCodeContradicted } from "~/domain/certificates/queries-desk.server";
import {
  writeCertificate as write,
  type WriteCertificateCode,
} from "~/domain/certificates/write-certificate.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** A household, or its helper, states what a certificate says; evidence comes when it is sent. */
export async function writeCertificate(
  actor: UserActor,
  scope: Scope,
  { householdId, form }: { householdId: string; form: CertificateForm },
): Promise<Result<null, WriteCertificateCode | "ocop_code_place">> {
  if (!isInScope(scope, householdId)) return fail("certificate_not_found");
  if (await isCodeContradicted(form.ocopCode)) return fail("ocop_code_place");
  return inTransaction(async (tx) => {
    const written = await write(tx, { householdId, form });
    if (!written.ok) return written;
    const { certificateId, ...after } = form;
    await recordAction(tx, {
      actor,
      action: "certificate.write",
      subject: { kind: "certificate", id: certificateId },
      before: written.value.before ?? undefined,
      after,
    });
    return succeed(null);
  });
}
