import { PROBLEM_CODES } from "~/domain/opendata/schemas";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** How another system reads the figures. `origin`: of the addresses in the example. */
export function ApiGuide({ origin }: { origin: string }) {
  const t = useT();
  const example = paths.apiObservations({
    indicator: "sales_goods",
    dimension: "commune",
    from: "2026-01",
  });
  return (
    <section className="mt-12" id="api">
      <h2 className="text-2xl">{t("opendata.apiHeading")}</h2>
      <p className="mt-2 max-w-prose">{t("opendata.apiLead")}</p>
      <p className="mt-4">{t("opendata.apiExample")}</p>
      <pre
        className="mt-2 rounded border border-line bg-raised p-3 font-mono text-sm break-all whitespace-pre-wrap"
        translate="no"
      >
        {`curl -H "Authorization: Bearer cpk_…" "${origin}${example}"`}
      </pre>
      <ul className="mt-4 grid max-w-prose list-disc grid-cols-1 gap-1 pl-5">
        <li>{t("opendata.apiPaging")}</li>
        <li>{t("opendata.apiRate")}</li>
        <li>
          <a className="underline" href={paths.openApi()}>
            {t("opendata.apiDocument")}
          </a>
        </li>
      </ul>
      <h3 className="mt-6 text-lg">{t("opendata.problemsHeading")}</h3>
      <dl className="mt-2 grid max-w-prose grid-cols-1 gap-3">
        {PROBLEM_CODES.map((code) => (
          <div key={code} id={`problem-${code}`}>
            <dt>
              <span className="font-semibold">{t(`opendata.problem_${code}`)}</span>{" "}
              <span className="font-mono text-sm" translate="no">
                {code}
              </span>
            </dt>
            <dd>{t(`opendata.detail_${code}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
