import { z } from "zod";

const id = z.uuid({ error: "请刷新页面再办" });
const needed = (least: number, most: number, ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .min(least, { error: ask })
    .max(most, { error: `最多 ${most} 个字` });
const version = z.coerce.number({ error: "请刷新页面再办" }).int({ error: "请刷新页面再办" });

/** One line as a programme hands it over: the name is masked already, nothing else about the person. */
export type NewEntry = {
  /** the caller's name for it (id of the case, bed or household); `mayAct` is asked by it */
  key: string;
  maskedName: string;
  unit: string;
  /** 分 */
  amountFen?: number | undefined;
  note?: string | undefined;
};

/** A notice as a programme drafts it. */
export type NewNotice = {
  /** folder name of the programme */
  matter: string;
  /** the campaign, round or case that waits for it; one living notice each */
  objectId?: string | undefined;
  title: string;
  text: string;
  /** where it hangs */
  place: string;
  /** the office's telephone for objections */
  phone: string;
  entries: readonly NewEntry[];
};

/** 起草公示 by hand: one line per person, `工号 金额 备注`. */
export const DraftForm = z.object({
  matter: needed(1, 40, "请选择服务项目"),
  title: needed(4, 60, "请填写标题，例如 2027年春节走访慰问名单公示"),
  text: needed(10, 600, "请写明公示什么、按什么办法定的"),
  place: needed(2, 60, "请填写张贴在哪里"),
  phone: z
    .string({ error: "请填写提意见的电话" })
    .trim()
    .regex(/^\+?[\d\s()-]{5,24}$/, { error: "请填写单位电话，例如 022-1234 5678" }),
  lines: needed(3, 8000, "请写名单，一行一个人：工号 金额 备注"),
});
export type DraftForm = z.output<typeof DraftForm>;

export const PublishNotice = z.object({ noticeId: id, version });
export type PublishNotice = z.output<typeof PublishNotice>;

export const VoidNotice = z.object({
  noticeId: id,
  version,
  reason: needed(5, 200, "请写明为什么作废，不少于 5 个字"),
});
export type VoidNotice = z.output<typeof VoidNotice>;

/** Filters of the list, as they stand in the URL. */
export const NoticeFilter = z.object({
  tab: z.enum(["running", "waiting", "ended", "all"]).catch("running"),
  matter: z.string().max(40).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type NoticeFilter = z.output<typeof NoticeFilter>;
