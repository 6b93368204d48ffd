import { useForm } from "@conform-to/react";
import { FormErrors, TextField } from "~/ui/primitives/form";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

type Found = { slug: string; name: string; communeName: string; href: string };

/** By phone: a household that an agent stands before can say it; the way on where it is not here yet. */
export function HelpedSearch(props: { reply: MutationReply | undefined; found: readonly Found[] }) {
  const t = useT();
  const mark = useMark();
  const [form, fields] = useForm<Record<"phone", string>>({
    id: "helped",
    lastResult: props.reply?.submission ?? null,
  });
  return (
    <>
      <form method="post" action={paths.helpedSearch()} id={form.id} noValidate>
        <FormErrors form={form} failure={props.reply?.failure} />
        <TextField
          field={fields.phone}
          label={t("helpers.findPhone")}
          hint={t("helpers.findHint")}
          type="tel"
          inputMode="tel"
          autoComplete="off"
        />
        <button className="button button-main w-full">{t("helpers.findSubmit")}</button>
      </form>
      <ul className="mt-4">
        {props.found.map(({ slug, name, communeName, href }) => (
          <li key={slug} className="mt-2">
            <a className="button button-quiet w-full" href={href}>
              {mark(name, "vi")} · {mark(communeName, "vi")}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <a className="inline-flex min-h-12 items-center" href={paths.newHelpedHousehold()}>
          {t("helpers.findNone")}
        </a>
      </p>
    </>
  );
}
