import { formatPhone } from "~/domain/identity/phone";
import { useT } from "~/ui/site";

/** In the place of the questions for phone and password; `otherPath` asks for another phone. */
export function ProvenPhone({ phone, otherPath }: { phone: string; otherPath: string }) {
  const t = useT();
  return (
    <div className="my-4 rounded border-l-4 border-leaf bg-leaf-tint px-4 py-3">
      <input type="hidden" name="provenFor" value={phone} />
      <p className="font-semibold">
        <span aria-hidden="true">✓ </span>
        {t("identity.provenPhone", { phone: formatPhone(phone) })}
      </p>
      <p>{t("identity.provenNoPassword")}</p>
      <a className="inline-flex min-h-12 items-center" href={otherPath}>
        {t("identity.provenOther")}
      </a>
    </div>
  );
}

/** The way to a new code, where the proof of the phone was too old or of another one. */
export function ProofGone(props: { failure: { code: string } | undefined; otherPath: string }) {
  const t = useT();
  if (props.failure?.code !== "phone_proof_gone") return null;
  return (
    <p>
      <a className="inline-flex min-h-12 items-center font-semibold" href={props.otherPath}>
        {t("identity.codeNew")}
      </a>
    </p>
  );
}
