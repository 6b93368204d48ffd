import { useForm } from "@conform-to/react";
import { CERTIFIED_STARS, ISSUER_LEVELS } from "~/domain/certificates/certificate-levels";
import type { CertifiableProduct } from "~/domain/certificates/types";
import { useMark } from "~/ui/in-language";
import { CheckboxList } from "~/ui/primitives/checkbox-list";
import { FormErrors, RadioField, TextField, type AnyField } from "~/ui/primitives/form";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";

export type TypedCertificate = Partial<
  Record<
    | "stars"
    | "decisionNumber"
    | "issuerLevel"
    | "issuerName"
    | "issuedOn"
    | "expiresOn"
    | "ocopCode",
    string
  >
> & { productIds?: string[] };
type Fields = Required<TypedCertificate> & { certificateId: string; renewsId: string };

/** What a household copies from its paper; photos of it come on the next page. */
export function CertificateForm(props: {
  action: string;
  certificateId: string;
  /** The one that it follows. */
  renewsId: string | null;
  known: TypedCertificate;
  products: readonly CertifiableProduct[];
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const mark = useMark();
  const { certificateId, renewsId, known, products } = props;
  const [form, fields] = useForm<Fields>({
    id: "certificate",
    lastResult: props.reply?.submission ?? null,
    defaultValue: known,
  });
  if (products.length === 0) return <EmptyState title={t("certificates.noProducts")} />;
  return (
    <form method="post" id={form.id} action={props.action} noValidate className="max-w-prose">
      <FormErrors form={form} failure={props.reply?.failure} />
      <input type="hidden" name="certificateId" value={certificateId} />
      {renewsId === null ? null : <input type="hidden" name="renewsId" value={renewsId} />}
      <RadioField
        field={fields.stars}
        label={t("certificates.starsLabel")}
        options={CERTIFIED_STARS.map((stars) => ({
          value: String(stars),
          label: t("certificates.stars", { stars }),
        }))}
      />
      <p className="text-soft">{t("certificates.starsHint")}</p>
      <DecisionFields fields={fields} />
      <CheckboxList
        field={fields.productIds}
        label={t("certificates.productsLabel")}
        options={products.map(({ id, name }) => ({ value: id, label: mark(name, "vi") }))}
        isWide
      />
      <button className="button button-main w-full">{t("certificates.save")}</button>
    </form>
  );
}

type DecisionField = Exclude<keyof TypedCertificate, "stars" | "productIds">;

/** Number, days and issuer of the decision, and the code, in the order in which a paper has them. */
function DecisionFields({ fields }: { fields: Record<DecisionField, AnyField> }) {
  const t = useT();
  return (
    <>
      <TextField
        field={fields.decisionNumber}
        label={t("certificates.decisionLabel")}
        hint={t("certificates.decisionHint")}
        autoComplete="off"
        language="vi"
      />
      <TextField field={fields.issuedOn} label={t("certificates.dayLabel")} type="date" />
      <TextField
        field={fields.expiresOn}
        label={t("certificates.endLabel")}
        hint={t("certificates.endHint")}
        type="date"
        optional
      />
      <RadioField
        field={fields.issuerLevel}
        label={t("certificates.levelLabel")}
        options={ISSUER_LEVELS.toReversed().map((level) => ({
          value: level,
          label: t(`certificates.level_${level}`),
          hint: t(`certificates.levelHint_${level}`),
        }))}
      />
      <TextField
        field={fields.issuerName}
        label={t("certificates.issuer")}
        hint={t("certificates.issuerHint")}
        autoComplete="off"
        language="vi"
      />
      <TextField
        field={fields.ocopCode}
        label={t("certificates.codeLabel")}
        hint={t("certificates.codeHint")}
        autoComplete="off"
        optional
      />
    </>
  );
}
