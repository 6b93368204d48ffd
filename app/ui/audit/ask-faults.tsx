import type { AskedAudit } from "~/domain/flows/asked-audit";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";

/** Why it cannot be asked, each fault leading to its field. */
export function AskFaults({ asked }: { asked: AskedAudit }) {
  const t = useT();
  return (
    <Refusal title={t("common.formHasErrors")}>
      <ul className="list-disc pl-5">
        {Object.entries(asked.faults).map(([field, code]) => (
          <li key={field}>
            <a href={`#audit-${field}`} className="text-persimmon">
              {errorText(t, code)}
            </a>
          </li>
        ))}
      </ul>
    </Refusal>
  );
}
