import { quantity, utilities } from "@/lib/dormitories/utilities/rules";
import { utilityWords } from "@/lib/dormitories/utilities/words";
import { yuan } from "@/lib/money";
import type { UtilityBillLine, UtilityShare } from "@/prisma/generated/client";

type Line = Pick<UtilityBillLine, "utility" | "used" | "free" | "excess" | "priceFen" | "sharedFen">;
type Share = Pick<UtilityShare, "nights" | "electricityFen" | "waterFen" | "gasFen" | "heatingFen">;

const partOf = {
  ELECTRICITY: ({ electricityFen }: Share) => electricityFen,
  WATER: ({ waterFen }: Share) => waterFen,
  GAS: ({ gasFen }: Share) => gasFen,
  HEATING: ({ heatingFen }: Share) => heatingFen,
};

/** How a share was reckoned, in words for who pays it: one sentence for each meter. */
export function sayShare(share: Share, { nights, lines }: { nights: number; lines: readonly Line[] }): string[] {
  return utilities.flatMap((utility) => {
    const line = lines.find((one) => one.utility === utility);
    if (!line) return [];
    const { name, unit } = utilityWords[utility];
    const whole = `全宿舍用${name} ${quantity(line.used)} ${unit}，按住的人头免 ${quantity(line.free)} ${unit}`;
    if (line.excess === 0) return [`${whole}，没有超，不用您出钱。`];

    return [
      `${whole}，超了 ${quantity(line.excess)} ${unit}，每${unit} ${yuan(line.priceFen)} 元，一共 ${yuan(line.sharedFen)} 元。大家一共住了 ${nights} 晚，您住了 ${share.nights} 晚，摊 ${yuan(partOf[utility](share))} 元。`,
    ];
  });
}
