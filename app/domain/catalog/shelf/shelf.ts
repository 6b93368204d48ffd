import { CERTIFIED_STARS, type CertifiedStars } from "~/domain/certificates/certificate-levels";
import { present } from "~/platform/invariant";
import type { LocalDate } from "~/platform/period";
import { OCOP_SETS } from "../ocop-sets";
import { PRICE_BANDS, priceBandOf } from "../price-bands";
import { foldedWordsOf, setWordsOf, wordsOf } from "../search-words";
import { isInSeason, type Season } from "../season";
import { Column } from "./column";
import { NameIndex } from "./name-index";
import { SlotList } from "./slot-list";
import { SlotSet } from "./slot-set";
import { WordIndex } from "./word-index";

/** A product on sale, with what it is found, chosen and sorted by. */
export type ShelfRow = {
  /** The product's whole number (`products.search_id`). */
  searchId: number;
  name: string;
  nameEn: string | null;
  householdId: string;
  ocopSet: number;
  priceVnd: number;
  isAvailable: boolean;
  season: Season | null;
  publishedAt: number;
  /** The first day on which it may not be sold any more, as a licence says; null: there is none. */
  soldUntil: LocalDate | null;
  certificate: { stars: CertifiedStars; issuedOn: LocalDate; expiresOn: LocalDate } | null;
};

/** What a place was called before July 2025. */
export type FormerPlace = { name: string; districtName: string; provinceName: string };
export type ShelfCommune = {
  code: string;
  name: string;
  provinceCode: string;
  formerPlaces: readonly FormerPlace[];
};
export type ShelfHousehold = { id: string; slug: string; name: string; communeCode: string };

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/**
 * What is on sale, in memory: each product has a slot, numbered as they were published, and each thing that a
 * list can be chosen by is a set of slots. A slot's words never change (a published product's words cannot); what
 * leaves the shelf only loses its place in `onSale`.
 */
export class Shelf {
  readonly onSale = new SlotSet();
  readonly available = new SlotSet();
  readonly bySet = new Map<number, SlotSet>(OCOP_SETS.map((set) => [set, new SlotSet()]));
  readonly byCommune: SlotSet[];
  readonly byPriceBand = PRICE_BANDS.map(() => new SlotSet());
  /** Folded words: of the product's names, and of these and its kind's, household's and commune's. */
  readonly nameWords = new WordIndex(() => new SlotList());
  readonly allWords = new WordIndex(() => new SlotList());
  /** The names' words as they are written, with their diacritics. */
  readonly writtenWords = new WordIndex(() => new SlotList());

  /** The sellers by the words of their own names. */
  readonly households = new NameIndex<ShelfHousehold>();

  slotCount = 0;
  readonly searchIds: number[] = [];
  readonly sets = new Column();
  readonly communes = new Column();
  readonly priceBands = new Column();
  private readonly months = new Column();
  private readonly publishedAt: number[] = [];
  private readonly certificates: ShelfRow["certificate"][] = [];
  /** Of the few that have one, by slot. */
  private readonly soldUntil = new Map<number, LocalDate>();

  private readonly slotOf = new Map<number, number>();
  private readonly sellers = new Map<string, Seller>();
  private readonly placeOf: Map<string, number>;
  private readonly listsOfSet: Map<number, SlotList[]>;
  private readonly foldedOf = new Map<string, readonly string[]>();
  private day: DaySets | null = null;

  constructor(
    readonly communeList: readonly ShelfCommune[],
    households: readonly ShelfHousehold[],
  ) {
    this.byCommune = communeList.map(() => new SlotSet());
    this.listsOfSet = new Map(OCOP_SETS.map((set) => [set, this.listsOf(setWordsOf(set))]));
    this.placeOf = new Map(communeList.map((commune, i) => [commune.code, i]));
    for (const household of households) this.addHousehold(household);
  }

  addHousehold(household: ShelfHousehold): void {
    const { id, name, communeCode } = household;
    const commune = present(this.placeOf.get(communeCode), "a household in an unknown commune");
    const place = this.communeList[commune];
    const former = (place?.formerPlaces ?? []).flatMap((one) => Object.values(one));
    const words = [name, place?.name ?? "", ...former].join(" ");
    const lists = this.listsOf(foldedWordsOf(words));
    this.sellers.set(id, { commune, lists, own: new SlotList() });
    this.households.add(household, name);
  }

  private listsOf(words: readonly string[]): SlotList[] {
    return [...new Set(words)].map((word) => this.allWords.open(word));
  }

  /** A product of a household that is not known cannot be put. */
  knowsHousehold(householdId: string): boolean {
    return this.sellers.has(householdId);
  }

  /** Whether a household has something on sale; one that may not sell has nothing. */
  isSelling(householdId: string): boolean {
    return (this.sellers.get(householdId)?.own.countIn(this.onSale) ?? 0) > 0;
  }

