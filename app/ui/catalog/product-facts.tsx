import type { ReactNode } from "react";
import { isAlcohol, isFresh } from "~/domain/catalog/ocop-sets";
import type { CertificateFacts, LotFacts, ProductPage } from "~/domain/catalog/types";
import { formatPhone } from "~/domain/identity/phone";
import type { ShippingZone } from "~/domain/fulfilment/shipping-zones";
import { formatVnd } from "~/platform/money";
import type { LocalDate } from "~/platform/period";
import { ShippingFacts } from "~/ui/fulfilment/shipping-facts";
import { useMark } from "~/ui/in-language";
import { RETURN_TERMS } from "~/ui/returns/return-terms";
import { LocalDay } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { setName } from "./set-names";
import { StarSeal } from "./star-seal";

/** The proof behind the stars. */
export function CertificateSection({ certificate }: { certificate: CertificateFacts }) {
  const t = useT();
  const mark = useMark();
  return (
    <section id="certificate" className="mt-10">
      <h2 className="flex flex-wrap items-center gap-3 text-xl">
        {t("certificates.title")}
        <StarSeal stars={certificate.stars} />
        {certificate.isSample ? <SampleMark /> : null}
      </h2>
      <dl className="facts mt-2">
        <Fact term={t("certificates.decision")}>{mark(certificate.decisionNumber, "vi")}</Fact>
        <Fact term={t("certificates.issuer")}>{mark(certificate.issuerName, "vi")}</Fact>
        <Fact term={t("certificates.issuedOn")}>
          <LocalDay date={certificate.issuedOn} />
        </Fact>
        <Fact term={t("certificates.validUntil")}>
          <LocalDay date={certificate.expiresOn} />
        </Fact>
        {certificate.ocopCode === null ? null : (
          <Fact term={t("certificates.code")}>
            <span className="num">{certificate.ocopCode}</span>
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** What the consumer law wants said before a distance sale (Law 19/2023, Art. 37). */
export function SaleFacts(props: {
  product: ProductPage;
  /** What one pack costs to send; null for what does not travel. */
  shippingVnd: Record<ShippingZone, number> | null;
  nextShipOn: LocalDate | null;
}) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { product, shippingVnd, nextShipOn } = props;
  const { seller } = product;
  // Only fresh kinds may go less far than anywhere.
  const freshReach = isFresh(product.ocopSet) ? seller.shippingRules.freshReach : "anywhere";
  const money = (amount: number) => formatVnd(amount, language);
  return (
    <section className="mt-10">
      <h2 className="text-xl">{t("catalog.saleFacts")}</h2>
      <dl className="facts mt-2">
        <Fact term={t("catalog.seller")}>
          <a href={paths.household(language, seller.slug)}>{seller.name}</a>
          {seller.isSample ? <SampleMark /> : null}
        </Fact>
        <Fact term={t("catalog.sellerPhone")}>
          <a href={`tel:${seller.phone}`}>{formatPhone(seller.phone)}</a>
        </Fact>
        <Fact term={t("catalog.origin")}>{`${seller.communeName}, ${seller.provinceName}`}</Fact>
        <Fact term={t("catalog.kind")}>{setName(t, product.ocopSet)}</Fact>
        <Fact term={t("catalog.pack")}>{mark(product.packLabel, product.packLabelLanguage)}</Fact>
        <Fact term={t("catalog.shipping")}>
          {shippingVnd === null ? (
            t("catalog.serviceNotShipped")
          ) : (
            <>
              {t(`shipping.costText_${freshReach}`, {
                inProvince: money(shippingVnd.in_province),
                near: money(shippingVnd.near),
                elsewhere: money(shippingVnd.elsewhere),
              })}{" "}
              <a href={paths.shipping(language)} className="underline">
                {t("shipping.tariffLink")}
              </a>
            </>
          )}
        </Fact>
        {shippingVnd === null ? null : (
          <ShippingFacts rules={{ ...seller.shippingRules, freshReach }} nextShipOn={nextShipOn} />
        )}
        <Fact term={t("catalog.payment")}>
          {isAlcohol(product.ocopSet) ? t("catalog.paymentCashless") : t("catalog.paymentText")}
        </Fact>
        <Fact term={t("catalog.returns")}>{t("catalog.returnsText", RETURN_TERMS)}</Fact>
      </dl>
    </section>
  );
}

/** Harvest or production batches in stock. */
export function LotSection({ lots }: { lots: readonly LotFacts[] }) {
  const t = useT();
  const language = useLanguage();
  if (lots.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="text-xl">{t("catalog.lots")}</h2>
      <p className="text-soft">{t("catalog.lotsText")}</p>
      <table className="table mt-2">
        <thead>
          <tr>
            <th scope="col">{t("catalog.lotCode")}</th>
            <th scope="col">{t("catalog.madeOn")}</th>
            <th scope="col">{t("catalog.expiresOn")}</th>
          </tr>
        </thead>
        <tbody>
          {lots.map((lot) => (
            <tr key={lot.code}>
              <td>
                <a
                  href={paths.lot(language, lot.code)}
                  className="num inline-flex min-h-12 items-center"
                >
                  {lot.code}
                </a>
              </td>
              <td>
                <LocalDay date={lot.madeOn} />
              </td>
              <td>{lot.expiresOn ? <LocalDay date={lot.expiresOn} /> : t("catalog.keepsWell")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Fact(props: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

export function SampleMark() {
  const t = useT();
  return (
    <span className="ml-2 rounded-sm bg-honey-tint px-2 py-0.5 text-sm font-normal text-ink">
      {t("common.sample")}
    </span>
  );
}
