import { SHARE_TARGET_KINDS } from "~/domain/statistics/target-kinds";
import type { StandingTarget } from "~/domain/statistics/types-targets";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { SampleBadge } from "~/ui/statistics/sample-badge";
import { targetText } from "./target-text";

/** What the province is asked for, share by share. */
export function ShareTargets({ targets }: { targets: readonly StandingTarget[] }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <dl className="mt-3 grid max-w-prose gap-3">
      {SHARE_TARGET_KINDS.map((kind) => {
        const target = targets.find((one) => one.kind === kind);
        return (
          <div key={kind}>
            <dt>{t(`targets.kind_${kind}`)}</dt>
            <dd className="font-semibold">
              {target ? (
                <>
                  <span className="num">{targetText(kind, target.value, language)}</span>{" "}
                  {target.isSample ? <SampleBadge /> : null}
                </>
              ) : (
                <span className="font-normal text-soft">{t("targets.none")}</span>
              )}
            </dd>
            {target ? (
              <dd className="text-sm text-soft">
                {t("statistics.sourceLine", { source: mark(target.source) })}
              </dd>
            ) : null}
          </div>
        );
      })}
    </dl>
  );
}
