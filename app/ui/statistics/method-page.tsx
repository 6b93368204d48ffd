import type { ReactNode } from "react";
import { METHOD_VERSION, METHOD_VERSIONS } from "~/domain/statistics/method-versions";
import { formatDate } from "~/platform/period";
import { useSite, useT } from "~/ui/site";
import { MethodFormula } from "./method-formula";

/** The whole method under the six headings that national specifications have. */
export function MethodPage() {
  const t = useT();
  const { provinceName } = useSite();
  return (
    <article className="max-w-2xl">
      <h1 className="mt-4 text-3xl">{t("method.title")}</h1>
      <p className="mt-3 text-lg text-soft">{t("method.lead")}</p>
      <p className="mt-3 font-semibold">
        {t("method.operational")} {t("method.current", { version: METHOD_VERSION })}
      </p>
      <Part title={t("method.concept")}>
        <p>{t("method.conceptText")}</p>
        <Concept />
      </Part>
      <Part title={t("method.formula")}>
        <Formulas />
      </Part>
      <Part title={t("method.breakdown")}>
        <p>{t("method.breakdownText")}</p>
        <Titled title={t("method.confidentialHeading")}>
          <Points
            points={[
              t("method.confidentialRule"),
              t("method.confidentialSecond"),
              t("method.confidentialRevision"),
            ]}
          />
        </Titled>
      </Part>
      <Part title={t("method.frequency")}>
        <Points
          points={[
            t("method.frequencyText"),
            t("method.frequencyRevision"),
            t("method.frequencyBreak"),
          ]}
        />
      </Part>
      <Part title={t("method.source")}>
        <Points
          points={[
            t("method.sourceNumerator"),
            t("method.sourceDenominator"),
            t("method.sourceOthers"),
            t("method.sourcePart"),
          ]}
        />
      </Part>
      <Part title={t("method.agency")}>
        <p>{t("method.agencyText", { province: provinceName })}</p>
      </Part>
      <VersionLog />
    </article>
  );
}

function Concept() {
  const t = useT();
  return (
    <>
      <Titled title={t("method.countedHeading")}>
        <Points
          points={[
            t("method.countedOrder"),
            t("method.countedPrice"),
            t("method.countedMonth"),
            t("method.countedReturns"),
          ]}
        />
      </Titled>
      <Titled title={t("method.excludedHeading")}>
        <Points
          points={[
            t("method.excludedShipping"),
            t("method.excludedAssisted"),
            t("method.excludedWholesale"),
            t("method.excludedStall"),
            t("method.excludedUndelivered"),
          ]}
        />
      </Titled>
      <p className="mt-4">{t("method.sellers")}</p>
      <p className="mt-2">{t("method.cashless")}</p>
    </>
  );
}

function Formulas() {
  const t = useT();
  return (
    <>
      {(["goods", "goods_services"] as const).map((kind) => (
        <MethodFormula
          key={kind}
          name={t(`statistics.figure_share_${kind}`)}
          numerator={t(`method.numerator_${kind}`)}
          denominator={t(`statistics.kind_${kind}`)}
        />
      ))}
      {(["cashless_value", "cashless_orders"] as const).map((code) => (
        <MethodFormula
          key={code}
          name={t(`statistics.figure_${code}`)}
          numerator={t(`method.numerator_${code}`)}
          denominator={t(`method.denominator_${code}`)}
        />
      ))}
      <Points
        points={[
          t("method.formulaSame"),
          t("method.formulaExact"),
          t("method.formulaApart"),
          t("method.formulaMissing"),
        ]}
      />
    </>
  );
}

/** Every version that figures were ever counted by, the newest first. */
function VersionLog() {
  const t = useT();
  return (
    <Part title={t("method.versionsHeading")} id="versions">
      <p>{t("method.versionsLead")}</p>
      <ol className="mt-4 grid gap-5" reversed>
        {METHOD_VERSIONS.toReversed().map(({ number, since }) => (
          <li key={number} id={`version-${number}`} className="break-inside-avoid">
            <h3 className="text-lg">
              {t("method.versionTitle", { version: number, date: formatDate(since) })}
            </h3>
            <p>{t(`method.version${number}Change`)}</p>
            <p className="text-soft">{t(`method.version${number}Why`)}</p>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Part({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="mt-10" id={id}>
      <h2 className="mb-3 text-2xl">{title}</h2>
      {children}
    </section>
  );
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className="mt-5 mb-2 text-lg">{title}</h3>
      {children}
    </>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-2 pl-5">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
