import type { ContractView } from "~/domain/contracts/types";
import { formatPhone } from "~/domain/identity/phone";
import { formatInteger, formatVnd } from "~/platform/money";
import { formatDate, formatInstant } from "~/platform/period";
import { Fact } from "~/ui/catalog/product-facts";
import { useBilingual, useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { ContractStatusMark } from "./contract-status-mark";
import { ContractTermsList } from "./contract-terms-list";

/** A contract as everybody reads it: how it stands, who the two are, and what of. */
export function ContractCase({ contract }: { contract: ContractView }) {
  const t = useT();
  const { status, clockAt } = contract;
  return (
    <>
      <p className="mt-2 flex flex-wrap items-center gap-3">
        <ContractStatusMark status={status} />
        {contract.isSample ? <span className="text-soft">{t("contracts.sample")}</span> : null}
      </p>
      {clockAt !== null && (status === "requested" || status === "offered") ? (
        <p className="mt-2 text-soft">
          {t(`contracts.until_${status}`, { time: formatInstant(clockAt) })}
        </p>
      ) : null}
      {contract.version === null ? (
        <Asked contract={contract} />
      ) : (
        <ContractTermsList version={contract.version} progress={contract.progress} />
      )}
      <Parties contract={contract} />
    </>
  );
}

function Asked({ contract }: { contract: ContractView }) {
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
  return (
    <section className="mt-6" aria-labelledby="goods">
      <h2 id="goods" className="text-xl">
        {t("contracts.goodsAsked")}
      </h2>
      <ul className="mt-2 border-t border-line">
        {contract.asks.map((ask) => (
          <li key={ask.productId} className="border-b border-line py-3">
            <span className="block font-semibold">
              {bilingual(ask.productName, ask.productNameEn)}
            </span>
            <span className="block text-soft">
              {bilingual(ask.packLabel, ask.packLabelEn)} ·{" "}
              {t("contracts.packsAsked", { packs: formatInteger(ask.packCount, language) })} ·{" "}
              {ask.isOnSale
                ? t("contracts.askShopPrice", { price: formatVnd(ask.shopPriceVnd, language) })
                : t("contracts.notOnSale")}
            </span>
          </li>
        ))}
      </ul>
      {contract.wishedBy === null ? null : (
        <p className="mt-2">
          {t("contracts.wishedBy")}: <strong>{formatDate(contract.wishedBy)}</strong>
        </p>
      )}
    </section>
  );
}

function Parties({ contract }: { contract: ContractView }) {
  const t = useT();
  const mark = useMark();
  const { representative, representativeTitle } = contract;
  return (
    <section className="mt-6" aria-labelledby="parties">
      <h2 id="parties" className="text-xl">
        {t("contracts.parties")}
      </h2>
      <dl className="facts">
        <Fact term={t("contracts.seller")}>
          {contract.householdName} · {contract.householdContact}
          <PhoneLink phone={contract.householdPhone} />
        </Fact>
        <Fact term={t("contracts.buyer")}>
          {contract.buyerName}
          {contract.buyerTaxCode === ""
            ? null
            : ` · ${t("contracts.taxCode")} ${contract.buyerTaxCode}`}
        </Fact>
        <Fact term={t("contracts.representative")}>
          {representative}
          {representativeTitle === "" ? null : `, ${representativeTitle}`}
          <PhoneLink phone={contract.buyerPhone} />
        </Fact>
        <Fact term={t("contracts.address")}>{mark(contract.buyerAddress, "vi")}</Fact>
      </dl>
    </section>
  );
}

function PhoneLink({ phone }: { phone: string }) {
  return (
    <a className="num flex min-h-12 w-fit items-center" href={`tel:${phone}`}>
      {formatPhone(phone)}
    </a>
  );
}
