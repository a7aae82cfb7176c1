import type { DeliveryStatus, IsoDate, Priority } from '@gt/contracts/words';
import type { Directory } from './match-names.ts';
import type { PlanRecommendation } from './match-recommendations.ts';

/** An action of the plan, as far as a workbook may change it or repeat it. */
export type PlanAction = {
  id: string;
  number: number;
  recommendationId: string;
  version: number;
  changedBy: string;
  changedOn: IsoDate;
  title: string;
  detail: string;
  successMeasure: string;
  priority: Priority;
  status: DeliveryStatus;
  startDate: IsoDate | null;
  dueDate: IsoDate | null;
  teamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
  leadPostId: string | null;
};

export type PlanFacts = {
  directory: Directory;
  recommendations: readonly PlanRecommendation[];
  actions: readonly PlanAction[];
};
