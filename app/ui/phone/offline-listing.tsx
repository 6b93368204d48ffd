import { LISTING_STEP_COUNT } from "~/domain/catalog/listing-answers";
import { Icon } from "~/ui/households/icon";
import { Brand, DemoStrip } from "~/ui/layouts/store-layout";
import { Notice } from "~/ui/primitives/notice";
import { useSite, useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import { KeptRow } from "./kept-row";
import { LISTING_CODES } from "./listing-codes";
// oxlint-disable-next-line import/default -- the address of the bundle, not a module
import listingPhoneUrl from "./listing-phone.ts?worker&url";
import { QuestionTemplates } from "./question-templates";
import { SummaryTemplate } from "./summary-template";

/** All that the script shows a part of. Without script it says so, and where products are listed otherwise. */
export function OfflineListing() {
  const t = useT();
  const { language } = useSite();
  const errors = Object.fromEntries(LISTING_CODES.map((code) => [code, errorText(t, code)]));
  const step = t("listing.step", { number: "{{number}}", count: LISTING_STEP_COUNT });
  const texts = { errors, step, dropSure: t("phone.dropSure"), full: t("phone.full") };
  return (
    <>
      <script type="module" src={listingPhoneUrl} />
      <header className="border-b-4 border-leaf bg-raised">
        <div className="mx-auto flex max-w-2xl flex-wrap items-center gap-x-4 px-4">
          <Brand href={paths.home(language)} />
          <p data-desk-name="" className="min-w-0 flex-1 text-right font-semibold" />
        </div>
        <DemoStrip />
      </header>
      <main
        id="main"
        className="mx-auto w-full max-w-2xl px-4 pt-4 pb-16"
        data-listing-phone={JSON.stringify(texts)}
      >
        <output
          data-line-off=""
          hidden
          className="mb-4 flex items-center gap-3 rounded border-l-4 border-honey bg-raised px-4 py-2 font-semibold"
        >
          <Icon name="clock" />
          {t("phone.lineOff")}
        </output>
        <noscript>
          <Notice tone="plain" title={t("phone.needsScript")}>
            <a href={paths.newProduct()} className="inline-flex min-h-12 items-center">
              {t("households.newProduct")}
            </a>
          </Notice>
        </noscript>
        <div data-view="" />
      </main>
      <ListTemplate />
      <StateTexts />
      <KeptRow />
      <QuestionTemplates />
      <SummaryTemplate />
    </>
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

/** What the script says of one that is kept. */
function StateTexts() {
  const t = useT();
  const states = {
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
  };
  return <template data-name="states" data-texts={JSON.stringify(states)} />;
}
