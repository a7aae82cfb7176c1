/** How plans side by side can be ordered. Apart from the ordering itself: every page reads addresses, few order plans. */
export const PLAN_ORDERS = ['worst', 'clock', 'name', 'newest'] as const;
export type PlanOrder = (typeof PLAN_ORDERS)[number];
