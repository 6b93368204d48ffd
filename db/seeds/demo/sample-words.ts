/**
 * What invented buyers and visitors say of each kind of goods, and what sellers answer. Each sentence fits every
 * product of its kind; two together are a review.
 */
export type WordKind =
  | "fresh"
  | "grain"
  | "sweet"
  | "snack"
  | "spice"
  | "tea"
  | "drink"
  | "herbal"
  | "craft"
  | "plant"
  | "stay";

type KindWords = {
  good: readonly string[];
  fair: readonly string[];
  poor: readonly string[];
  /** Question and what the seller answers. */
  questions: readonly (readonly [string, string])[];
};

const KIND_OF_SET: Readonly<Record<number, WordKind>> = {
  1: "fresh",
  2: "fresh",
  3: "grain",
  4: "sweet",
  7: "sweet",
  5: "snack",
  6: "snack",
  8: "snack",
  9: "spice",
  10: "spice",
  11: "tea",
  12: "tea",
  13: "tea",
  18: "herbal",
  19: "herbal",
  20: "herbal",
  21: "craft",
  22: "craft",
  23: "plant",
  24: "plant",
  25: "plant",
  26: "stay",
};

/** Sets that are not named are drinks. */
export function wordKindOf(ocopSet: number): WordKind {
  return KIND_OF_SET[ocopSet] ?? "drink";
}

