import { useForm } from "@conform-to/react";
import { SHEET_ANSWERS } from "~/domain/households/kept-sheet";
import type { Commune } from "~/domain/places/types";
import { PowersQuestion, SheetQuestion, type ConsentFields } from "~/ui/helpers/consent-form";
import { Icon } from "~/ui/households/icon";
import { RegistrationQuestions, type RegistrationFields } from "~/ui/households/registration-form";
import { RadioField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { PhonePage } from "./phone-page";
import { SHEET_CODES } from "./sheet-codes";
import { SheetRow } from "./sheet-row";
// oxlint-disable-next-line import/default -- the address of the bundle, not a module
import sheetsPhoneUrl from "./sheets-phone.ts?worker&url";

/** Households' sheets of paper, typed without a line by the agent who collected them. */
export function OfflineSheets({ communes }: { communes: readonly Commune[] }) {
  const t = useT();
  const needsScript = {
    title: t("phone.sheetsNeedScript"),
    href: paths.newHelpedHousehold(),
    text: t("helpers.registerTitle"),
  };
  return (
    <PhonePage
      script={sheetsPhoneUrl}
      codes={SHEET_CODES}
      dropSure={t("phone.sheetDropSure")}
      needsScript={needsScript}
      states={{
        open: t("phone.sheetOpen"),
        waiting: t("phone.sheetWaiting"),
        sending: t("phone.stateSending"),
        taken: t("phone.sheetTaken"),
        signed_out: t("phone.sheetSignedOut"),
        faulty: t("phone.stateFaulty"),
        ask_later: t("phone.sheetAskLater"),
        gone: t("phone.sheetGone"),
        noName: t("phone.sheetNoName"),
      }}
    >
      <ListTemplate />
      <SheetRow />
      <SheetTemplate communes={communes} />
    </PhonePage>
  );
}

/** Where it begins: what is kept, and a new one. */
function ListTemplate() {
  const t = useT();
  return (
    <template data-name="list">
      <h1 tabIndex={-1} className="text-3xl">
        {t("phone.sheetsTitle")}
      </h1>
      <p className="mt-2 text-lg text-soft">{t("phone.sheetsLead")}</p>
      <p data-no-desk="" className="mt-6 text-lg font-semibold">
        {t("phone.sheetsNoDesk")}
      </p>
      <a href="#new" data-new="" className="button button-main mt-6 min-h-16 w-full text-xl">
        <Icon name="plus" />
        {t("phone.sheetNew")}
      </a>
      <section data-kept-section="" className="mt-8">
        <h2 className="text-xl">{t("phone.keptTitle")}</h2>
        <ul data-rows="" className="mt-2 border-t border-line" />
      </section>
      <p data-others="" hidden className="mt-6 max-w-prose">
        {t("phone.sheetsOthers")} <span data-others-count="" className="num font-semibold" />
      </p>
      <p className="mt-8">
        <a href={paths.agentDesk()} className="button button-quiet min-h-14 w-full">
          <Icon name="home" />
          {t("phone.sheetsToDesk")}
        </a>
      </p>
    </template>
  );
}

function SheetTemplate({ communes }: { communes: readonly Commune[] }) {
  const t = useT();
  const [form, fields] = useForm<RegistrationFields & ConsentFields & { way: string }>({
    id: "sheet",
    defaultValue: { kind: "household" },
  });
  const here = paths.sheetsOffline(useLanguage());
  return (
    <template data-name="sheet">
      <p>
        <a href={`${here}#`} className="inline-flex min-h-12 items-center gap-2">
          <span aria-hidden="true">‹</span>
          <span className="underline">{t("phone.sheetsBack")}</span>
        </a>
      </p>
      <h1 tabIndex={-1} className="mt-2 text-3xl">
        {t("phone.sheetNew")}
      </h1>
      <p className="mt-2 text-lg text-soft">{t("phone.sheetLead")}</p>
      <form id={form.id} noValidate>
        <RegistrationQuestions
          fields={fields}
          communes={communes}
          provenPhone={null}
          termsNumber={null}
          by="agent"
        />
        <RadioField
          field={fields.way}
          label={t("phone.sheetAnswer")}
          options={SHEET_ANSWERS.map((answer) => ({
            value: answer,
            label: t(`phone.sheetAnswer_${answer}`),
          }))}
        />
        <div data-signed="" hidden className="card px-4 py-2">
          <PowersQuestion fields={fields} />
          <SheetQuestion fields={fields} />
          <output data-photo-kept="" hidden className="my-4 block">
            <img alt={t("helpers.consentSheet")} className="w-full rounded" />
          </output>
        </div>
        <button className="button button-main mt-6 min-h-16 w-full text-xl">
          <Icon name="check" />
          {t("phone.sheetFinish")}
        </button>
      </form>
    </template>
  );
}
