import type { WithholdingRow } from "~/domain/settlement/types-tax";
import { formatDate } from "~/platform/period";
import { StatusMark } from "~/ui/households/icon";
import { useT } from "~/ui/site";
import { TaxChangeMoves } from "./tax-change-moves";
import { TAX_MARKS } from "./tax-marks";

/** Who asked to switch withholding on or off, and who agreed; a second person can, whoever reads it is `userId`. */
export function WithholdingList(props: { switches: readonly WithholdingRow[]; userId: string }) {
  const t = useT();
  if (props.switches.length === 0) return <p className="mt-2">{t("tax.switchesEmpty")}</p>;
  return (
    <ul className="mt-2 border-t border-line">
      {props.switches.map((one) => (
        <Switch key={one.id} one={one} userId={props.userId} />
      ))}
    </ul>
  );
}

function Switch({ one, userId }: { one: WithholdingRow; userId: string }) {
  const t = useT();
  const date = formatDate(one.effectiveOn);
  const what = one.isOn ? t("tax.switchOn", { date }) : t("tax.switchOff", { date });
  return (
    <li className="border-b border-line py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong className="num">{what}</strong>
        <StatusMark {...TAX_MARKS[one.state]} text={t(`tax.state_${one.state}`)} />
      </p>
      <p className="text-soft">
        {t("tax.proposedBy", { name: one.enteredByName ?? "", note: one.note })}{" "}
        {one.agreedByName === null ? null : t("tax.agreedBy", { name: one.agreedByName })}
      </p>
      <TaxChangeMoves kind="withholding" change={one} userId={userId} what={what} />
    </li>
  );
}
