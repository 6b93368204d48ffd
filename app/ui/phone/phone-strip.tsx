import { Icon } from "~/ui/households/icon";
import { useT } from "~/ui/site";

type Props = {
  /** That it has just sent some, and where they are now. */
  sent: { text: string; href: string };
  /** That it still keeps some, how many its script says, and where they are. */
  kept: { text: string; href: string };
};

/** On top of a desk's pages: what this phone has just sent, and what it still keeps; filled in by its script. */
export function PhoneStrip({ sent, kept }: Props) {
  const t = useT();
  return (
    <>
      <output
        data-sent=""
        hidden
        className="my-4 block rounded border-l-4 border-leaf bg-leaf-tint px-4 py-3"
      >
        <span className="font-semibold">{sent.text}</span>{" "}
        <a href={sent.href} className="inline-flex min-h-12 items-center">
          {t("phone.look")}
        </a>
      </output>
      <p data-kept="" hidden className="my-4 rounded border-l-4 border-honey bg-raised px-4 py-1">
        <a href={kept.href} className="inline-flex min-h-12 items-center gap-2 font-semibold">
          <Icon name="clock" />
          <span>
            {kept.text} <span data-count="" className="num" />
          </span>
        </a>
      </p>
    </>
  );
}
