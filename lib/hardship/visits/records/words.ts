import { signModeWords } from "@/lib/cases/sign-offs/words";
import { programmes, type ProgrammeName } from "@/lib/programmes";
import type { NotMetReason } from "@/prisma/generated/enums";
import type { RowState } from "@/lib/hardship/visits/records/rules";

export const notMetWords = {
  HOSPITAL: "住院",
  HOME_TOWN: "回乡",
  DECLINED: "本人不要",
  OTHER: "其他",
} as const satisfies Record<NotMetReason, string>;

export const rowStateWords = {
  planned: "待走访",
  signed: "已签领",
  notMet: "没见到",
  takenOff: "已撤下",
} as const satisfies Record<RowState, string>;

export const rowTones = {
  planned: "info",
  signed: "ok",
  notMet: "warn",
  takenOff: "neutral",
} as const satisfies Record<RowState, string>;

/** Ways to sign, in the order of a visit: the hand first. */
export const signChoices = (["SIGNATURE", "FINGERPRINT", "PHOTO", "TRANSFER"] as const).map((mode) => ({
  mode,
  label: signModeWords[mode],
}));

/** What a household may ask for on the way, and whose matter it becomes; a hardship file has its own form. */
export function needOptions(): { value: string; label: string }[] {
  const names = Object.keys(programmes) as ProgrammeName[];

  return names
    .filter((name) => name !== "discipline")
    .flatMap((name) =>
      programmes[name].topics
        .filter((topic) => topic !== "困难申请")
        .map((topic) => ({ value: `${name}|${topic}`, label: `${programmes[name].short}：${topic}` })),
    );
}
