import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { applyMove } from "@/lib/cases/commands";
import type { ConfirmMine, ReopenMine, TouchMine } from "@/lib/cases/mine/schema";
import { changedMeanwhile, loadCase } from "@/lib/cases/queries";
import { Refusal } from "@/lib/refusal";
import { tableOf } from "@/lib/stages";
import { transact } from "@/prisma/client";

/** The worker says that it is solved. Refused: another person's matter, no answer yet, already settled. */
export async function confirmMine(permit: Permit<"my.confirm">, input: ConfirmMine): Promise<void> {
  await moveMine(permit, input, () => ({ move: "confirm", satisfaction: input.satisfaction }));
}

/**
 * 「没解决」: the first time the matter is taken up again, the second time it goes to a leader (domain.md §0.2).
 * Refused: another person's matter, no answer yet, already settled.
 */
export async function reopenMine(permit: Permit<"my.reopen">, input: ReopenMine): Promise<void> {
  await moveMine(permit, input, ({ reopenedCount }) => ({
    move: reopenedCount === 0 ? "reopen" : "escalate",
    note: input.note,
  }));
}

/** The applicant takes the matter back, until it is decided. */
export async function withdrawMine(permit: Permit<"my.withdraw">, input: TouchMine): Promise<void> {
  await moveMine(permit, input, () => ({ move: "withdraw" }));
}

type Chosen = { move: string; note?: string; satisfaction?: "SATISFIED" | "FAIR" };

async function moveMine(
  permit: Permit,
  { caseId, version }: TouchMine,
  choose: (facts: { reopenedCount: number }) => Chosen,
): Promise<void> {
  await transact(async (tx) => {
    const loaded = await loadCase(tx, permit, caseId);
    if (loaded.version !== version) throw await changedMeanwhile(tx, loaded, version);
    const { move, ...input } = choose(loaded);
    if (tableOf(loaded.stageTable).ownMoves.includes(move)) throw new Refusal("这件事要在首页「家里有困难」里办。");
    await applyMove(tx, permit, loaded, move, input);
  });
}
