import type { CollectionWords } from "~/domain/catalog/types-collection";
import type { ComputedKey } from "~/domain/catalog/computed-collections";
import type { Translate } from "~/web/i18n";

type Described =
  { words: CollectionWords; computed: null } | { words: null; computed: ComputedKey };

/** What a collection is called and says, whether the department wrote it or it follows from a rule. */
export function collectionWords(t: Translate, collection: Described): CollectionWords {
  if (collection.words) return collection.words;
  const key = collection.computed;
  return {
    name: t(`collections.name_${key}`),
    intro: t(`collections.intro_${key}`),
    criterion: t(`collections.criterion_${key}`),
  };
}
