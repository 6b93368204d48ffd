import { findProvince, listCommunes } from "~/domain/places/queries.server";
import { settings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import { codesAnswerOf } from "~/ui/opendata/code-names";
import { openAnswer, refuseMethod } from "~/web/data-api.server";
import { translatorFor } from "~/web/i18n";

/** Every code of the files and the API, with its names. */
export async function loader() {
  const { PROVINCE } = settings();
  const province = present(await findProvince(PROVINCE), "the server refuses a foreign province");
  const languages = { vi: translatorFor("vi"), en: translatorFor("en") };
  return openAnswer(codesAnswerOf(languages, { province, communes: await listCommunes(PROVINCE) }));
}

export const action = refuseMethod;
