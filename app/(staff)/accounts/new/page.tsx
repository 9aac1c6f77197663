import { Button } from "@/components/ui/button";
import { Card, Stack } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { HiddenField, RadioField } from "@/components/ui/field";
import { FilterText } from "@/components/ui/filters";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { createAccountAction } from "@/lib/accounts/actions";
import { findPerson } from "@/lib/accounts/queries";
import { PersonLookup } from "@/lib/accounts/schema";
import { kindWords } from "@/lib/accounts/words";
import { authorise } from "@/lib/auth/gate";

export const metadata = { title: "新建账号" };

export default async function NewAccountPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("accounts.create");
  const { staffNo } = PersonLookup.parse(await searchParams);
  const person = staffNo ? await findPerson(permit, staffNo) : undefined;
  const kinds = optionsOf(kindWords);
  const free = kinds.filter(({ value }) => !person?.kinds.some((kind) => kind === value));

  return (
    <>
      <PageHead title="新建账号" crumbs={[{ label: "账号", href: "/accounts" }, { label: "新建" }]} />
      <Stack gap="wide">
        <form action="/accounts/new" method="get" className="flex flex-wrap items-end gap-3">
          <FilterText name="staffNo" label="职工的工号" {...(staffNo ? { value: staffNo } : {})} />
          <Button>查找</Button>
        </form>
        {staffNo && !person && (
          <Notice tone="warn" title={`没有工号 ${staffNo}`}>
            请核对；这个人还没有登记的话，请人事科先建职工档案。
          </Notice>
        )}
        {person && (
          <Card title="是这个人吗？">
            <Facts
              items={[
                { label: "工号", value: person.staffNo },
                { label: "姓名", value: person.name },
                { label: "单位", value: person.unit },
              ]}
            />
            {free.length === 0 ? (
              <Notice tone="info">这个人两种账号都有了，不用再建。</Notice>
            ) : (
              <Form action={createAccountAction}>
                <HiddenField name="staffNo" value={person.staffNo} />
                <RadioField
                  name="kind"
                  label="建哪一种"
                  options={free}
                  {...(free[0] ? { defaultValue: free[0].value } : {})}
                />
                <p className="text-ink-2">建好以后什么也做不了：要等安全管理员授权、发初始密码。</p>
                <FormActions>
                  <SubmitButton>建账号</SubmitButton>
                  <TextLink href="/accounts">不建了，返回</TextLink>
                </FormActions>
              </Form>
            )}
          </Card>
        )}
      </Stack>
    </>
  );
}
