import { Icon } from "~/ui/households/icon";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { KeptRow } from "./kept-row";
import { LISTING_CODES } from "./listing-codes";
// oxlint-disable-next-line import/default -- the address of the bundle, not a module
import listingPhoneUrl from "./listing-phone.ts?worker&url";
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
        changed: t("phone.stateChanged"),
        faulty: t("phone.stateFaulty"),
        gone: t("phone.gone"),
        noName: t("phone.noName"),
        nothing: t("listing.conflictNothing"),
      }}
    >
      <ListTemplate />
      <KeptRow />
      <QuestionTemplates />
      <SummaryTemplate />
    </PhonePage>
  );
}

/** Where it begins: what is kept, and a new one. */
function ListTemplate() {
  const t = useT();
  return (
    <template data-name="list">
      <h1 className="text-3xl">{t("phone.title")}</h1>
      <p className="mt-2 text-lg text-soft">{t("phone.lead")}</p>
      <p data-no-desk="" className="mt-6 text-lg font-semibold">
        {t("phone.noDesk")}
      </p>
      <a href="#new" data-new="" className="button button-main mt-6 min-h-16 w-full text-xl">
        <Icon name="plus" />
        {t("phone.new")}
      </a>
      <section data-kept-section="" className="mt-8">
        <h2 className="text-xl">{t("phone.keptTitle")}</h2>
        <ul data-rows="" className="mt-2 border-t border-line" />
      </section>
      <p data-others="" hidden className="mt-6 max-w-prose">
        {t("phone.others")} <span data-others-count="" className="num font-semibold" />
      </p>
      <p className="mt-8">
        <a href={paths.householdProducts()} className="button button-quiet min-h-14 w-full">
          <Icon name="home" />
          {t("phone.toDesk")}
        </a>
      </p>
    </template>
  );
}
