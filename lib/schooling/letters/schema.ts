import { z } from "zod";
import { civil, id, needed, requestKey, version } from "@/lib/schooling/schema";

const ids = z.preprocess(
  (given) => (typeof given === "string" ? [given] : given),
  z.array(id, { error: "请勾选要写进协调函的孩子" }).min(1, { error: "请勾选要写进协调函的孩子" }).max(60),
);

export const DraftLetter = z.object({ requestKey, cases: ids });
export type DraftLetter = z.output<typeof DraftLetter>;

export const DecideLetter = z.object({
  letterId: id,
  version,
  decision: z.enum(["APPROVED", "RETURNED"], { error: "请选择同意还是退回" }),
  opinion: needed(2, 200, "请写下意见"),
});
export type DecideLetter = z.output<typeof DecideLetter>;

export const SendLetter = z.object({ letterId: id, version, sentOn: civil("请填写哪天送出的") });
export type SendLetter = z.output<typeof SendLetter>;