  /** Whether a product can take its place: a slot of its own, or one after all that were published before it. */
  mayPut({ searchId, publishedAt }: ShelfRow): boolean {
    const known = this.slotOf.get(searchId);
    if (known !== undefined && this.publishedAt[known] === publishedAt) return true;
    return publishedAt >= (this.publishedAt.at(-1) ?? 0);
  }

  /** Whether most slots are of products that are still on sale. */
  get isCompact(): boolean {
    return this.slotCount <= this.onSale.size * 2 + 1_000;
  }

  /** Does beforehand what the first search would otherwise wait for. */
  settle(): void {
    for (const index of [this.nameWords, this.allWords, this.writtenWords]) index.settle();
  }

  /** Puts a product on sale, or changes what may change of one that is. */
  put(row: ShelfRow): void {
    const known = this.slotOf.get(row.searchId);
    const isSamePublication = known !== undefined && this.publishedAt[known] === row.publishedAt;
    if (known !== undefined && !isSamePublication) this.remove(row.searchId);
    const slot = isSamePublication ? known : this.openSlot(row);
    this.onSale.add(slot);
    if (row.isAvailable) this.available.add(slot);
    else this.available.delete(slot);
    this.byPriceBand[this.priceBands.get(slot)]?.delete(slot);
    this.priceBands.set(slot, priceBandOf(row.priceVnd));
    this.byPriceBand[this.priceBands.get(slot)]?.add(slot);
    this.months.set(slot, row.season ? monthsOf(row.season) : 0);
    this.certificates[slot] = row.certificate;
    if (row.soldUntil === null) this.soldUntil.delete(slot);
    else this.soldUntil.set(slot, row.soldUntil);
    if (this.day) this.noteDay(slot, this.day);
  }

  remove(searchId: number): void {
    const slot = this.slotOf.get(searchId);
    if (slot === undefined) return;
    this.onSale.delete(slot);
    this.soldUntil.delete(slot);
  }

  /** What is in season, and what has stars, on a day; what may be sold no longer leaves `onSale`. */
  on(today: LocalDate): DaySets {
    if (this.day?.today === today) return this.day;
    const day = {
      today,
      inSeason: new SlotSet(this.slotCount),
      byStars: new Map(CERTIFIED_STARS.map((stars) => [stars, new SlotSet(this.slotCount)])),
    };
    for (let slot = 0; slot < this.slotCount; slot += 1) this.noteDay(slot, day);
    this.day = day;
    return day;
  }

  private noteDay(slot: number, { today, inSeason, byStars }: DaySets): void {
    const soldUntil = this.soldUntil.get(slot);
    if (soldUntil !== undefined && soldUntil <= today) this.onSale.delete(slot);
    else if (soldUntil !== undefined) this.onSale.add(slot);
    const month = 1 << Number(today.slice(5, 7));
    if ((this.months.get(slot) & month) !== 0) inSeason.add(slot);
    else inSeason.delete(slot);
    const certificate = this.certificates[slot] ?? null;
    for (const [stars, slots] of byStars) {
      const isValid =
        certificate?.stars === stars &&
        certificate.issuedOn <= today &&
        certificate.expiresOn > today;
      if (isValid) slots.add(slot);
      else slots.delete(slot);
    }
  }

  private openSlot(row: ShelfRow): number {
    const slot = this.slotCount;
    this.slotCount += 1;
    const seller = present(this.sellers.get(row.householdId), "a product of an unknown household");
    this.slotOf.set(row.searchId, slot);
    this.searchIds.push(row.searchId);
    this.sets.set(slot, row.ocopSet);
    this.communes.set(slot, seller.commune);
    this.publishedAt.push(row.publishedAt);
    this.certificates.push(null);
    this.bySet.get(row.ocopSet)?.add(slot);
    this.byCommune[seller.commune]?.add(slot);
    seller.own.push(slot);
    for (const list of seller.lists) list.push(slot);
    for (const list of this.listsOfSet.get(row.ocopSet) ?? []) list.push(slot);
    for (const name of [row.name, row.nameEn ?? ""]) {
      for (const word of wordsOf(name)) {
        this.writtenWords.open(word).push(slot);
        for (const folded of this.foldWord(word)) {
          this.nameWords.open(folded).push(slot);
          this.allWords.open(folded).push(slot);
        }
      }
    }
    return slot;
  }

  private foldWord(word: string): readonly string[] {
    const known = this.foldedOf.get(word);
    if (known) return known;
    const folded = foldedWordsOf(word);
    this.foldedOf.set(word, folded);
    return folded;
  }
}

export type DaySets = {
  today: LocalDate;
  inSeason: SlotSet;
  byStars: Map<CertifiedStars, SlotSet>;
};

/** A household's commune, the lists of the words that its products are found by, and these products. */
type Seller = { commune: number; lists: SlotList[]; own: SlotList };

/** One bit a month. */
function monthsOf(season: Season): number {
  const bits = MONTHS.filter((month) =>
    isInSeason(season, `2000-${String(month).padStart(2, "0")}-01`),
  );
  return bits.reduce((sum, month) => sum | (1 << month), 0);
}
