import { isPast } from "~/domain/vouchers/programme-state";
import type { ProgrammeLine } from "~/domain/vouchers/types";
import { formatVnd } from "~/platform/money";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ProgrammeStateMark } from "./programme-state-mark";

/** The voucher programmes, each with how it stands and what it owes. */
export function ProgrammeRows({ programmes }: { programmes: readonly ProgrammeLine[] }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const money = (amountVnd: number) => formatVnd(amountVnd, language);
  return (
    <ul className="mt-4 border-t border-line">
      {programmes.map((one) => (
        <li
          key={one.code}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-4"
        >
          <div>
            <h2 className="text-lg">
              <a
                href={paths.voucherProgramme(one.code)}
                className="inline-flex min-h-12 items-center gap-2"
              >
                <span className="num">{one.code}</span> {mark(one.name, "vi")}
              </a>
              {one.isSample ? <SampleMark /> : null}
            </h2>
            <p className="num">
              {t("vouchers.line", {
                value: money(one.valueVnd),
                used: one.usedCount,
                max: one.usesMax,
              })}
            </p>
            <p className="text-soft">
              <LocalDay date={one.startsOn} /> – <LocalDay date={one.endsOn} />
            </p>
            {one.owesVnd === 0 ? null : (
              <p className="num font-medium">
                {t(
                  one.owesVnd > 0
                    ? "vouchers.owes"
                    : isPast(one)
                      ? "vouchers.weOwe"
                      : "vouchers.ahead",
                  {
                    amount: money(Math.abs(one.owesVnd)),
                  },
                )}
              </p>
            )}
          </div>
          <ProgrammeStateMark state={one.state} />
        </li>
      ))}
    </ul>
  );
}
