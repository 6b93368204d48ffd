import { CONSENT_DAYS } from "~/domain/households/delegation-terms";
import { HOUSEHOLD_KINDS } from "~/domain/households/household-status";
import { formatPhone } from "~/domain/identity/phone";
import { POWERS } from "~/domain/identity/powers";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { ConsentTerms } from "./consent-terms";

type Helper = { fullName: string; phone: string };

/** One sheet of paper for a household to sign where there is no signal: the same words as on the screen. */
export function ConsentSheet({ helper }: { helper: Helper }) {
  const t = useT();
  return (
    <article className="print-sheet">
      <h1 className="text-2xl">{t("helpers.sheetTitle")}</h1>
      <HelperLine helper={helper} />
      <Blank text={t("helpers.sheetHousehold")} lines={2} />
      <Consent />
      <Blank text={t("helpers.sheetSign")} lines={3} />
    </article>
  );
}

/** One sheet of paper by which a household registers, and may agree to be helped: the same questions as on the screen. */
export function RegistrationSheet({ helper }: { helper: Helper }) {
  const t = useT();
  const lines = [
    t("households.registerName"),
    t("households.registerContact"),
    t("households.registerPhone"),
    t("households.registerCommune"),
    t("households.registerAddress"),
    t("households.registerStory"),
  ];
  return (
    <article className="print-sheet text-sm">
      <h1 className="text-2xl">{t("helpers.registrationSheetTitle")}</h1>
      <HelperLine helper={helper} />
      <ul className="mt-2">
        {lines.map((text) => (
          <li key={text} className="flex items-end gap-2 pt-2">
            <span className="font-semibold">{text}</span>
            <span aria-hidden="true" className="h-6 grow border-b border-dotted border-ink" />
          </li>
        ))}
      </ul>
      <Boxes
        title={t("helpers.registerKind")}
        texts={HOUSEHOLD_KINDS.map((kind) => t(`households.kind_${kind}`))}
        isRow
      />
      <p className="mt-3 flex items-start gap-3">
        <EmptyBox />
        {t("households.registerConsent")}
      </p>
      <h2 className="mt-4 text-xl">{t("helpers.registrationSheetMay")}</h2>
      <Consent />
      <Blank text={t("helpers.sheetSign")} lines={2} />
    </article>
  );
}

function HelperLine({ helper }: { helper: Helper }) {
  const t = useT();
  const mark = useMark();
  return (
    <p className="mt-3">
      {t("helpers.sheetHelper")}: <strong>{mark(helper.fullName, "vi")}</strong> ·{" "}
      <span className="num">{formatPhone(helper.phone)}</span>
    </p>
  );
}

/** What the helper may do and for how long, and what that means. */
function Consent() {
  const t = useT();
  return (
    <>
      <Boxes
        title={t("helpers.sheetWhat")}
        texts={POWERS.map((power) => t(`helpers.power_${power}`))}
      />
      <Boxes
        title={t("helpers.sheetDays")}
        texts={CONSENT_DAYS.map((days) => t(`helpers.consentDays_${days}`))}
        isRow
      />
      <div className="mt-4">
        <ConsentTerms />
      </div>
    </>
  );
}

function Boxes(props: { title: string; texts: readonly string[]; isRow?: true }) {
  const { title, texts, isRow } = props;
  return (
    <section className="mt-4">
      <h2 className="text-lg">{title}</h2>
      <ul className={isRow ? "flex flex-wrap gap-x-8" : ""}>
        {texts.map((text) => (
          <li key={text} className="flex items-center gap-3 py-1">
            <EmptyBox />
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function EmptyBox() {
  return <span aria-hidden="true" className="inline-block size-5 shrink-0 border-2 border-ink" />;
}

function Blank({ text, lines }: { text: string; lines: number }) {
  return (
    <section className="mt-4">
      <h2 className="text-lg">{text}</h2>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} aria-hidden="true" className="h-9 border-b border-dotted border-ink" />
      ))}
    </section>
  );
}
