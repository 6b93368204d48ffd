import { useForm } from "@conform-to/react";
import { SHEET_ANSWERS } from "~/domain/households/kept-sheet";
import type { Commune, RenamedCommune } from "~/domain/places/types";
import { PowersQuestion, SheetQuestion, type ConsentFields } from "~/ui/helpers/consent-form";
import { Icon } from "~/ui/households/icon";
import { RegistrationQuestions, type RegistrationFields } from "~/ui/households/registration-form";
import { RadioField, TextField } from "~/ui/primitives/form";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { sheetsPhoneUrl } from "./bundle-addresses";
import { packFormer } from "./packed-former";
import { PhoneList } from "./phone-list";
import { PhonePage } from "./phone-page";
import { SHEET_CODES } from "./sheet-codes";
import { SheetRow } from "./sheet-row";

/** Households' sheets of paper, typed without a line by the agent who collected them. */
export function OfflineSheets(props: {
  communes: readonly Commune[];
  former: readonly RenamedCommune[];
}) {
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
      <PhoneList
        title={t("phone.sheetsTitle")}
        lead={t("phone.sheetsLead")}
        noDesk={t("phone.sheetsNoDesk")}
        begin={t("phone.sheetNew")}
        others={t("phone.sheetsOthers")}
        desk={{ href: paths.agentDesk(), text: t("phone.sheetsToDesk") }}
      />
      <SheetRow />
      <SheetTemplate communes={props.communes} />
      <template data-name="former" data-former={packFormer(props.former)} />
    </PhonePage>
  );
}

function SheetTemplate({ communes }: { communes: readonly Commune[] }) {
  const t = useT();
  const [form, fields] = useForm<
    RegistrationFields & ConsentFields & { way: string; oldCommune: string }
  >({
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
          communeHelp={
            <TextField
              field={fields.oldCommune}
              label={t("households.registerOldCommune")}
              hint={t("phone.sheetOldCommuneHint")}
              optional
            />
          }
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
