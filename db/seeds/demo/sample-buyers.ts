import { zoneOf, type ShippingZone } from "../../../app/domain/fulfilment/shipping-zones";
import { present } from "../../../app/platform/invariant";
import { inventAddress, inventName } from "./names";
import { createRandom } from "./random";
import { nearProvincesOf, provinceCodes } from "./sample-shipping";
import type { SampleWriter } from "./sample-writer";
import type { SampleUser } from "./seed-users";

export type SampleBuyer = {
  /** Null for a guest, as nearly all are. */
  userId: string | null;
  name: string;
  phone: string;
  communeCode: string;
  addressLine: string;
  language: "vi" | "en";
  zone: ShippingZone;
};

const HANOI = "01";
const HO_CHI_MINH_CITY = "79";
const BUYERS_PER_ORDER = 0.4;
const ACCOUNT_CHECKOUTS = 14;

/**
 * Draws buyers: invented people with phones of the sample block 0900 1xx xxx and up, six in ten in the province,
 * the others in the two big cities; some buy again and again. The sample account buys about once a month.
 */
export function createBuyerPick(
  writer: SampleWriter,
  { account, orderCount }: { account: SampleUser; orderCount: number },
): () => SampleBuyer {
  const { connection, random, provinceCode } = writer;
  const communesOf = (code: string) =>
    connection.writer
      .prepare<[string], string>("SELECT code FROM communes WHERE province_code = ? ORDER BY code")
      .pluck()
      .all(code);
  const isNorth = provinceCode < "60";
  const nearProvinceCodes = nearProvincesOf(provinceCode, provinceCodes(connection));
  const placesIn = (code: string) => ({
    communes: communesOf(code),
    zone: zoneOf(code, { provinceCode, nearProvinceCodes }),
  });
  const own = placesIn(provinceCode);
  const [nearCity, farCity] = isNorth ? [HANOI, HO_CHI_MINH_CITY] : [HO_CHI_MINH_CITY, HANOI];
  const near = placesIn(nearCity);
  const far = placesIn(farCity);
  const buyerCount = Math.max(20, Math.round(orderCount * BUYERS_PER_ORDER));
  const accountShare = Math.min(0.2, ACCOUNT_CHECKOUTS / Math.max(1, orderCount * 0.85));
  const accountAddress = inventAddress(random, isNorth ? "north" : "south");

  const buyerOf = (index: number): SampleBuyer => {
    // Each person has a source of their own, so that they are the same whenever they come again.
    const person = createRandom(`buyer ${provinceCode} ${index}`);
    const isInProvince = person.chance(0.62);
    const { communes, zone } = isInProvince ? own : person.chance(0.7) ? near : far;
    return {
      userId: null,
      name: inventName(person),
      // 7919 is prime to the size of the block: no two buyers below it share a phone.
      phone: `0900${100_000 + ((index * 7_919) % 900_000)}`,
      communeCode: person.pick(communes),
      addressLine: inventAddress(person, isInProvince ? (isNorth ? "north" : "south") : "town"),
      language: person.chance(0.03) ? "en" : "vi",
      zone,
    };
  };

  return () => {
    if (random.chance(accountShare)) {
      return {
        userId: account.id,
        name: account.fullName,
        phone: account.phone,
        communeCode: present(own.communes[0], `no communes in ${provinceCode}`),
        addressLine: accountAddress,
        language: "vi",
        zone: "in_province",
      };
    }
    const isRegular = random.chance(0.25);
    return buyerOf(random.whole(0, isRegular ? Math.floor(buyerCount / 8) : buyerCount - 1));
  };
}
