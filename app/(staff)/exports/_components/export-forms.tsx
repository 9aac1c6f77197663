import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { RequestKey } from "@/components/ui/request-key";
import { demoSecrets } from "@/lib/accounts/demo/words";
import { env } from "@/lib/env";
import {
  askCasesExportAction,
  askDormitoriesExportAction,
  askFilesExportAction,
  askInsuranceExportAction,
  askPeopleExportAction,
  askReliefExportAction,
  askRosterExportAction,
  askSchoolingExportAction,
  askSignOffsExportAction,
} from "@/lib/exports/actions";
import type { ListName } from "@/lib/exports/rules";

type Props = { of: ListName; query: string };

const asking = {
  people: askPeopleExportAction,
  cases: askCasesExportAction,
  hardship: askFilesExportAction,
  "sign-offs": askSignOffsExportAction,
  visits: askRosterExportAction,
  relief: askReliefExportAction,
  "insurance-coverage": askInsuranceExportAction,
  "insurance-gaps": askInsuranceExportAction,
  "insurance-forms": askInsuranceExportAction,
  "insurance-bases": askInsuranceExportAction,
  "insurance-payments": askInsuranceExportAction,
  "insurance-differences": askInsuranceExportAction,
  schooling: askSchoolingExportAction,
  "schooling-survey": askSchoolingExportAction,
  "schooling-years": askSchoolingExportAction,
  "dormitory-sites": askDormitoriesExportAction,
  "dormitory-residents": askDormitoriesExportAction,
  "dormitory-line": askDormitoriesExportAction,
  "dormitory-stars": askDormitoriesExportAction,
  "dormitory-repairs": askDormitoriesExportAction,
  "dormitory-utilities": askDormitoriesExportAction,
} satisfies Record<ListName, unknown>;

const secretHint = () =>
  `确认是您本人操作；5分钟内刚输过可以不填${env.PORTAL_MODE === "demo" ? `。演示密码是 ${demoSecrets.STAFF}` : ""}`;

/** More than 200 rows, or what tells of class 2: another person has to agree first. */
export function AskForm({ of, query }: Props) {
  return (
    <Card title="申请导出">
      <p className="mb-4 text-ink-2">
        超过 200 行或含敏感内容的清单，要由局领导或另一位有权的干事同意，同意后 24 小时内可以下载一次。
      </p>
      <Form action={asking[of]}>
        <RequestKey />
        <HiddenField name="list" value={of} />
        <HiddenField name="query" value={query} />
        <TextField name="reason" label="用途" hint="给谁、做什么用" maxLength={200} />
        <TextField name="ownSecret" label="您自己的密码" hint={secretHint()} type="password" width="medium" optional />
        <FormActions>
          <SubmitButton>提交申请</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

/** A short list: a plain form that a file answers, so it works without scripts. */
export function NowForm({ of, query }: Props) {
  return (
    <Card title="导出">
      <form method="post" action="/exports/file" className="grid max-w-prose gap-4">
        <RequestKey />
        <input type="hidden" name="list" value={of} />
        <input type="hidden" name="query" value={query} />
        <label className="grid gap-1 font-medium">
          用途
          <span className="text-note font-normal text-ink-3">给谁、做什么用</span>
          <input name="reason" required minLength={5} maxLength={200} autoComplete="off" className="control w-full" />
        </label>
        <label className="grid gap-1 font-medium">
          您自己的密码
          <span className="text-note font-normal text-ink-3">{secretHint()}</span>
          <input
            name="ownSecret"
            type="password"
            autoComplete="current-password"
            className="control w-full max-w-[15rem]"
          />
        </label>
        <div>
          <Button tone="primary" icon="download">
            导出
          </Button>
        </div>
      </form>
    </Card>
  );
}
