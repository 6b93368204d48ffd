import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { KeptRow } from "./kept-row";
import { LISTING_CODES } from "./listing-codes";
import { listingPhoneUrl } from "./bundle-addresses";
import { PhoneList } from "./phone-list";
import { PhonePage } from "./phone-page";
import { QuestionTemplates } from "./question-templates";
import { SummaryTemplate } from "./summary-template";

/** All that the script shows a part of. */
export function OfflineListing() {
  const t = useT();
  const needsScript = {
    title: t("phone.needsScript"),
    href: paths.newProduct(),
    text: t("households.newProduct"),
  };
  return (
    <PhonePage
      script={listingPhoneUrl}
      codes={LISTING_CODES}
      dropSure={t("phone.dropSure")}
      needsScript={needsScript}
      states={{
        open: t("phone.stateOpen"),
        waiting: t("phone.stateWaiting"),
        sending: t("phone.stateSending"),
        taken: t("phone.stateTaken"),
        signed_out: t("phone.stateSignedOut"),
        not_helping: t("phone.stateNotHelping"),
        helping_other: t("phone.stateHelpingOther"),
        changed: t("phone.stateChanged"),
        faulty: t("phone.stateFaulty"),
        gone: t("phone.gone"),
        noName: t("phone.noName"),
        nothing: t("listing.conflictNothing"),
      }}
    >
      <PhoneList
        title={t("phone.title")}
        lead={t("phone.lead")}
        noDesk={t("phone.noDesk")}
        begin={t("phone.new")}
        others={t("phone.others")}
        desk={{ href: paths.householdProducts(), text: t("phone.toDesk") }}
      />
      <KeptRow />
      <QuestionTemplates />
      <SummaryTemplate />
    </PhonePage>
  );
}
