import { useForm } from "@conform-to/react";
import { FileForm } from "~/ui/file-form";
import { FormErrors } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";

/** Chooses a file of boundaries; what it would draw is shown before a map changes. */
export function MapUploadForm({ reply }: { reply: MutationReply | undefined }) {
  const t = useT();
  return (
    <section className="mt-10 border-t border-line pt-6">
      <h2 className="text-2xl">{t("maps.uploadTitle")}</h2>
      <FileForm
        id="boundaries"
        action={paths.communeMap()}
        reply={reply}
        label={t("maps.uploadLabel")}
        hint={t("maps.uploadHint")}
        accept=".geojson,.json,application/geo+json,application/json"
        button={t("maps.uploadButton")}
      />
    </section>
  );
}

/** Somebody's yes to boundaries that they have looked at. */
export function MapChoiceForm(props: {
  shapesId: string;
  seen: number;
  isInUse: boolean;
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { shapesId, seen, isInUse, reply } = props;
  const [form] = useForm({ id: "choice", lastResult: reply?.submission ?? null });
  return (
    <form method="post" action={paths.communeMapFile(shapesId)} className="mt-8 max-w-prose">
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name="seen" value={seen} />
      <p className="flex flex-wrap gap-3">
        {isInUse ? null : <button className="button button-main">{t("maps.use")}</button>}
        <a className="button button-quiet" href={paths.communeMap()}>
          {t("maps.anotherFile")}
        </a>
      </p>
    </form>
  );
}

/** Back to one square for each commune; refused, it is here again with the map that is in use then. */
export function SquaresForm({ seen }: { seen: number }) {
  const t = useT();
  return (
    <section className="mt-10 border-t border-line pt-6">
      <h2 className="text-2xl">{t("maps.backTitle")}</h2>
      <p className="mt-1 max-w-prose text-soft">{t("maps.backText")}</p>
      <form method="post" action={paths.communeMap()} className="mt-4">
        <input type="hidden" name="map" value="squares" />
        <input type="hidden" name="seen" value={seen} />
        <button className="button button-quiet">{t("maps.back")}</button>
      </form>
    </section>
  );
}