export const WORDS: Readonly<Record<WordKind, KindWords>> = {
  fresh: {
    good: [
      "Hàng tươi, mở thùng ra còn thơm.",
      "Tươi ngon, trái đều, ít hư.",
      "Nhìn là biết mới thu hoạch, khác hẳn mua ngoài siêu thị.",
      "Cả nhà khen ngon, con nhỏ ăn được nhiều.",
      "Đúng như hình, tươi và sạch.",
      "Vị đậm, đúng hàng quê.",
    ],
    fair: ["Ngon nhưng không đều, có chỗ hơi non.", "Tươi, chỉ hơi dập một ít vì đi đường xa."],
    poor: ["Đến nơi hư gần một phần ba.", "Đi đường bốn ngày, đến nơi không còn tươi."],
    questions: [
      [
        "Gửi ra Hà Nội mấy ngày thì đến, có bị dập không?",
        "Khoảng hai đến ba ngày. Chúng tôi lót giấy và thu hoạch trong ngày gửi, hư thì chụp ảnh, chúng tôi gửi bù.",
      ],
      [
        "Để được mấy ngày sau khi nhận?",
        "Để chỗ mát được bốn, năm ngày; trong tủ lạnh được lâu hơn, bạn nhé.",
      ],
      ["Có phun thuốc không?", "Trước khi thu hoạch nửa tháng chúng tôi không phun gì."],
    ],
  },
  grain: {
    good: [
      "Hạt đều, sạch, không lẫn sạn.",
      "Nấu lên thơm khắp nhà.",
      "Dẻo vừa, để nguội ăn vẫn ngon.",
      "Hàng mới, không có mùi ẩm.",
      "Ăn quen rồi, lần này vẫn ngon như trước.",
    ],
    fair: ["Ngon nhưng lẫn ít hạt vỡ.", "Được, giá hơi cao so với ngoài chợ."],
    poor: ["Túi rách một góc, đổ ra mất một ít.", "Có mọt, chắc hàng để lâu."],
    questions: [
      ["Hàng vụ này hay vụ trước?", "Hàng vụ mới, ngày làm ghi ở phần lô hàng trên trang này."],
      [
        "Mua nhiều có giảm phí gửi không?",
        "Mua nhiều cùng nơi bán thì gộp một kiện, phí gửi tính theo cân nên rẻ hơn.",
      ],
    ],
  },
  sweet: {
    good: [
      "Thơm, ngọt dịu, không gắt.",
      "Vị thật, ăn không bị ngán.",
      "Màu đẹp, mùi thơm tự nhiên.",
      "Biếu ba mẹ, ông bà thích lắm.",
      "Pha nước uống buổi sáng rất hợp.",
      "Đúng vị tôi tìm lâu nay.",
    ],
    fair: ["Ngon nhưng hơi ngọt với nhà tôi.", "Chất lượng được, nắp đóng chưa thật kín."],
    poor: ["Hũ bị nứt, chảy dính cả hộp.", "Lần trước ngon hơn, lần này vị nhạt."],
    questions: [
      [
        "Bảo quản thế nào cho được lâu?",
        "Để nơi khô mát, đậy kín, không cần tủ lạnh. Hạn dùng ghi trên nhãn.",
      ],
      [
        "Có pha thêm gì không ạ?",
        "Không pha thêm gì. Mỗi mẻ có ghi ngày làm, bạn xem ở phần lô hàng.",
      ],
      ["Trẻ hai tuổi ăn được chưa?", "Trên một tuổi là ăn được, bạn cho ăn ít một để quen."],
    ],
  },
  snack: {
    good: [
      "Ngon, đậm vị, ăn là nhớ quê.",
      "Thơm, mềm vừa, không bị bở.",
      "Vị vừa ăn, không mặn quá.",
      "Đãi khách ai cũng hỏi mua ở đâu.",
      "Làm sạch sẽ, đóng túi gọn.",
      "Ăn với cơm nóng hết veo.",
    ],
    fair: ["Ăn được, hơi khô so với tôi nghĩ.", "Ngon nhưng gói hơi ít so với giá."],
    poor: ["Túi hút chân không bị hở, phải bỏ một gói.", "Mặn quá, nhà tôi không ăn được."],
    questions: [
      [
        "Nhận hàng xong để được bao lâu?",
        "Chưa mở thì đến ngày ghi trên nhãn; mở rồi thì để ngăn mát, dùng trong một tuần.",
      ],
      ["Có cay không ạ?", "Cay nhẹ. Nhà có trẻ nhỏ thì nên chọn loại không cay."],
    ],
  },
  spice: {
    good: [
      "Thơm nồng, dùng ít đã dậy mùi.",
      "Đúng vị, nêm món nào cũng ngon.",
      "Chắc, khô, không lẫn đồ cũ.",
      "Mẹ tôi khó tính mà cũng khen.",
      "Chấm rau luộc là hết ý.",
    ],
    fair: ["Thơm, nhưng hơi mặn với tôi.", "Được, bao bì nên có khóa kéo."],
    poor: ["Chai rò một ít, mùi ám cả thùng.", "Hàng nhỏ hơn trong hình nhiều."],
    questions: [
      [
        "Loại này nấu món gì hợp nhất?",
        "Kho cá, ướp thịt nướng đều hợp; dùng ít trước rồi thêm dần, bạn nhé.",
      ],
      ["Có chất bảo quản không?", "Không có. Để nơi khô ráo, tránh nắng là được."],
    ],
  },
  tea: {
    good: [
      "Nước trong, hậu ngọt, thơm lâu.",
      "Pha ba nước vẫn còn vị.",
      "Thơm tự nhiên, không gắt cổ.",
      "Mở túi ra đã thơm, khô và ít vụn.",
      "Uống quen, cả cơ quan đặt chung.",
      "Biếu sếp cũ, ông khen mãi.",
    ],
    fair: ["Thơm nhưng hơi nhiều vụn.", "Uống được, vị nhẹ hơn tôi mong."],
    poor: ["Túi đến bị bục, hàng ẩm.", "Vị chát gắt, không giống lần trước."],
    questions: [
      [
        "Pha nước bao nhiêu độ thì ngon?",
        "Nước sôi để bớt nóng chừng hai, ba phút; tráng qua một lần rồi hãm ba phút.",
      ],
      [
        "Một gói pha được khoảng bao nhiêu ấm?",
        "Mỗi ấm nhỏ dùng chừng 5 g, bạn chia theo khối lượng gói.",
      ],
      [
        "Uống buổi tối có mất ngủ không?",
        "Tùy người. Buổi tối bạn pha loãng hoặc uống từ nước thứ hai.",
      ],
    ],
  },
  drink: {
    good: [
      "Êm, thơm, vị đặc trưng.",
      "Uống dễ, hậu thơm.",
      "Chai đẹp, làm quà rất hợp.",
      "Mùi vị tự nhiên, không gắt.",
    ],
    fair: ["Được, nhưng nhãn dán hơi lệch.", "Vị nhẹ hơn tôi nghĩ."],
    poor: ["Nắp không kín nên vơi một ít.", "Một chai vỡ khi giao."],
    questions: [
      [
        "Gửi xa có sợ vỡ chai không?",
        "Mỗi chai có khung giấy riêng. Vỡ thì chụp ảnh, chúng tôi gửi lại.",
      ],
      ["Mở nắp rồi để được bao lâu?", "Đậy kín để ngăn mát, dùng trong một tháng."],
    ],
  },
  herbal: {
    good: [
      "Mùi thơm thật, dùng rất thích.",
      "Khô, sạch, không lẫn rác.",
      "Dùng thấy thư giãn, cả nhà đều thích.",
      "Đóng gói gọn, có hướng dẫn dễ hiểu.",
      "Hàng đúng mô tả, mùi dễ chịu.",
    ],
    fair: ["Được, nhưng hướng dẫn hơi sơ sài.", "Mùi nhẹ hơn tôi mong."],
    poor: ["Gói bị rách, vụn rơi ra ngoài.", "Mùi không đậm như lần trước."],
    questions: [
      [
        "Dùng mỗi lần bao nhiêu là vừa?",
        "Bạn dùng theo liều ghi trên nhãn. Đây không phải là thuốc, có bệnh thì hỏi bác sĩ.",
      ],
      ["Phụ nữ có thai dùng được không?", "Trường hợp này bạn nên hỏi bác sĩ trước."],
    ],
  },
  craft: {
    good: [
      "Làm tay tỉ mỉ, đẹp hơn trong hình.",
      "Chắc chắn, đường nét đều.",
      "Màu đẹp, sờ là biết đồ thủ công.",
      "Mua làm quà cho bạn nước ngoài, bạn rất thích.",
      "Đúng kích thước, hoàn thiện kỹ.",
    ],
    fair: ["Đẹp, nhưng màu sậm hơn trong hình.", "Được, còn vài chỗ chưa gọt kỹ."],
    poor: ["Đến nơi bị móp một góc.", "Màu khác hẳn hình, hơi thất vọng."],
    questions: [
      [
        "Có đặt theo kích thước riêng được không?",
        "Được, nhưng phải chờ chừng hai tuần. Hiện trên chợ chỉ bán cỡ có sẵn.",
      ],
      ["Giặt hay lau chùi thế nào?", "Giặt tay nước lạnh hoặc lau khăn ẩm, phơi trong bóng mát."],
    ],
  },
  plant: {
    good: [
      "Cây khỏe, hoa nhiều nụ.",
      "Dáng đẹp, bầu đất chắc.",
      "Về chăm một tuần đã ra thêm nụ.",
      "Gói kỹ, lá không bị gãy.",
    ],
    fair: ["Cây đẹp, rụng ít nụ khi đi đường.", "Được, nhỏ hơn tôi nghĩ một chút."],
    poor: ["Đến nơi héo mấy cành.", "Bầu đất vỡ, chăm mãi mới lại."],
    questions: [
      [
        "Tưới thế nào cho hoa lâu tàn?",
        "Tưới gốc buổi sáng, đừng tưới lên hoa, để nơi có nắng nhẹ.",
      ],
      ["Giao trước Tết mấy ngày?", "Chúng tôi gửi trước Tết bảy đến mười ngày để kịp đường."],
    ],
  },
  stay: {
    good: [
      "Chủ nhà thân thiện, cơm ngon, phòng sạch.",
      "Cảnh đẹp, yên tĩnh, con tôi rất thích.",
      "Được dẫn đi xem làng, nghe kể chuyện rất hay.",
      "Chăn ấm, bữa sáng nhiều món.",
      "Đúng như giới thiệu, sẽ quay lại.",
    ],
    fair: ["Vui, nhưng nước nóng hơi yếu.", "Ổn, đường vào hơi khó đi khi mưa."],
    poor: ["Đông khách quá nên hơi ồn.", "Đến nơi phải chờ khá lâu mới có phòng."],
    questions: [
      ["Có chỗ để ô tô không?", "Có, sân nhà để được ba xe."],
      ["Trẻ em tính tiền thế nào?", "Dưới sáu tuổi ngủ cùng bố mẹ thì không tính."],
    ],
  },
};

