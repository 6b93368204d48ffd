import { CONSENT_DAYS } from "~/domain/households/delegation-terms";
import { formatPhone } from "~/domain/identity/phone";
import { POWERS } from "~/domain/identity/powers";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { ConsentTerms } from "./consent-terms";

/** One sheet of paper for a household to sign where there is no signal: the same words as on the screen. */
export function ConsentSheet({ helper }: { helper: { fullName: string; phone: string } }) {
  const t = useT();
  const mark = useMark();
  return (
    <article className="print-sheet">
      <h1 className="text-2xl">{t("helpers.sheetTitle")}</h1>
      <p className="mt-3">
        {t("helpers.sheetHelper")}: <strong>{mark(helper.fullName, "vi")}</strong> ·{" "}
        <span className="num">{formatPhone(helper.phone)}</span>
      </p>
      <Blank text={t("helpers.sheetHousehold")} lines={2} />
      <Boxes
        title={t("helpers.sheetWhat")}
        texts={POWERS.map((power) => t(`helpers.power_${power}`))}
      />
      <Boxes
        title={t("helpers.sheetDays")}
        texts={CONSENT_DAYS.map((days) => t(`helpers.consentDays_${days}`))}
      />
      <div className="mt-4">
        <ConsentTerms />
      </div>
      <Blank text={t("helpers.sheetSign")} lines={3} />
    </article>
  );
}

function Boxes({ title, texts }: { title: string; texts: readonly string[] }) {
  return (
    <section className="mt-4">
      <h2 className="text-lg">{title}</h2>
      <ul>
        {texts.map((text) => (
          <li key={text} className="flex items-center gap-3 py-1">
            <span aria-hidden="true" className="inline-block size-5 border-2 border-ink" />
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
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
