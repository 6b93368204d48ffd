import { METHOD_VERSION, type MethodUse } from "~/domain/statistics/method-versions";
import { formatInstant, formatMonth, type Month } from "~/platform/period";
import { useLanguage, useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";

/** measured: shares and what they are made of. sales: of the platform alone. retail: denominators. channels: compiled. programme: what came of help. */
export type SourceKind = "measured" | "sales" | "retail" | "channels" | "programme";
/** When the figures were read, closed or published. */
export type AsOf = { kind: "read" | "closed" | "published"; at: number };

export type SourceLineProps = {
  of: SourceKind;
  asOf: AsOf;
  first: Month;
  last: Month;
  /** Empty: of what is no figure of the indicator yet, but is used by the method of now. */
  methods: readonly MethodUse[];
};

/** What every chart and table of the indicator carries: from where, of when, how much of the whole, by which method. */
export function SourceLine({ of, asOf, first, last, methods }: SourceLineProps) {
  const t = useT();
  const months = monthsText(t, first, last);
  return (
    <p
      className="mt-3 max-w-prose text-sm text-soft print:max-w-none print:text-xs"
      data-source-line={of}
    >
      {t(`method.lineSource_${of}`)} {asOfText(t, asOf)}{" "}
      {t(`method.lineCoverage_${of}`, { months })}{" "}
      <MethodLinks
        methods={methods.length > 0 ? methods : [{ version: METHOD_VERSION, runs: [] }]}
      />
    </p>
  );
}

/** Each version with its entry in the log, and its months where there are several. */
function MethodLinks({ methods }: { methods: readonly MethodUse[] }) {
  const t = useT();
  return (
    <span>
      {t("method.lineMethod")}{" "}
      {methods.map((use, index) => (
        <span key={use.version}>
          {index > 0 ? "; " : null}
          <VersionLink version={use.version} />
          {methods.length > 1 ? ` (${runsText(t, use)})` : null}
        </span>
      ))}
      .
    </span>
  );
}

export function VersionLink({ version }: { version: number }) {
  const t = useT();
  const language = useLanguage();
  return (
    <a className="underline" href={paths.statisticsMethod(language, version)}>
      {t("method.versionName", { version })}
    </a>
  );
}

const CHART_AS_OF = {
  read: "method.chartRead",
  closed: "method.chartClosed",
  published: "method.chartPublished",
} as const;

/** The same inside a drawing, in lines that are short enough for a phone. */
export function chartNote(
  t: Translate,
  { of, asOf, first, last, methods }: Omit<SourceLineProps, "of"> & { of: "sales" | "share" },
): string[] {
  const months = [...new Set([first, last])].map(formatMonth).join("–");
  return [
    t(`method.chartSource_${of}`),
    t("method.chartCoverage", { months }),
    t(CHART_AS_OF[asOf.kind], {
      time: formatInstant(asOf.at),
      versions: methods.map(({ version }) => version).join(", "),
    }),
  ];
}

function monthsText(t: Translate, first: Month, last: Month): string {
  if (first === last) return t("method.lineMonth", { month: formatMonth(first) });
  return t("method.lineMonths", { first: formatMonth(first), last: formatMonth(last) });
}

function runsText(t: Translate, { runs }: MethodUse): string {
  return runs.map(({ first, last }) => monthsText(t, first, last)).join(", ");
}

function asOfText(t: Translate, { kind, at }: AsOf): string {
  const time = formatInstant(at);
  switch (kind) {
    case "read":
      return t("method.lineRead", { time });
    case "closed":
      return t("method.lineClosed", { time });
    case "published":
      return t("method.linePublished", { time });
  }
}
