import { Button } from "@/components/ui/button";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tag } from "@/components/ui/tag";
import { listAccounts } from "@/lib/accounts/queries";
import { AccountFilter } from "@/lib/accounts/schema";
import { authorise, may } from "@/lib/auth/gate";
import { AccountFilters, accountsHref } from "./_components/account-filters";

export const metadata = { title: "账号" };

const tones = { usable: "ok", waiting: "warn", locked: "late", disabled: "neutral" } as const;

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("accounts.view");
  const filter = AccountFilter.parse(await searchParams);
  const list = await listAccounts(permit, filter);
  const mayCreate = await may("accounts.create");

  return (
    <>
      <PageHead
        title="账号"
        sub="系统管理员建账号、停账号，安全管理员授权、发密码；两边互相不能代办"
        actions={
          mayCreate && (
            <Button href="/accounts/new" tone="primary" icon="plus">
              新建账号
            </Button>
          )
        }
      />
      <AccountFilters filter={filter} />
      <DataTable
        caption="账号"
        rows={list.rows}
        rowId={({ id }) => id}
        columns={[
          {
            label: "登录工号",
            cell: (row) => (
              <RowLink href={`/accounts/${row.id}`} sub={row.kind}>
                {row.loginName}
              </RowLink>
            ),
          },
          { label: "姓名", cell: ({ name }) => name },
          { label: "单位", cell: ({ unit }) => unit },
          { label: "岗位", cell: ({ roles }) => roles.join("、") || "—" },
          { label: "状态", cell: ({ state, stateWord }) => <Tag tone={tones[state]}>{stateWord}</Tag> },
          { label: "最近登录", cell: ({ lastSignIn }) => lastSignIn, nowrap: true },
        ]}
        empty={
          <Empty picture="search" title="没有符合条件的账号" action={<Button href="/accounts">清空筛选</Button>} />
        }
        footer={
          <Pager
            total={`本页 ${list.rows.length} 个，按工号排列`}
            previousLabel="回到第一页"
            previousHref={list.hasBefore ? accountsHref({ ...filter, after: undefined }) : null}
            nextHref={list.next && accountsHref({ ...filter, after: list.next })}
          />
        }
      />
    </>
  );
}
