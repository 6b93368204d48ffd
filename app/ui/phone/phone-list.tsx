import { Icon } from "~/ui/households/icon";
import { useT } from "~/ui/site";

type Props = {
  title: string;
  lead: string;
  /** Where nobody's desk was open on this phone. */
  noDesk: string;
  begin: string;
  /** Before the number of what belongs to others. */
  others: string;
  desk: { href: string; text: string };
};

/** Where a page without a line begins: what the phone keeps, and a new one. */
export function PhoneList({ title, lead, noDesk, begin, others, desk }: Props) {
  const t = useT();
  return (
    <template data-name="list">
      <h1 tabIndex={-1} className="text-3xl">
        {title}
      </h1>
      <p className="mt-2 text-lg text-soft">{lead}</p>
      <p data-no-desk="" className="mt-6 text-lg font-semibold">
        {noDesk}
      </p>
      <a href="#new" data-new="" className="button button-main mt-6 min-h-16 w-full text-xl">
        <Icon name="plus" />
        {begin}
      </a>
      <section data-kept-section="" className="mt-8">
        <h2 className="text-xl">{t("phone.keptTitle")}</h2>
        <ul data-rows="" className="mt-2 border-t border-line" />
      </section>
      <p data-others="" hidden className="mt-6 max-w-prose">
        {others} <span data-others-count="" className="num font-semibold" />
      </p>
      <p className="mt-8">
        <a href={desk.href} className="button button-quiet min-h-14 w-full">
          <Icon name="home" />
          {desk.text}
        </a>
      </p>
    </template>
  );
}
