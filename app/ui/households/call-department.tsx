import { phoneInText } from "~/domain/identity/phone-in-text";
import { useSite, useT } from "~/ui/site";

/** Whom a household calls that did not do what the page tells of; with the number, where whoever runs the market names one. */
export function CallDepartment() {
  const t = useT();
  const phone = phoneInText(useSite().operator.contact);
  if (phone === null) return <p>{t("entry.call")}</p>;
  return (
    <p>
      {t("entry.callAt")}{" "}
      <a
        className="num inline-flex min-h-12 items-center font-semibold whitespace-nowrap underline"
        href={`tel:${phone.digits}`}
      >
        {phone.shown}
      </a>
    </p>
  );
}
