import type { FundSource } from "@/prisma/generated/enums";

export const fundSources = ["UNION", "ADMINISTRATION", "SUPERIOR", "DONATION"] as const satisfies readonly FundSource[];

export type Fund = { source: FundSource; amountFen: bigint };
export type FundLine = Fund & {
  spentFen: bigint;
  leftFen: bigint;
  /** null when the money of this source does not make whole households */
  households: number | null;
};

/**
 * What each source pays: 工会经费 first, then 行政拨付, 上级补助 and 社会捐助, until the sum is spent. More than there is
 * stays with the last source as a minus, so that planned − paid = left holds in every line and in the sum.
 */
export function spentBySource(funds: readonly Fund[], spentFen: bigint, standardFen: bigint): FundLine[] {
  const inOrder = fundSources.flatMap((source) =>
    funds.filter((fund) => fund.source === source && fund.amountFen > 0n),
  );
  let rest = spentFen;

  return inOrder.map((fund, place) => {
    const isLast = place === inOrder.length - 1;
    const spent = isLast || rest < fund.amountFen ? rest : fund.amountFen;
    rest -= spent;

    return {
      ...fund,
      spentFen: spent,
      leftFen: fund.amountFen - spent,
      households: standardFen > 0n && spent % standardFen === 0n ? Number(spent / standardFen) : null,
    };
  });
}

export function totalOf(funds: readonly Fund[]): bigint {
  return funds.reduce((sum, { amountFen }) => sum + amountFen, 0n);
}
