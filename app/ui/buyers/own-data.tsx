import type { ReactElement } from "react";
import type { PersonData, PurchaseData } from "~/domain/buyers/types-export";
import { formatPhone } from "~/domain/identity/phone";
import { formatInstant, instantOfIso } from "~/platform/period";
import { Fact } from "~/ui/catalog/product-facts";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Of a long list the page shows the latest; the file has all. */
const SHOWN_MAX = 100;

/** Everything that is known of a person, to be read. @param props.keys of the pages of their orders, by code */
export function OwnDataSections(props: { data: PersonData; keys: Record<string, string> }) {
  const t = useT();
  const language = useLanguage();
  const { data, keys } = props;
  return (
    <>
      <AccountFacts account={data.account} />
      <Listed
        title={t("account.dataAddresses", { count: data.addresses.length })}
        items={data.addresses.map((one, i) => (
          <AddressText key={i} address={one} />
        ))}
      />
      <Listed
        title={t("account.dataWishes", { count: data.savedProducts.length })}
        items={data.savedProducts.map(({ product, savedAt }) => (
          <p key={product}>
            <a className="underline" href={paths.product(language, product)}>
              {product}
            </a>{" "}
            · <LocalTime instant={instantOfIso(savedAt)} />
          </p>
        ))}
      />
      <Listed
        title={t("account.dataPurchases", { count: data.purchases.length })}
        items={data.purchases.toReversed().map((one) => (
          <PurchaseText key={one.code} purchase={one} orderKey={keys[one.code] ?? ""} />
        ))}
      />
      <Listed
        title={t("account.dataPreorders", { count: data.preorders.length })}
        items={data.preorders.toReversed().map((one) => (
          <p key={one.code}>
            <span className="num font-semibold">{one.code}</span> · {one.product} × {one.packCount}{" "}
            · {one.buyerName}, <span className="num">{formatPhone(one.buyerPhone)}</span>
          </p>
        ))}
      />
      <Listed
        title={t("account.dataContracts", { count: data.contracts.length })}
        items={data.contracts.toReversed().map((one) => (
          <p key={one.code}>
            <span className="num font-semibold">{one.code}</span> · {one.buyerName},{" "}
            {one.representative}, <span className="num">{formatPhone(one.buyerPhone)}</span> ·{" "}
            {t(`contracts.status_${one.status}`)}
          </p>
        ))}
      />
      <Listed
        title={t("account.dataPosts", { count: data.posts.length })}
        items={data.posts.toReversed().map((post, i) => (
          <PostText key={i} post={post} />
        ))}
      />
      <ToldSections data={data} />
    </>
  );
}

/** What they were told of and where, and where they are signed in. */
function ToldSections({ data }: { data: PersonData }) {
  const t = useT();
  return (
    <>
      <Listed
        title={t("account.dataNotices", { count: data.notices.length })}
        items={data.notices.toReversed().map(({ kind, createdAt, channel }, i) => (
          <p key={i}>
            {t(`notices.kind_${kind}`)} · <LocalTime instant={instantOfIso(createdAt)} />
            {channel === null ? null : ` · ${t(`notices.channel_${channel}`)}`}
          </p>
        ))}
      />
      <Listed
        title={t("account.dataBrowsers", { count: data.toldBrowsers.length })}
        items={data.toldBrowsers.map(({ service, since }, i) => (
          <p key={i}>
            {service} · <LocalTime instant={instantOfIso(since)} />
          </p>
        ))}
      />
      <Listed
        title={t("account.dataSessions", { count: data.sessions.length })}
        items={data.sessions.map(({ endsAt }, i) => (
          <p key={i}>
            {t("account.dataSessionEnds", { time: formatInstant(instantOfIso(endsAt)) })}
          </p>
        ))}
      />
      <Listed
        title={t("account.dataPhones", { count: data.phoneChanges.length })}
        items={data.phoneChanges.map(({ from, to, changedAt }, i) => (
          <p key={i} className="num">
            <LocalTime instant={instantOfIso(changedAt)} />
            {from === "" ? null : ` · ${formatPhone(from)}`} → •••• {to}
          </p>
        ))}
      />
    </>
  );
}

function Listed({ title, items }: { title: string; items: readonly ReactElement[] }) {
  const t = useT();
  const moreCount = items.length - SHOWN_MAX;
  return (
    <section className="mt-8">
      <h2 className="text-xl">{title}</h2>
      {items.length === 0 ? <p className="mt-1 text-soft">{t("account.dataNothing")}</p> : null}
      <ul className="mt-2">
        {items.slice(0, SHOWN_MAX).map((item) => (
          <li key={item.key} className="border-t border-line py-2">
            {item}
          </li>
        ))}
      </ul>
      {moreCount > 0 ? <p>{t("account.dataMore", { count: moreCount })}</p> : null}
    </section>
  );
}

function AccountFacts({ account }: { account: PersonData["account"] }) {
  const t = useT();
  const mark = useMark();
  if (!account) return null;
  return (
    <section className="mt-8">
      <h2 className="text-xl">{t("account.dataAccount")}</h2>
      <dl className="facts mt-2">
        <Fact term={t("identity.fullName")}>{mark(account.fullName, "vi")}</Fact>
        <Fact term={t("identity.phone")}>{formatPhone(account.phone)}</Fact>
        <Fact term={t("account.dataLanguage")}>{t(`common.languageName_${account.language}`)}</Fact>
        {account.email === null ? null : <Fact term={t("account.dataEmail")}>{account.email}</Fact>}
        <Fact term={t("account.dataOpened")}>
          <LocalTime instant={instantOfIso(account.openedAt)} />
        </Fact>
      </dl>
    </section>
  );
}

function AddressText({ address }: { address: PersonData["addresses"][number] }) {
  const mark = useMark();
  return (
    <p>
      {mark(address.fullName, "vi")}, <span className="num">{formatPhone(address.phone)}</span>
      <br />
      {mark(`${address.addressLine}, ${address.place}`, "vi")}
    </p>
  );
}

function PurchaseText(props: { purchase: PurchaseData; orderKey: string }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { code, buyerName, buyerPhone, addressLine, placedAt, totalVnd } = props.purchase;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4">
        <a
          className="num inline-flex min-h-12 items-center font-semibold"
          href={paths.order(language, code, props.orderKey)}
        >
          {code}
        </a>
        <Money amountVnd={totalVnd} language={language} />
        <LocalTime instant={instantOfIso(placedAt)} />
      </p>
      <p className="text-soft">
        {t("account.dataReceiver", {
          name: mark(buyerName, "vi"),
          phone: formatPhone(buyerPhone),
          place: mark(addressLine, "vi"),
        })}
      </p>
    </>
  );
}

function PostText({ post }: { post: PersonData["posts"][number] }) {
  const mark = useMark();
  return (
    <>
      {post.stars === null ? null : <p>{post.stars} ★</p>}
      <p className="whitespace-pre-line">{mark(post.text)}</p>
      <p className="text-sm text-soft">
        {post.shownName} <LocalTime instant={instantOfIso(post.writtenAt)} />
      </p>
    </>
  );
}
