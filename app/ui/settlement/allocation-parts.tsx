import type { AllocationView } from "~/domain/settlement/types-allocations";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";

/** What a line is said to have been for, part by part. */
export function AllocationParts({ parts }: Pick<AllocationView, "parts">) {
  const t = useT();
  const language = useLanguage();
  return (
    <ul className="list-disc pl-6">
      {parts.map((part, i) => (
        <li key={i}>
          <Money amountVnd={part.amountVnd} language={language} />:{" "}
          {t(`money.purpose_${part.purpose}`)}
          {part.code ? <strong className="num"> {part.code}</strong> : null}
        </li>
      ))}
    </ul>
  );
}
