import type { Ledger } from "@/lib/ledger";

/** One resident's line on the sheet at the door: no number of any kind, the name masked as on every wall. */
export type ShareLine = {
  id: string;
  place: string;
  /** masked */
  name: string;
  nights: number;
  electricityFen: bigint;
  waterFen: bigint;
  gasFen: bigint;
  heatingFen: bigint;
  totalFen: bigint;
};

/** 水电费分摊表, on the screen, at the door and in Excel (domain guide §5). */
export const shareLedger: Ledger<ShareLine> = {
  title: "水电费分摊表",
  columns: [
    { label: "床位", of: ({ place }) => place },
    { label: "姓名", width: "narrow", of: ({ name }) => name },
    { label: "住几晚", kind: "number", isSummed: true, width: "narrow", of: ({ nights }) => nights },
    { label: "电费", kind: "money", isSummed: true, of: ({ electricityFen }) => electricityFen },
    { label: "水费", kind: "money", isSummed: true, of: ({ waterFen }) => waterFen },
    { label: "燃气费", kind: "money", isSummed: true, of: ({ gasFen }) => gasFen },
    { label: "暖气费", kind: "money", isSummed: true, of: ({ heatingFen }) => heatingFen },
    { label: "合计", kind: "money", isSummed: true, of: ({ totalFen }) => totalFen },
  ],
  note: () => null,
};
