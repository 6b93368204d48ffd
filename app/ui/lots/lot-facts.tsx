import type { LotPage } from "~/domain/catalog/types-lot";
import { formatPhone } from "~/domain/identity/phone";
import { formatDate, formatInstant } from "~/platform/period";
import { CardPicture } from "~/ui/catalog/product-picture";
import { Fact, SampleMark } from "~/ui/catalog/product-facts";
import { StarSeal } from "~/ui/catalog/star-seal";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What a label must lead to (Circular 02/2024/TT-BKHCN): product, maker and place, time, code, expiry. */
export function LotFacts({ lot }: { lot: LotPage }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { product, household } = lot;
  const name = mark(product.name, product.nameLanguage);
  return (
    <section className="mt-8 grid gap-x-12 gap-y-6 md:grid-cols-[20rem_1fr]">
      <div className="max-w-80">
        <CardPicture
          photo={product.photo}
          ocopSet={product.ocopSet}
          slug={product.slug ?? ""}
          lazy={undefined}
        />
      </div>
      <div>
        <h2 className="text-xl">{t("lots.facts")}</h2>
        <dl className="facts mt-2">
          <Fact term={t("lots.factProduct")}>
            {product.slug === null ? (
              name
            ) : (
              <a href={paths.product(language, product.slug)}>{name}</a>
            )}
          </Fact>
          <Fact term={t("lots.factPack")}>
            {mark(product.packLabel, product.packLabelLanguage)}
          </Fact>
          <Fact term={t("lots.factMaker")}>
            {household.slug === null ? (
              household.name
            ) : (
              <a href={paths.household(language, household.slug)}>{household.name}</a>
            )}
          </Fact>
          <Fact term={t("lots.factPlace")}>
            {`${household.communeName}, ${household.provinceName}`}
          </Fact>
          <Fact term={t("lots.factPhone")}>
            <a href={`tel:${household.phone}`}>{formatPhone(household.phone)}</a>
          </Fact>
          <Fact term={t("lots.lotNumber")}>
            <span className="num">{lot.code}</span>
          </Fact>
          <Fact term={t("lots.factMadeOn")}>
            <LocalDay date={lot.madeOn} />
          </Fact>
          <Fact term={t("lots.factExpiresOn")}>
            {lot.expiresOn ? <LocalDay date={lot.expiresOn} /> : t("lots.noExpiry")}
          </Fact>
        </dl>
      </div>
    </section>
  );
}

/** The stars that the product had when the lot was made, and what became of them. */
export function LotCertificate({ lot }: { lot: LotPage }) {
  const t = useT();
  const mark = useMark();
  const { certificate } = lot;
  if (!certificate) return null;
  const { revokedOn, isValidNow } = certificate;
  const standing = isValidNow ? t("lots.certificateValidNow") : t("lots.certificateEnded");
  return (
    <section className="mt-10">
      <h2 className="flex flex-wrap items-center gap-3 text-xl">
        {t("lots.certificate")}
        {isValidNow ? <StarSeal stars={certificate.stars} /> : null}
        {certificate.isSample ? <SampleMark /> : null}
      </h2>
      <p className="text-soft">{t("lots.certificateText")}</p>
      <dl className="facts mt-2">
        {isValidNow ? null : (
          <Fact term={t("certificates.starsTerm")}>
            {t("certificates.stars", { stars: certificate.stars })}
          </Fact>
        )}
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
        <Fact term={t("lots.certificateStanding")}>
          {revokedOn === null
            ? standing
            : t("lots.certificateRevoked", { date: formatDate(revokedOn) })}
        </Fact>
      </dl>
    </section>
  );
}

/** Recalls that have ended, each with its end; the one that stands is said on top of the page. */
export function LotHistory({ events, state }: Pick<LotPage, "events" | "state">) {
  const t = useT();
  const mark = useMark();
  const past = state === "recalled" ? events.slice(1) : events;
  if (past.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="text-xl">{t("lots.history")}</h2>
      <ul className="mt-2">
        {past.map((event) => {
          const values = { time: formatInstant(event.occurredAt), reason: mark(event.reason) };
          return (
            <li key={event.occurredAt} className="border-b border-line py-2">
              {event.kind === "recalled"
                ? t("lots.eventRecalled", values)
                : t("lots.eventLifted", values)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
