import type { RouterOutputs } from '@gt/api/types';
import { queryOptions } from '@tanstack/react-query';
import { queryClient } from '../../lib/query-client.ts';
import { trpc } from '../../lib/trpc.ts';

export type ReportList = RouterOutputs['reports']['list'];
export type ReportRow = ReportList['reports'][number];
export type ReportClock = ReportList['clocks'][number];
export type SnapshotChoice = ReportList['snapshots'][number];
export type Report = RouterOutputs['reports']['get'];
export type ReportFile = ReportRow['files'][number];
export type Approval = Report['approvals'][number];
export type Finding = Report['findings'][number];
export type PublicPreview = RouterOutputs['reports']['publicPreview'];
export type Difference = RouterOutputs['reports']['compare'][number];

export type Template = RouterOutputs['reports']['templates']['templates'][number];
export type Logo = RouterOutputs['reports']['templates']['logo'];

/** How often a page asks while files are being made, in milliseconds. */
const ASK_EVERY = 1_000;

const isBeingIssued = ({ state }: Pick<ReportRow, 'state'>) => state === 'ISSUING';

/** The papers of a plan, asked again each second while one is being issued. */
export const reportsQuery = (planId: string) =>
  queryOptions({
    ...trpc.reports.list.queryOptions({ planId }),
    refetchInterval: ({ state }) => (state.data?.reports.some(isBeingIssued) ? ASK_EVERY : false),
  });

export const reportQuery = (reportId: string) =>
  queryOptions({
    ...trpc.reports.get.queryOptions({ reportId }),
    refetchInterval: ({ state }) => (state.data && isBeingIssued(state.data) ? ASK_EVERY : false),
  });

export const publicPreviewQuery = (reportId: string) => trpc.reports.publicPreview.queryOptions({ reportId });
/** What is worded otherwise in `reportId` than in `withId`. */
export const compareQuery = (reportId: string, withId: string) =>
  trpc.reports.compare.queryOptions({ reportId, withId });

export const templatesQuery = () => trpc.reports.templates.queryOptions();
export const saveTemplateMutation = () => trpc.reports.saveTemplate.mutationOptions();
export const setLogoMutation = () => trpc.reports.setLogo.mutationOptions();

export const makeMutation = () => trpc.reports.make.mutationOptions();
export const saveMutation = () => trpc.reports.save.mutationOptions();
export const regenerateMutation = () => trpc.reports.regenerate.mutationOptions();
export const issueMutation = () => trpc.reports.issue.mutationOptions();
export const newVersionMutation = () => trpc.reports.newVersion.mutationOptions();
export const makePublicMutation = () => trpc.reports.makePublic.mutationOptions();
export const allowMutation = () => trpc.reports.allow.mutationOptions();
export const approveMutation = () => trpc.reports.approve.mutationOptions();
export const unapproveMutation = () => trpc.reports.unapprove.mutationOptions();
export const submitMutation = () => trpc.reports.submit.mutationOptions();

/** After a write: everything that shows papers, and the clocks that a submission stops. */
export async function refreshReports(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: trpc.reports.pathKey() }),
    queryClient.invalidateQueries({ queryKey: trpc.plans.pathKey() }),
    queryClient.invalidateQueries({ queryKey: trpc.dashboard.pathKey() }),
  ]);
}
