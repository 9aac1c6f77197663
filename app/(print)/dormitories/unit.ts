/** 填报单位 stays empty: it is stamped. */
export const printedUnit = "";
