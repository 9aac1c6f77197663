import { Button } from "@/components/ui/button";
import { Card, Stack } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { formatDate } from "@/lib/dates";
import { publishNoticeAction, voidNoticeAction } from "@/lib/notices/actions";
import { actsFrom } from "@/lib/notices/rules";
import type { NoticeView } from "@/lib/notices/view/queries";

/** When it hangs, until when, and from when on something may be paid. */
export function NoticeFacts({ notice }: { notice: NoticeView }) {
  const from = actsFrom(notice);
  const provisional = notice.isProvisional ? "暂定：放假安排还没有公布" : undefined;

  return (
    <Facts
      items={[
        { label: "起草", value: notice.draftedBy },
        notice.publishedOn
          ? { label: "贴出", value: formatDate(notice.publishedOn), sub: notice.publishedBy }
          : { label: "贴出", value: "还没有发布", sub: "发布当天不算，从第二天起数" },
        notice.lastDay
          ? {
              label: "最后一天",
              value: formatDate(notice.lastDay),
              sub: provisional ?? `满 ${notice.workingDays ?? ""} 个工作日`,
            }
          : null,
        from ? { label: "可以发放", value: `${formatDate(from)} 起`, sub: "有异议的那几位除外" } : null,
        { label: "张贴地点", value: notice.place },
        { label: "提意见电话", value: notice.phone },
      ]}
    />
  );
}

/** What this person may do next with the notice. */
export function NoticeMoves({
  notice,
  mayPublish,
  mayVoid,
  mayObject,
}: {
  notice: NoticeView;
  mayPublish: boolean;
  mayVoid: boolean;
  mayObject: boolean;
}) {
  if (notice.state === "VOID") return null;
  const which = (
    <>
      <HiddenField name="noticeId" value={notice.id} />
      <HiddenField name="version" value={String(notice.version)} />
    </>
  );

  return (
    <Card title="下一步" tone="next">
      <Stack>
        {notice.state === "WAITING" && mayPublish && (
          <Form action={publishNoticeAction}>
            {which}
            <p>发布以后名单不能再改，从明天起数五个工作日。</p>
            <SubmitButton>发布公示</SubmitButton>
          </Form>
        )}
        {notice.state === "WAITING" && !mayPublish && <p>等局领导或科室负责人发布；起草的人不能自己发布。</p>}
        {notice.state === "RUNNING" && mayObject && (
          <Button href={`/notices/${notice.id}/object`} tone="primary">
            登记异议
          </Button>
        )}
        {notice.state === "RUNNING" && (
          <p className="text-ink-2">
            {mayObject ? "电话、当面、来信提的意见，都登记在这里。" : "正在公示，等期满；有异议先由经办人核实。"}
          </p>
        )}
        {notice.state === "ENDED" && <p>公示已经结束，没有异议的可以发放了。</p>}
        {mayVoid && (
          <FoldedForm summary="作废这份公示" action={voidNoticeAction}>
            {which}
            <TextField name="reason" label="作废原因" hint="不少于 5 个字；编号不再使用" maxLength={200} />
            <SubmitButton tone="danger">作废</SubmitButton>
          </FoldedForm>
        )}
      </Stack>
    </Card>
  );
}
