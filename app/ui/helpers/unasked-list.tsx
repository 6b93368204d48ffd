import { formatPhone } from "~/domain/identity/phone";
import type { RegisteredHousehold } from "~/domain/households/types";
import { Icon } from "~/ui/households/icon";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

/** Households that an agent has registered and has to ask yet; `renewal` leads there. */
export function UnaskedList(props: {
  households: readonly (RegisteredHousehold & { renewal: string })[];
}) {
  const t = useT();
  const mark = useMark();
  if (props.households.length === 0) return null;
  return (
    <section aria-labelledby="unasked" className="mt-8">
      <h2 id="unasked" className="text-xl">
        {t("helpers.agentUnasked")}
      </h2>
      <ul className="mt-2 border-t border-line">
        {props.households.map(({ id, name, phone, communeName, status, renewal }) => (
          <li key={id} className="border-b border-line py-4">
            <p className="text-lg font-semibold">{mark(name, "vi")}</p>
            <p className="text-soft">
              {mark(communeName, "vi")} · {t(`households.householdStatus_${status}`)}
            </p>
            <div className="mt-2 grid gap-2 sm:grid-cols-2">
              <a className="button button-main" href={renewal}>
                {t("helpers.agentAsk")}
              </a>
              <a className="button button-quiet" href={`tel:${phone}`}>
                <Icon name="phone" />
                <span className="num">
                  {t("households.buyerCall", { phone: formatPhone(phone) })}
                </span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
