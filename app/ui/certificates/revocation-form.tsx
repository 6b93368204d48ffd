import { useForm } from "@conform-to/react";
import { REVOCATION_GROUNDS } from "~/domain/certificates/revocation-grounds";
import type { CertificateEntry } from "~/domain/certificates/types";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { FormErrors, RadioField, TextAreaField, TextField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Notes that whoever issued a certificate took it back. */
export function RevocationPage(props: { one: CertificateEntry; reply: MutationReply | undefined }) {
  const t = useT();
  const mark = useMark();
  const { one } = props;
  const [form, fields] = useForm<Record<"ground" | "revokedOn" | "reason" | "seen", string>>({
    id: "revocation",
    lastResult: props.reply?.submission ?? null,
  });
  const issuer = mark(one.issuerName, "vi");
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentCertificate(one.id)} text={t("certificates.backToOne")} />
      <h1 className="text-3xl wrap-anywhere">
        {t("certificates.revokeTitle", { number: mark(one.decisionNumber, "vi") })}
      </h1>
      <p className="mt-2">
        {one.issuerLevel === "district"
          ? t("certificates.revokeLeadDistrict", { issuer })
          : t("certificates.revokeLead", { issuer })}
      </p>
      <form method="post" id={form.id} action={paths.certificateRevocation(one.id)} noValidate>
        <FormErrors form={form} failure={props.reply?.failure} />
        <input type="hidden" name="seen" value={one.steps[0]?.id ?? "none"} />
        <RadioField
          field={fields.ground}
          label={t("certificates.ground")}
          options={REVOCATION_GROUNDS.map((ground) => ({
            value: ground,
            label: t(`certificates.ground_${ground}`),
          }))}
        />
        <TextField field={fields.revokedOn} label={t("certificates.revokedOn")} type="date" />
        <TextAreaField
          field={fields.reason}
          label={t("certificates.revokeReason")}
          hint={t("certificates.revokeReasonHint")}
          rows={3}
        />
        <button className="button button-danger w-full sm:w-auto">
          {t("certificates.revokeSave")}
        </button>
      </form>
    </div>
  );
}
