import { isPast } from "~/domain/vouchers/programme-state";
import type { ProgrammeView } from "~/domain/vouchers/types";
import { Fact } from "~/ui/catalog/product-facts";
import { useMark } from "~/ui/in-language";
import { LocalDay, LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { useLanguage, useT } from "~/ui/site";

/** What a programme gives, what it has spent and what it owes. */
export function ProgrammeFacts({ programme }: { programme: ProgrammeView }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { valueVnd, leastVnd, usesMax, usedCount, spentVnd, paidVnd, owesVnd } = programme;
  const money = (amountVnd: number) => <Money amountVnd={amountVnd} language={language} />;
  return (
    <dl className="facts mt-4">
      <Fact term={t("vouchers.factValue")}>{money(valueVnd)}</Fact>
      <Fact term={t("vouchers.factLeast")}>{money(leastVnd)}</Fact>
      <Fact term={t("vouchers.factDays")}>
        <LocalDay date={programme.startsOn} /> – <LocalDay date={programme.endsOn} />
      </Fact>
      <Fact term={t("vouchers.factUses")}>
        <span className="num">
          {programme.state === "proposed" ? usesMax : `${usedCount} / ${usesMax}`}
        </span>
      </Fact>
      <Fact term={t("vouchers.factBudget")}>{money(valueVnd * usesMax)}</Fact>
      {programme.createdByName ? (
        <Fact term={t("vouchers.proposedBy")}>{mark(programme.createdByName, "vi")}</Fact>
      ) : null}
      {programme.agreedByName ? (
        <Fact term={t("vouchers.agreedBy")}>{mark(programme.agreedByName, "vi")}</Fact>
      ) : null}
      {programme.state === "proposed" ? null : (
        <>
          <Fact term={t("vouchers.factSpent")}>{money(spentVnd)}</Fact>
          <Fact term={t("vouchers.factPaid")}>{money(paidVnd)}</Fact>
          <Fact
            term={t(
              owesVnd >= 0
                ? "vouchers.factOwes"
                : isPast(programme)
                  ? "vouchers.factWeOwe"
                  : "vouchers.factAhead",
            )}
          >
            <strong>{money(Math.abs(owesVnd))}</strong>
          </Fact>
        </>
      )}
    </dl>
  );
}

/** The checkouts that used its code, by number alone: who bought is none of a programme's business. */
export function ProgrammeUses({ uses }: Pick<ProgrammeView, "uses">) {
  const t = useT();
  const language = useLanguage();
  if (uses.length === 0) return <p className="text-soft">{t("vouchers.usesNone")}</p>;
  return (
    <ScrollRegion label={t("vouchers.uses")}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("vouchers.useOrder")}</th>
            <th scope="col" className="amount">
              {t("vouchers.useAmount")}
            </th>
            <th scope="col">{t("vouchers.useAt")}</th>
            <th scope="col">{t("vouchers.useState")}</th>
          </tr>
        </thead>
        <tbody>
          {uses.map((use) => (
            <tr key={use.checkoutCode}>
              <th scope="row" className="num">
                {use.checkoutCode}
              </th>
              <td className="num amount">
                <Money amountVnd={use.amountVnd} language={language} />
              </td>
              <td>
                <LocalTime instant={use.takenAt} />
              </td>
              <td>
                {use.givenBackAt === null ? t("vouchers.useStands") : t("vouchers.useGivenBack")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
