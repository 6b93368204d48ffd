import type { AllocationView } from "~/domain/settlement/types-allocations";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What a line is said to have been for, part by part. */
export function AllocationParts({
  lineId,
  parts,
}: Pick<AllocationView, "parts"> & { lineId: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    <ul className="list-disc pl-6">
      {parts.map((part, i) => (
        <li key={i}>
          <Money amountVnd={part.amountVnd} language={language} />:{" "}
          {t(`money.purpose_${part.purpose}`)}
          {part.code ? (
            <strong className="num">
              {" "}
              {part.purpose === "disbursement" ? (
                <a href={paths.disbursement(part.code)}>{part.code}</a>
              ) : (
                part.code
              )}
            </strong>
          ) : null}
          {part.purpose === "send_back" ? (
            <>
              {" · "}
              <a href={paths.refund(lineId)}>{t("money.refundTitle")}</a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
