import { areaReport, centreReport, officialReport, summaryReport } from './figures.ts';
import { carriedOverReport, lateReport, nearDueReport, postalReport, withdrawnReport } from './lists.ts';

/** Every report of cases; fees and the register book have pages of their own. */
export const reports = {
  official: officialReport,
  centre: centreReport,
  summary: summaryReport,
  area: areaReport,
  late: lateReport,
  nearDue: nearDueReport,
  carriedOver: carriedOverReport,
  withdrawn: withdrawnReport,
  postal: postalReport,
} as const;
export type ReportName = keyof typeof reports;
export const reportNames = Object.keys(reports) as [ReportName, ...ReportName[]];

export type Report = (typeof reports)[ReportName];

/** Under every report (rules §6). */
export const comparedByDay = 'So sánh theo ngày; kết quả đã có (không phải đã trả) là mốc kết thúc.';
