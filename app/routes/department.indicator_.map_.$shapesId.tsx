import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chooseCommuneMap } from "~/domain/flows/choose-commune-map.server";
import { mapChoiceForm } from "~/domain/places/forms-maps";
import { findShapes, measureShapes, readMapChoice } from "~/domain/places/queries-maps.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ShapesFacts, ShapesPicture } from "~/ui/department/map-facts";
import { MapChoiceForm } from "~/ui/department/map-forms";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { boundariesSize } from "~/ui/statistics/commune-map";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { answerForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("maps.previewTitle"));

/** What a file of boundaries would draw, before it is taken into use. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "commune_map.choose");
  const { shapes, ...kept } = orNotFound(await findShapes(args.params["shapesId"] ?? ""));
  const choice = await readMapChoice();
  return {
    kept,
    measured: { ...(await measureShapes(shapes)), size: boundariesSize(shapes) },
    seen: choice?.place ?? 0,
    isInUse: choice?.kept?.id === kept.id,
  };
}

/** Takes these boundaries into use. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "commune_map.choose");
  const { id } = orNotFound(await findShapes(args.params["shapesId"] ?? ""));
  return answerForm(args.request, mapChoiceForm, {
    act: ({ seen }) => chooseCommuneMap(actor, { shapesId: id, seen }),
    next: () => paths.communeMap({ done: 1 }),
  });
}

export default function BoundariesPage() {
  const { kept, measured, seen, isInUse } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.communeMap()} text={t("maps.title")} />
      <h1 className="text-3xl">{t("maps.previewTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">
        {t(isInUse ? "maps.alreadyInUse" : "maps.previewText")}
      </p>
      <ShapesPicture kept={kept} {...measured} />
      <ShapesFacts kept={kept} measured={measured} />
      <MapChoiceForm shapesId={kept.id} seen={seen} isInUse={isInUse} reply={reply} />
    </>
  );
}
