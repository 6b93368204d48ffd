import type { DelegationStatus } from "~/domain/households/delegation-terms";
import { formatPhone } from "~/domain/identity/phone";
import type { Power } from "~/domain/identity/powers";
import { formatDate, type LocalDate } from "~/platform/period";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { EndForm } from "./end-form";

/** What a household reads that follows the link of its SMS: who works for it, and one button that ends it. */
export function LinkedConsent(props: {
  code: string;
  linkKey: string;
  status: DelegationStatus;
  householdName: string;
  agentName: string;
  agentPhone: string;
  until: LocalDate | null;
  powers: readonly Power[];
}) {
  const t = useT();
  const language = useLanguage();
  const { code, status, until, agentPhone } = props;
  const names = { name: props.agentName, household: props.householdName };
  return (
    <div className="mx-auto max-w-xl py-6">
      <h1 className="text-3xl">{t("helpers.linkTitle")}</h1>
      {status === "given" && until !== null ? (
        <>
          <p className="mt-3 text-lg">
            {t("helpers.linkIntro", { ...names, day: formatDate(until) })}
          </p>
          <ul className="mt-3 list-disc pl-6">
            {props.powers.map((power) => (
              <li key={power}>{t(`helpers.power_${power}`)}</li>
            ))}
          </ul>
          <p className="mt-3">{t("helpers.termsNot")}</p>
          <EndForm
            action={paths.consent(language, { code, key: props.linkKey })}
            text={t("helpers.householdEnd")}
          />
          <p className="mt-3">
            <a className="button button-quiet w-full" href={`tel:${agentPhone}`}>
              {t("households.buyerCall", { phone: formatPhone(agentPhone) })}
            </a>
          </p>
        </>
      ) : (
        <Notice tone="good" title={t("helpers.linkOver", names)} />
      )}
    </div>
  );
}
