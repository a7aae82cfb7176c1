import type { RouterInputs, RouterOutputs } from '@gt/api/types';

export type BulkChange = RouterInputs['assignments']['bulkChange']['change'];
export type BulkResult = RouterOutputs['assignments']['bulkChange']['results'][number];
export type Assignees = RouterOutputs['assignments']['assignees'];
export type WaitingAction = RouterOutputs['assignments']['waiting']['forUs'][number];
export type Workload = RouterOutputs['assignments']['workload'];