/** Of packing and delivery; not for stays. */
export const SHIPPING_WORDS = {
  good: [
    "Giao nhanh, gói cẩn thận.",
    "Đóng gói chắc, không móp méo.",
    "Sẽ mua lại.",
    "Giá hợp lý.",
    "Nhận hàng đúng hẹn.",
    "Người bán gọi hỏi trước khi gửi, rất chu đáo.",
    "Mua lần thứ ba rồi.",
    "Có ghi ngày làm rõ ràng nên yên tâm.",
    "Bên giao hàng lịch sự.",
  ],
  fair: [
    "Giao chậm hơn hẹn một ngày.",
    "Hộp hơi móp nhưng hàng không sao.",
    "Mong lần sau gói kỹ hơn.",
  ],
  poor: [
    "Giao trễ bốn ngày, gọi mới biết.",
    "Gói sơ sài quá.",
    "Mong nơi bán xem lại cách đóng hàng.",
  ],
} as const;

export const REPLIES = {
  good: [
    "Cảm ơn bạn đã tin mua. Mẻ tới có hàng, mời bạn ghé lại.",
    "Cảm ơn bạn, cả nhà đọc được vui lắm.",
    "Cảm ơn anh chị. Chúc cả nhà ngon miệng.",
  ],
  goodStay: ["Cảm ơn bạn đã ghé. Mùa sau lại lên chơi với nhà mình nhé."],
  fair: [
    "Cảm ơn bạn góp ý, mẻ tới chúng tôi làm kỹ hơn.",
    "Chúng tôi ghi lại rồi, lần sau sẽ gói cẩn thận hơn. Cảm ơn bạn.",
  ],
  fairStay: ["Cảm ơn bạn góp ý, nhà mình đang sửa dần."],
  poor: [
    "Xin lỗi bạn. Chúng tôi đã gọi, xin gửi bù phần hư trong tuần này.",
    "Chúng tôi xin nhận lỗi. Từ nay mỗi hũ bọc thêm một lớp và có miếng chèn.",
    "Xin lỗi anh chị vì giao chậm. Hôm đó đường sạt lở, chúng tôi đã đổi bên giao hàng.",
  ],
  poorStay: ["Xin lỗi bạn, hôm đó nhà đông khách hơn dự tính. Chúng tôi đã bớt số khách mỗi đêm."],
} as const;
