import { formatPhone } from "~/domain/identity/phone";
import { useT } from "~/ui/site";

/** In the place of the questions for phone and password; `otherPath` asks for another phone. */
export function ProvenPhone({ phone, otherPath }: { phone: string; otherPath: string }) {
  const t = useT();
  return (
    <div className="my-4 rounded border-l-4 border-leaf bg-leaf-tint px-4 py-3">
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
